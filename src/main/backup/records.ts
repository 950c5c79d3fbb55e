import { BackupRefusal } from './refusal.ts'

/** What a backup consists of, in this order: its head, each table with its rows, and at its end what must have come. */
export type BackupRecord =
  | { readonly is: 'head'; readonly value: BackupHead }
  | { readonly is: 'table'; readonly value: TableHead }
  | { readonly is: 'rows'; readonly value: Buffer }
  | { readonly is: 'end'; readonly value: BackupEnd }

/** Whose backup it is, of when, and under which migrations its tables stood; epoch ms. */
export type BackupHead = {
  readonly id: string
  readonly mode: string
  readonly madeAt: number
  readonly program: string
  readonly migrations: readonly { readonly version: number; readonly name: string; readonly sha256: string }[]
}

/** A table that follows, and the columns of its rows. */
export type TableHead = { readonly table: string; readonly columns: readonly string[] }

/** How much of a table there is, and its checksum. */
export type TableCount = { readonly table: string; readonly rows: number; readonly sha256: string }

/** What must have come, and where numbers are handed out next. */
export type BackupEnd = {
  readonly tables: readonly TableCount[]
  readonly sequences: readonly { readonly name: string; readonly value: number }[]
}

const KINDS = ['head', 'table', 'rows', 'end'] as const
const LONGEST = 1024 * 1024 * 1024

/** Writes records one after the other: kind, length, content. */
export function recordBytes(record: BackupRecord): Buffer[] {
  const content = record.is === 'rows' ? record.value : Buffer.from(JSON.stringify(record.value))
  const head = Buffer.alloc(5)
  head[0] = KINDS.indexOf(record.is)
  head.writeUInt32BE(content.length, 1)
  return [head, content]
}

/** Reads them again. Only what `openFrames` gave comes in here, so anything odd is a fault of this program. */
export async function* readRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    let at = 0
    while (held.length - at >= 5) {
      const length = held.readUInt32BE(at + 1)
      if (length > LONGEST) throw unreadable()
      if (held.length - at - 5 < length) break
      yield recordOf(held[at] ?? -1, held.subarray(at + 5, at + 5 + length))
      at += 5 + length
    }
    held = held.subarray(at)
  }
  if (held.length > 0) throw unreadable()
}

function recordOf(kind: number, content: Buffer): BackupRecord {
  const is = KINDS[kind]
  if (is === undefined) throw unreadable()
  if (is === 'rows') return { is, value: content }
  return { is, value: JSON.parse(content.toString('utf8')) } as BackupRecord
}

const unreadable = () => new BackupRefusal('This backup has a form that this program does not know. Use a newer one.')
