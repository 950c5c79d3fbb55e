import type { Checked } from '#core/settings/faults.ts'
import { sentence } from '../../parts/sentence.ts'
import type { FieldFaults } from '../../parts/use-section.ts'

/** What a check of the server's own rules found, by field. */
export const faultsOf = (checked: Checked<unknown>): FieldFaults =>
  checked.ok
    ? {}
    : Object.fromEntries(checked.problems.map(({ facts }) => [String(facts.field), sentence(String(facts.why))]))

/** The same with faults of entries (`ids[2]`) told at the field that holds them all, by line. */
export function byLine(faults: FieldFaults, say: (line: number, why: string) => string): FieldFaults {
  const told = Object.entries(faults).map(([field, why]) => {
    const [, name, at] = /^(\w+)\[(\d+)\]$/.exec(field) ?? []
    return name ? ([name, say(Number(at) + 1, why)] as const) : ([field, why] as const)
  })
  return Object.fromEntries(told.reverse())
}

/** The lines of a text without empty ones; the order stays. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The number that a field holds; what is none counts as wrong in every check. */
export const numberOf = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN)

/** The same for a field that may be empty. */
export const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : numberOf(text))
