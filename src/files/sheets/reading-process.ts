import { buffer } from 'node:stream/consumers'
import type { Source } from './archive.ts'
import { type OpenFile, openFile } from './open-file.ts'
import { RefusedFile } from './refused-file.ts'

/**
 * The process that reads one untrusted file and can do nothing else (security-dpp 8): it says on its output, a line of JSON each, how
 * the sheets begin, then the rows of the sheet it is told to read, and where the merged cells are; or why it refuses.
 */
const [path = '', folder = ''] = process.argv.slice(2)

async function main(): Promise<void> {
  const source: Source = path === '' ? { bytes: await buffer(process.stdin) } : { path }
  const file = await openFile(source, folder)
  const chosen = nextMessage()
  await say({ sheets: file.sheets })
  for (let sheet = await chosen; sheet !== undefined; sheet = await nextMessage()) await readSheet(file, sheet)
  file.close()
}

async function readSheet(file: OpenFile, sheet: number): Promise<void> {
  const merged = await file.rows(sheet, async (rows) => {
    await say({ rows })
    return false
  })
  await say({ merged })
}

/** The number of the sheet that is wanted next, or undefined when nothing is wanted any more. */
function nextMessage(): Promise<number | undefined> {
  return new Promise((resolve) => {
    process.once('message', (sheet) => resolve(typeof sheet === 'number' ? sheet : undefined))
    process.once('disconnect', () => resolve(undefined))
  })
}

/** Waits until the reader has taken enough: what is not wanted yet is not read. */
function say(message: unknown): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(`${JSON.stringify(message)}\n`)) resolve()
    else process.stdout.once('drain', resolve)
  })
}

try {
  await main()
} catch (error) {
  if (!(error instanceof RefusedFile)) throw error
  await say({ refused: error.message })
}
process.disconnect?.()
