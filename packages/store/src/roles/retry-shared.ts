// Roles belong to the whole server, advisory locks to one database: several databases that are set up at once meet here.
const meetings = new Set(['XX000', '23505', '42710', '40001', '40P01', '42704'])

/** Tries again what another database's set-up may have crossed: "tuple concurrently updated" and its like. */
export async function retryShared(act: () => Promise<void>, attempts = 20): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      if (attempt >= attempts || !meetings.has(code)) throw error
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20 * attempt))
    }
  }
}
