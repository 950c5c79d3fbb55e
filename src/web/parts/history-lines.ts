import type { components } from '../generated/api.ts'
import { ENTRY_WORDS, historyWords, OPTION_WORDS } from '../words/history.ts'

/** One saving of a section as the API tells it. */
export type Saving = components['schemas']['SettingsChange']
type Difference = components['schemas']['SettingsDifference']
type Field = Difference['fields'][number]
const say = historyWords

/** A line of the history, and what it consisted of where an entry came or went. */
export type HistoryLine = { readonly text: string; readonly more: readonly string[] }

/** What was changed in words: "Buffer of center East: 2 → 5". */
export const historyLines = ({ section, changes }: Saving): HistoryLine[] =>
  changes.flatMap(({ entry, kind, fields }): HistoryLine[] => {
    const what = entry === null ? null : (ENTRY_WORDS[section]?.(entry) ?? entry)
    if (kind !== 'changed' && what !== null) {
      const side = kind === 'added' ? 'to' : 'from'
      const text = kind === 'added' ? say.added(capital(what)) : say.removed(capital(what))
      return [{ text, more: fields.map((field) => say.has(optionOf(field), valueText(field[side]))) }]
    }
    return fields.map((field) => ({ text: changeText(field, what), more: [] }))
  })

function changeText(field: Field, what: string | null): string {
  const option = what === null ? optionOf(field) : say.of(optionOf(field), what)
  const { from, to } = field
  if (!Array.isArray(from) || !Array.isArray(to)) return say.became(option, valueText(from), valueText(to))
  const reordered = from.length === to.length && from.every((each) => to.includes(each))
  if (reordered) return say.has(option, `${say.order}: ${to.join(', ')}`)
  const parts = [...from.map((each) => `− ${valueText(each)}`), ...to.map((each) => `+ ${valueText(each)}`)]
  return say.has(option, parts.join(', '))
}

const optionOf = ({ field }: Field): string => OPTION_WORDS[field] ?? field

function valueText(value: unknown): string {
  if (value === null || value === undefined) return say.nothing
  if (value === '') return say.empty
  if (typeof value === 'boolean') return value ? say.on : say.off
  if (Array.isArray(value)) return value.map(valueText).join(', ') || say.nothing
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
