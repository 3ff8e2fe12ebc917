/** Waits for `work`, at most `limitMs`; says whether it finished. The work itself goes on. */
export async function withDeadline(work: Promise<unknown>, limitMs: number): Promise<'finished' | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limitMs)
  })
  try {
    return await Promise.race([work.then(() => 'finished' as const), late])
  } finally {
    clearTimeout(timer)
  }
}
