import { visibleText } from '../visible-text.ts'
import { type Change, isObject, isSame, type Value } from './configuration-diff.ts'

/** One field that differs: old and new; of a list of plain values only those that go and those that come. */
export type FieldChange = { readonly field: string; readonly from: Value; readonly to: Value }

/** A difference as people and programs are told of it (X4). */
export type ToldChange = Pick<Change, 'section' | 'name'> & {
  readonly kind: 'added' | 'changed' | 'removed'
  readonly fields: readonly FieldChange[]
}

/** Says what kind of difference it is, and for a changed entry which of its fields differ, old and new (X4). */
export function tellChange({ section, name, from, to }: Change): ToldChange {
  if (from === undefined) return { section, name, kind: 'added', fields: [] }
  if (to === undefined) return { section, name, kind: 'removed', fields: [] }
  return { section, name, kind: 'changed', fields: fieldChanges('', from, to) }
}

/** The fields of two values that differ, by their paths. */
export function fieldChanges(field: string, from: Value | undefined, to: Value | undefined): FieldChange[] {
  if (isSame(from, to)) return []
  if (isObject(from) && isObject(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])]
    return names.flatMap((name) => fieldChanges(field ? `${field}.${name}` : name, from[name], to[name]))
  }
  if (!Array.isArray(from) || !Array.isArray(to)) return [{ field, from: from ?? null, to: to ?? null }]
  if ([...from, ...to].every((each) => each === null || typeof each !== 'object')) return [listChange(field, from, to)]
  const longest = from.length > to.length ? from : to
  return longest.flatMap((_, at) => fieldChanges(`${field}[${at}]`, from[at], to[at]))
}

function listChange(field: string, from: readonly Value[], to: readonly Value[]): FieldChange {
  const [old, wanted] = [new Set(from), new Set(to)]
  const gone = from.filter((each) => !wanted.has(each))
  const added = to.filter((each) => !old.has(each))
  return gone.length + added.length === 0 ? { field, from, to } : { field, from: gone, to: added }
}

const MOST_SHOWN = 10
const LONGEST = 300

/** A change in lines for people: what it is about, then each field, old → new; what people wrote there is made visible. */
export const linesOfChange = ({ section, name, kind, fields }: ToldChange): string[] =>
  linesOf(`${kind} ${section} ${visibleText(name, 200)}`, fields)

/** The same after any words that say what was changed. */
export function linesOf(what: string, fields: readonly FieldChange[]): string[] {
  const [only] = fields
  if (fields.length === 1 && only?.field === '') return [`${what}: ${inWords(only)}`]
  return [what, ...fields.map((each) => `    ${each.field}: ${inWords(each)}`)]
}

function inWords({ from, to }: FieldChange): string {
  if (!Array.isArray(from) || !Array.isArray(to)) return `${shown(from)} → ${shown(to)}`
  const isReordered = from.length === to.length && from.length > 0 && from.every((each) => to.includes(each))
  if (isReordered) return 'another order'
  const signed = [...from.map((each) => `- ${shown(each)}`), ...to.map((each) => `+ ${shown(each)}`)]
  const more = signed.length > MOST_SHOWN ? `, and ${signed.length - MOST_SHOWN} more` : ''
  return `${signed.slice(0, MOST_SHOWN).join(', ')}${more}`
}

const shown = (value: Value): string => {
  if (value === null) return 'none'
  if (value === '') return '(empty)'
  return visibleText(typeof value === 'object' ? JSON.stringify(value) : String(value), LONGEST)
}
