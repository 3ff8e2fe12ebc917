import { chmod, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that root can write and everybody can enter: /var/lib/tipwire, or one below the temporary folder where /var is read-only. */
export async function sharedFolder(): Promise<string> {
  for (const folder of ['/var/lib/tipwire', join(tmpdir(), 'tipwire')]) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o755 })
      await chmod(folder, 0o755)
      return folder
    } catch {
      // Read-only: the next one.
    }
  }
  throw new Error('Neither /var/lib nor the temporary folder can be written.')
}
