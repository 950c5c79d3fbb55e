import { type Problem, problem } from '../problems.ts'
import { columnLetters, type RowFault } from '../spreadsheet/import.ts'
import { visibleText } from '../visible-text.ts'
import type { CellFault } from './channel-order.ts'
import { columnMeaning } from './order-columns.ts'

/** How much of what is wrong with one order is told; the rest comes once this is mended. */
const MOST_TOLD = 12
const LONGEST_FACT = 480

/** All that is wrong with an order in one problem, each with the address of its cell (H3). What stands in a cell is told only where it is nobody's data. */
export function tellFaults(faults: readonly CellFault[], header: readonly string[], placed: boolean): RowFault {
  const sentences = faults.slice(0, MOST_TOLD).map((fault) => sentenceOf(fault, header))
  const more = faults.length - sentences.length
  if (more > 0) sentences.push(`${more} more.`)
  const parts = pack(sentences)
  const next = (at: number) => (parts[at] ? ` ${parts[at]}` : '')
  const facts = { one: parts[0] ?? '', two: next(1), three: next(2) }
  return { column: null, value: '', problem: told(facts, placed) }
}

const told = (facts: Readonly<Record<string, string>>, placed: boolean): Problem =>
  problem(placed ? 'channel-order-warned' : 'channel-order-refused', facts)

function sentenceOf(fault: CellFault, header: readonly string[]): string {
  const column = columnOf(fault, header)
  const place = column === null ? '' : `${columnLetters(column)}${fault.row} `
  return `${place}[${visibleText(fault.header, 60)}]: ${fault.why}.`
}

/** The column of a fault: where it was read, or the one that says what it is about. */
function columnOf({ column, header: about }: CellFault, header: readonly string[]): number | null {
  if (column >= 0) return column
  const wanted = columnMeaning(about)
  const found = header.findIndex((name) => {
    const meaning = columnMeaning(name)
    return 'name' in meaning && 'name' in wanted && meaning.of === wanted.of && meaning.name === wanted.name
  })
  return found < 0 ? null : found
}

/** Sentences in as few facts as hold them whole. */
function pack(sentences: readonly string[]): readonly string[] {
  const parts: string[] = []
  for (const sentence of sentences) {
    const last = parts.at(-1)
    const joined = last === undefined ? sentence : `${last} ${sentence}`
    if (last !== undefined && joined.length <= LONGEST_FACT) parts[parts.length - 1] = joined
    else parts.push(sentence.slice(0, LONGEST_FACT))
  }
  return parts
}
