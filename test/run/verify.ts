import { runChecks } from './checks.ts'
import { finish, sum } from './step.ts'

finish(sum(await runChecks()))
