import { isObject, isSame, type Value } from './configuration-diff.ts'
import { type FieldChange, fieldChanges } from './tell-changes.ts'

/** The sections whose history is kept: those of the Settings tab, and what a merchant says of itself (U6, D38). */
export const CHANGED_SECTIONS = [
  'importing',
  'orders',
  'shipping',
  'methods',
  'carriers',
  'centers',
  'inventory',
  'sending',
  'themes',
  'emails',
  'merchant',
] as const
export type ChangedSection = (typeof CHANGED_SECTIONS)[number]

/** By which door a change came. */
export const WAYS = ['console', 'key', 'command-line', 'program'] as const
export type Way = (typeof WAYS)[number]

/** Who changes something: a person's address, a key's id, the command line, the program. */
export type Actor = { readonly who: string; readonly way: Way }

/** One difference of a section: an entry of its list by the name that people gave it, or null for the section itself. */
export type SettingsChange = {
  readonly entry: string | null
  readonly kind: 'added' | 'changed' | 'removed'
  readonly fields: readonly FieldChange[]
}

/** A section as the history compares it: fields, or a list of entries that have ids and names. */
export type ToldSection =
  | { readonly fields: Value }
  | { readonly entries: readonly { readonly id: string; readonly name: string; readonly fields: Value }[] }

/** What differs between a section as it was and as it is, entry by entry and field by field; nothing where it is the same (D38). */
export function settingsChanges(before: ToldSection, after: ToldSection): SettingsChange[] {
  if ('fields' in before && 'fields' in after) return changed(null, before.fields, after.fields)
  const [old, wanted] = [entriesOf(before), entriesOf(after)]
  const kept = [...wanted].flatMap(([id, { name, fields }]): SettingsChange[] => {
    const was = old.get(id)
    return was ? changed(name, was.fields, fields) : [{ entry: name, kind: 'added', fields: fieldsOf(fields, 'to') }]
  })
  const gone = [...old].filter(([id]) => !wanted.has(id))
  return [
    ...kept,
    ...gone.map(([, { name, fields }]) => ({
      entry: name,
      kind: 'removed' as const,
      fields: fieldsOf(fields, 'from'),
    })),
    ...orderChange([...old.keys()], wanted),
  ]
}

const entriesOf = (section: ToldSection) =>
  new Map('entries' in section ? section.entries.map((entry) => [entry.id, entry]) : [])

const changed = (entry: string | null, from: Value, to: Value): SettingsChange[] =>
  isSame(from, to) ? [] : [{ entry, kind: 'changed', fields: fieldChanges('', from, to) }]

/** What an entry that came or went consists of. */
const fieldsOf = (value: Value, side: 'from' | 'to'): FieldChange[] =>
  isObject(value)
    ? fieldChanges('', side === 'from' ? value : {}, side === 'from' ? {} : value).filter(
        (each) => !isEmpty(each[side]),
      )
    : []

const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The order of the entries that stay, where it is another one: it decides between equals. */
function orderChange(old: readonly string[], wanted: ReadonlyMap<string, { readonly name: string }>): SettingsChange[] {
  const before = new Set(old)
  const now = [...wanted.keys()].filter((id) => before.has(id))
  const was = old.filter((id) => wanted.has(id))
  if (isSame(now, was)) return []
  const names = (ids: readonly string[]) => ids.map((id) => wanted.get(id)?.name ?? id)
  return [{ entry: null, kind: 'changed', fields: [{ field: 'order', from: names(was), to: names(now) }] }]
}
