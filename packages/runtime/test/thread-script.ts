import { StageError } from '@tipwire/domain'
import { answerTasks } from '../src/index.ts'

const work: Record<string, () => unknown> = {
  echo: () => 'echo',
  loop: () => {
    for (;;) Math.random()
  },
  eat: () => {
    const eaten: number[][] = []
    for (;;) eaten.push(Array.from({ length: 100_000 }, Math.random))
  },
  quote: () => JSON.parse('Sokha Chan was freed'),
  refuse: () => {
    throw new StageError('READ_ODD', 'it is odd', { retry: 'later' })
  },
  exit: () => process.exit(1),
}

answerTasks<string, unknown>((name) => work[name]?.())
