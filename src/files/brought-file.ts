import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SheetHead } from './sheets/open-file.ts'
import { type FileApart, openApart } from './sheets/read-apart.ts'
import { RefusedFile } from './sheets/refused-file.ts'
import type { SheetRow } from './sheets/sheet-rows.ts'

/** A file that a person brought, open for reading in a process of its own; or the sentence that says why it cannot be read. */
export type BroughtFile =
  | { readonly ok: false; readonly why: string }
  | {
      readonly ok: true
      readonly sheets: readonly SheetHead[]
      /** Reads the rows of a sheet in batches until `take` answers true; gives why it could not be read any further, or null. */
      rows(sheet: number, take: (rows: readonly SheetRow[]) => Promise<boolean>): Promise<string | null>
      close(): void
    }

/** Opens a spreadsheet or a text with columns, whatever its name says. Nothing in it is trusted (security-dpp 8). */
export async function openBrought(bytes: Uint8Array): Promise<BroughtFile> {
  const lies = layDown(bytes)
  try {
    const file = await openApart(lies.source)
    const close = () => {
      file.close()
      lies.remove()
    }
    return { ok: true, sheets: file.sheets, rows: (sheet, take) => readRows(file, sheet, take), close }
  } catch (error) {
    lies.remove()
    return { ok: false, why: whyRefused(error) }
  }
}

const SMALL_BYTES = 1024 * 1024

/** A large file is read from a place on disk, piece by piece: the reading process need not hold it. */
function layDown(bytes: Uint8Array) {
  if (bytes.length <= SMALL_BYTES) return { source: { bytes }, remove: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'millrace-brought-'))
  const path = join(folder, 'file')
  writeFileSync(path, bytes, { mode: 0o600 })
  return { source: { path }, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

async function readRows(
  file: FileApart,
  sheet: number,
  take: (rows: readonly SheetRow[]) => Promise<boolean>,
): Promise<string | null> {
  const batches = file.rows(sheet)
  for (;;) {
    const next = await batches.next().catch(whyRefused)
    if (typeof next === 'string') return next
    if (next.done || (await take(next.value))) return null
  }
}

function whyRefused(error: unknown): string {
  if (error instanceof RefusedFile) return error.message
  throw error
}
