import { checkBrowser } from './browser.ts'
import { checkDatabase } from './database.ts'
import { checkDisk, checkNode, checkPort } from './machine.ts'
import { checkQueue } from './queue.ts'

/** What one check found: ok, worth a note, or bad; `advice` says what to do. */
export type Finding = Readonly<{ name: string; state: 'ok' | 'note' | 'bad'; found: string; advice?: string }>

/** All checks, in the order in which they are shown. None throws. */
export const checks: readonly (() => Promise<Finding | Finding[]>)[] = [checkNode, checkDisk, checkBrowser, checkPort, checkDatabase, checkQueue]
