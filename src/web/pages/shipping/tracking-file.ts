import { safeCell } from '#core/safe-cell.ts'
import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { fileWords as say } from '../../words/shipping-file.ts'

/** What the server says of a file. */
export type ReadFile = components['schemas']['ReadShipments']
/** One package of it. */
export type FilePackage = ReadFile['packages'][number]
/** How many of a file are of each kind. */
export type Counts = Readonly<Record<FilePackage['outcome'], number>>

const MOST_BYTES = 3 * 1024 * 1024
/** As many as one call takes. */
const AT_ONCE = 100

/** Reads a file by the server, which enters nothing; throws the sentence of what is wrong with it (S2). */
export async function readFile(file: File): Promise<ReadFile> {
  if (file.size > MOST_BYTES) throw new Error(say.tooLarge)
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return answer(api.POST('/api/v1/shipments/file', { body: { file: btoa(text) } }))
}

/** Enters what is ready, by the same door as a package that is typed; gives the packages with what became of each (S1, S2). */
export async function enterFile(
  packages: readonly FilePackage[],
  progress: (done: number) => void,
): Promise<readonly FilePackage[]> {
  const ready = packages.filter(isReady)
  const ends = new Map<FilePackage, FilePackage>()
  for (let from = 0; from < ready.length; from += AT_ONCE) {
    const part = ready.slice(from, from + AT_ONCE)
    const shipments = part.flatMap(({ entry }) => entry ?? [])
    const { results } = await answer(api.POST('/api/v1/shipments', { body: { shipments, keepBack: 0 } }))
    for (const [at, each] of part.entries()) {
      const result = results[at]
      if (result) ends.set(each, { ...each, outcome: result.outcome, problem: result.problem })
    }
    progress(Math.min(from + AT_ONCE, ready.length))
  }
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => ['order', 'orders', 'today', 'shipping'].includes(`${queryKey[0]}`),
  })
  return packages.map((each) => ends.get(each) ?? each)
}

/** What entering it would add. */
export const isReady = ({ outcome, entry }: FilePackage): boolean => outcome === 'entered' && entry !== null

/** How many are of each kind. */
export const countsOf = (packages: readonly FilePackage[]): Counts => ({
  entered: packages.filter(({ outcome }) => outcome === 'entered').length,
  known: packages.filter(({ outcome }) => outcome === 'known').length,
  refused: packages.filter(({ outcome }) => outcome === 'refused').length,
})

/** What became of each row, as a file that no spreadsheet takes for formulas. */
export function resultsFile(packages: readonly FilePackage[]): Blob {
  const cell = (text: string) => `"${safeCell(text).replaceAll('"', '""')}"`
  const rows = packages.flatMap((each) =>
    each.lines.map((line) => [
      `${line}`,
      each.order,
      each.carrier ?? each.entry?.carrier ?? '',
      each.tracking ?? each.entry?.tracking ?? '',
      say.ends[each.outcome],
      each.problem?.sentence ?? '',
    ]),
  )
  const text = [say.resultHeads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
  return new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv' })
}
