import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmbeddedRefusal } from './refusal.ts'
import { giveFolder, type RunAs } from './run-as.ts'

/** The port is only a part of the socket's name. */
export const PORT = 5432

/** A socket path may have about 103 bytes on macOS and 107 on Linux. */
const LONGEST = 100

/** Makes the folder of the socket, which only its owner may enter: in the data folder, or a private one when that path is too long. */
export function makeSocketFolder(dataFolder: string, runAs: RunAs): string {
  const inside = join(dataFolder, 'socket')
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const name = `millrace-${process.getuid?.() ?? 0}-${hash}`
  const folder = [inside, join(tmpdir(), name)].find(fits) ?? join('/tmp', name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const entry = lstatSync(folder)
  // In a folder that all may write to, someone else could have made this one first.
  if (folder !== inside && !(entry.isDirectory() && [runAs.owner?.uid, process.getuid?.()].includes(entry.uid))) {
    throw new EmbeddedRefusal(`The folder ${folder} for the database socket belongs to another user. Remove it.`)
  }
  giveFolder(folder, runAs)
  chmodSync(folder, 0o700)
  return folder
}

/** Other characters would need quoting in PostgreSQL's list of folders. */
function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}.lock`)) <= LONGEST && /^[\w./-]+$/.test(folder)
}
