import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Source } from './archive.ts'
import { LIMITS } from './limits.ts'
import type { SheetHead } from './open-file.ts'
import { RefusedFile } from './refused-file.ts'
import type { SheetRow } from './sheet-rows.ts'

/** A file that is read in a process of its own; end it with `close`, also after an error. */
export type FileApart = {
  readonly sheets: readonly SheetHead[]
  /** The rows of a sheet with any content, in batches. Throws RefusedFile where the file cannot be read any further. */
  rows(sheet: number): AsyncGenerator<readonly SheetRow[], readonly string[]>
  close(): void
}

/** How long the reading process may think about its next words, in milliseconds, and how much memory it may use, in megabytes. */
export type Patience = { readonly thinking: number; readonly memory: number }

const PATIENCE: Patience = { thinking: 60_000, memory: 96 }
const PROGRAM = join(import.meta.dirname, 'reading-process.ts')
const ROOT = join(import.meta.dirname, '..', '..', '..')
/** What the program itself is made of. */
const READABLE = ['src/files', 'node_modules', 'package.json'].map((place) => join(ROOT, place))

/**
 * Opens an untrusted spreadsheet in a process of its own, which may read that file and nothing else, has a limit of memory and of time,
 * and whose death is a refusal and harms nobody. Throws RefusedFile with a sentence for people.
 */
export async function openApart(source: Source, patience: Patience = PATIENCE): Promise<FileApart> {
  const size = 'path' in source ? statSync(source.path).size : source.bytes.length
  if (size > LIMITS.fileBytes) throw tooLarge()
  const folder = mkdtempSync(join(tmpdir(), 'millrace-sheet-'))
  const child = start(source, folder, patience)
  const close = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  const listen = listener(child, patience)
  try {
    const { sheets = [] } = await listen()
    return { sheets, rows: (sheet) => rowsOf(child, sheet, listen), close }
  } catch (error) {
    close()
    throw error
  }
}

function start(source: Source, folder: string, { memory }: Patience): ChildProcess {
  const path = 'path' in source ? source.path : ''
  const child = fork(PROGRAM, [path, folder], {
    cwd: folder,
    env: {},
    execArgv: [
      `--max-old-space-size=${memory}`,
      '--max-semi-space-size=4',
      '--permission',
      ...[...READABLE, folder, ...(path ? [path] : [])].map((place) => `--allow-fs-read=${place}`),
      `--allow-fs-write=${folder}`,
    ],
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
  })
  // A process that died while bytes were on their way has said why by its silence.
  child.stdin?.on('error', () => {})
  child.stdin?.end('bytes' in source ? source.bytes : undefined)
  return child
}

/** What the reading process says, one line each. */
type Said = {
  readonly sheets?: readonly SheetHead[]
  readonly rows?: readonly SheetRow[]
  readonly merged?: readonly string[]
  readonly refused?: string
}

/** Gives its next words; silence for too long, and death, are refusals. */
function listener(child: ChildProcess, { thinking }: Patience): () => Promise<Said> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]()
  return async () => {
    const limit = setTimeout(() => child.kill('SIGKILL'), thinking)
    try {
      const { value, done } = await lines.next()
      if (done) throw tooHeavy()
      const said = JSON.parse(value) as Said
      if (said.refused !== undefined) throw new RefusedFile(said.refused)
      return said
    } finally {
      clearTimeout(limit)
    }
  }
}

async function* rowsOf(
  child: ChildProcess,
  sheet: number,
  listen: () => Promise<Said>,
): AsyncGenerator<readonly SheetRow[], readonly string[]> {
  child.send(sheet)
  for (;;) {
    const { rows, merged } = await listen()
    if (rows) yield rows
    if (merged) return merged
  }
}

const tooLarge = () =>
  new RefusedFile(`The file is larger than ${LIMITS.fileBytes / 1024 / 1024} MB. Bring it in parts.`)

const tooHeavy = () =>
  new RefusedFile('Reading the file took too much time or memory, so it was stopped. Bring it in parts, or as CSV.')
