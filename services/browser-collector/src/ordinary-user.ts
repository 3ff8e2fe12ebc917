import { readFile } from 'node:fs/promises'

export type OrdinaryUser = Readonly<{ uid: number; gid: number }>

/** Ids of a user by its name; null when this machine has none of that name, or it is root. */
export async function ordinaryUser(name: string): Promise<OrdinaryUser | null> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'))
  const found = lines.find((fields) => fields[0] === name)
  const user = { uid: Number(found?.[2] ?? 0), gid: Number(found?.[3] ?? 0) }
  return user.uid > 0 && user.gid > 0 ? user : null
}
