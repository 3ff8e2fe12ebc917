/** The codes of the errors that a pool throws; each stage has its own, so that the quarantine says where it happened. */
export type ThreadCodes = Readonly<{ timeout: string; outOfMemory: string; failed: string; stopped: string }>

export type ThreadOptions = {
  /** The module that calls `answerTasks`. */
  script: URL
  /** How much processor time one task may take, once the thread has loaded its modules. */
  deadlineMs: number
  maxHeapMb: number
  codes: ThreadCodes
}

/** What a thread sends back: first of all, once, `ready`. */
export type ThreadAnswer =
  | { ready: true }
  | { ready?: never; id: number; ok: true; output: unknown }
  | { ready?: never; id: number; ok: false; error: { code: string; message: string; retry: 'later' | 'never' } | { unexpected: string } }

export type ThreadTask = { id: number; input: unknown }
