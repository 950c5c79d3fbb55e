import { createHash, type Hash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type BackupPart, openFrames } from './frames.ts'
import {
  type BackupEnd,
  type BackupHead,
  type BackupRecord,
  readRecords,
  type TableCount,
  type TableHead,
} from './records.ts'
import { BackupRefusal } from './refusal.ts'

/** A file of a backup, which part it must be, and the keys that it may have been made with. */
export type BackupToRead = { readonly file: string; readonly part: BackupPart; readonly keys: readonly Buffer[] }

/** Reads a backup from its beginning to its end, record by record; whatever is wrong with it is a refusal. */
export async function* readBackup({ file, part, keys }: BackupToRead): AsyncGenerator<BackupRecord> {
  if (!existsSync(file)) throw new BackupRefusal(`There is no file ${file}.`)
  const unpacked = createGunzip({ chunkSize: 256 * 1024 })
  const done = pipeline(openFrames(createReadStream(file), keys, part), unpacked)
  done.catch(() => {})
  yield* readRecords(unpacked)
  await done
}

/** The head of a backup. */
export async function readHead(from: BackupToRead): Promise<BackupHead> {
  for await (const record of readBackup(from)) {
    if (record.is === 'head') return record.value
    break
  }
  throw new BackupRefusal(`${from.file} has no beginning.`)
}

/** What takes the tables of a backup one after the other. */
export type TableTaker = {
  begin(table: TableHead): Promise<void>
  rows(chunk: Buffer): Promise<void>
  /** Gives how many rows were taken. */
  end(): Promise<number>
}

/** Takes all tables and checks each against what the end of the backup says must have come; gives the head and the end. */
export async function takeTables(
  from: BackupToRead,
  taker: TableTaker,
): Promise<{ readonly head: BackupHead; readonly end: BackupEnd }> {
  const counts: TableCount[] = []
  let head: BackupHead | null = null
  let open: { table: string; sum: Hash } | null = null
  const finish = async () => {
    if (open) counts.push({ table: open.table, rows: await taker.end(), sha256: open.sum.digest('hex') })
    open = null
  }
  for await (const record of readBackup(from)) {
    if (record.is === 'head') head = record.value
    if (record.is === 'table') {
      await finish()
      open = { table: record.value.table, sum: createHash('sha256') }
      await taker.begin(record.value)
    }
    if (record.is === 'rows') {
      ;(open as { sum: Hash } | null)?.sum.update(record.value)
      await taker.rows(record.value)
    }
    if (record.is !== 'end') continue
    await finish()
    if (head === null || JSON.stringify(counts) !== JSON.stringify(record.value.tables))
      throw new BackupRefusal(`The tables of ${from.file} are not what its end says. Nothing of it is used.`)
    return { head, end: record.value }
  }
  throw new BackupRefusal(`${from.file} has no end. Nothing of it is used.`)
}

/** Reads a whole file and checks every table, without a database; gives what is in it (D47). */
export async function checkBackup(from: BackupToRead): Promise<{ head: BackupHead; end: BackupEnd }> {
  let lines = 0
  return takeTables(from, {
    begin: async () => {
      lines = 0
    },
    rows: async (chunk) => {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++
    },
    end: async () => lines,
  })
}
