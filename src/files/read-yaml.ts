import { Composer, type Document, isMap, LineCounter, Parser } from 'yaml'
import { depthOf } from './yaml-depth.ts'
import { lineIn, type Path } from './yaml-lines.ts'
import { oddPlaces } from './yaml-places.ts'

/** One thing that is wrong with a file, and the line on which it stands. */
export type LineFault = { readonly line: number; readonly why: string }

/** What a YAML file says, with the line of each place in it; or everything that keeps it from being read (X4). */
export type ReadYaml =
  | { readonly ok: true; readonly value: unknown; lineOf(path: Path): number }
  | { readonly ok: false; readonly faults: readonly LineFault[] }

/** The largest file: 5 MB, as much as a request of the REST API may carry. */
export const MOST_BYTES = 5 * 1024 * 1024
/** Our own files are 8 deep. */
const MOST_DEPTH = 50
/** How often what is marked with an anchor may be repeated, repetitions inside repetitions counted. */
const MOST_REPEATS = 100
const MOST_VALUES = 1_000_000
const MOST_TOLD = 50

/** Duplicate keys are looked for here (`oddPlaces`): the parser takes minutes for a map of many. */
const OPTIONS = { version: '1.2', schema: 'core', strict: true, uniqueKeys: false, resolveKnownTags: false } as const

const refused = (...faults: LineFault[]): ReadYaml => ({ ok: false, faults: faults.slice(0, MOST_TOLD) })

/** Reads YAML 1.2 of an unknown sender: one document, no duplicate keys, bounded in size, depth and repetition. */
export function readYaml(text: string): ReadYaml {
  if (Buffer.byteLength(text) > MOST_BYTES) return refused({ line: 1, why: 'the file is larger than 5 MB' })
  const lines = new LineCounter()
  const lineAt = (offset: number) => lines.linePos(Math.min(offset, text.length)).line
  // The tokens are read without recursion, so that depth is known before anything unfolds it.
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  const tooDeep = depthOf(tokens, MOST_DEPTH)
  if (tooDeep !== null) return refused({ line: lineAt(tooDeep), why: `is nested more than ${MOST_DEPTH} deep` })
  const [document, second] = [...new Composer(OPTIONS).compose(tokens, true, text.length)]
  if (second) return refused({ line: lineAt(second.range[0]), why: 'a second document begins here; a file is one' })
  if (!document) return refused({ line: 1, why: 'the file is empty' })
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    why: inWords(message),
  }))
  if (document.directives?.yaml.version !== '1.2') faults.push({ line: 1, why: 'must be YAML 1.2' })
  const { odd, firstRepeat } = oddPlaces(document)
  for (const { offset, why } of odd) faults.push({ line: lineAt(offset), why })
  if (faults.length > 0) return refused(...faults.sort((one, other) => one.line - other.line))
  if (!isMap(document.contents)) return refused({ line: 1, why: 'must be names and values, such as "items:"' })
  const value = unfold(document)
  if (value === null)
    return refused({ line: lineAt(firstRepeat), why: 'repeats too much by anchors and aliases; write it out' })
  return { ok: true, value, lineOf: lineIn(document, lines) }
}

/** The document as plain values; null where repeats make it larger than any honest file. */
function unfold(document: Document.Parsed): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_REPEATS })
    return isBounded(value) ? value : null
  } catch (error) {
    if (error instanceof ReferenceError) return null
    throw error
  }
}

/** Counts every value as often as it is repeated, without recursion. */
function isBounded(whole: unknown): boolean {
  const waiting = [whole]
  for (let seen = 0; waiting.length > 0; seen++) {
    if (seen > MOST_VALUES) return false
    const value = waiting.pop()
    if (value !== null && typeof value === 'object') for (const inside of Object.values(value)) waiting.push(inside)
  }
  return true
}

/** The parser's sentence without the piece of the file it quotes. */
function inWords(message: string): string {
  const [first = ''] = message.split('\n')
  if (/^Unresolved tag/.test(first)) return 'tags such as !!this are not accepted'
  return first.replace(/ at line \d+, column \d+:?$/, '').slice(0, 200)
}
