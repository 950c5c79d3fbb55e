import type { ImportKind, RecognizedFile } from '#core/spreadsheet/import.ts'
import { asNamed, headingsText, namedHeadings } from '#core/spreadsheet/named-headings.ts'
import { OWN_KINDS } from '#core/spreadsheet/own-field.ts'
import type { Deps, Tx } from './deps.ts'

/** A file as a person named its columns before, where somebody did; what they now say that it is goes before (T5). */
export async function asRemembered(
  deps: Deps,
  tx: Tx,
  { file, wanted }: { readonly file: RecognizedFile; readonly wanted: ImportKind | null },
): Promise<RecognizedFile> {
  if (file.kind !== null && !OWN_KINDS.some((own) => own === file.kind)) return file
  const named = await tx.store.findNamedColumns(deps.fingerprint(headingsText(file)))
  return named && (wanted === null || wanted === named.kind) ? asNamed(file, named) : file
}

/** Remembers for the next file with such headings what a person says that the columns are (T5). */
export async function rememberColumns(
  deps: Deps,
  tx: Tx,
  { file, who }: { readonly file: RecognizedFile; readonly who: string },
): Promise<void> {
  const named = namedHeadings(file)
  if (!named) return
  const headings = deps.fingerprint(headingsText(file))
  await tx.store.keepNamedColumns({ ...named, headings, by: who, at: deps.now() })
}
