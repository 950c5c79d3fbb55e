/** What a cell says, or what is wrong with it and what to write instead. */
export type ReadCell<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string; readonly instead: string }

/** A cell that was read. */
export const good = <T>(value: T): ReadCell<T> => ({ ok: true, value })
/** A cell that is wrong, and what to write instead. */
export const bad = (why: string, instead: string) => ({ ok: false as const, why, instead })

/** An apostrophe that an export put before what a spreadsheet would take for a formula. */
const GUARD = /^'(?=[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/

/** A cell without that apostrophe. */
export const unguarded = (cell: string): string => cell.replace(GUARD, '')

/** The text of a cell as a person means it: without blanks around it, without the apostrophe of a formula-safe export, in one line (T5). */
export const cellText = (cell: string | undefined): string => unguarded((cell ?? '').replace(/[\r\n\0]+/g, ' ').trim())

const NONE = new Set(['none', 'keine', 'keiner', 'kein', 'aucun', 'aucune', 'ninguno', 'ninguna', 'nessuno', 'nessuna'])

/** True where a cell says that there is none: a blank one says nothing, and leaves what is there. */
export const saysNone = (cell: string): boolean => NONE.has(cell.toLowerCase())

const YES = new Set([
  'yes',
  'y',
  'true',
  't',
  '1',
  'x',
  'on',
  '✓',
  '✔',
  'ja',
  'j',
  'wahr',
  'oui',
  'o',
  'vrai',
  'si',
  'sí',
  's',
  'verdadero',
  'vero',
  'sim',
])
const NO = new Set(['no', 'n', 'false', 'f', '0', 'off', '-', 'nein', 'falsch', 'non', 'faux', 'falso', 'não'])

/** Reads yes or no as people write it, in five languages (T5). */
export function readYesNo(cell: string): ReadCell<boolean> {
  const word = cell.toLowerCase()
  if (YES.has(word)) return good(true)
  return NO.has(word) ? good(false) : bad('is neither yes nor no', 'write yes or no')
}

/** The sign that people and programs write before a number, as a minus or nothing, and the rest without blanks. */
export const unsigned = (cell: string) => {
  const below = /^[-\u2212\u2013]/.test(cell)
  return {
    sign: below ? '-' : '',
    digits: cell.replace(/^[-+\u2212\u2013]\s*/, '').replace(/[\s\u00a0\u202f'\u2019]/g, ''),
  }
}

/** Reads a whole number as people write it: 1200, 1,200, 1.200, 1 200, 12.0, +3, −3 (T5). */
export function readWhole(cell: string): ReadCell<number> {
  if (isSpoilt(cell)) return bad(SPOILT, 'write all its digits')
  const { sign, digits } = unsigned(cell)
  const plain = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(digits)
    ? digits.replace(/[.,]/g, '')
    : digits.replace(/[.,]0{1,2}$/, '')
  const value = Number(`${sign}${plain}`)
  if (!/^\d{1,15}$/.test(plain)) return bad('is no whole number', 'write digits only, such as 12')
  return good(value === 0 ? 0 : value)
}

/** Why a spoilt number is of no use. */
export const SPOILT = 'was shortened to a power of ten by a spreadsheet, and its last digits are lost'

/** True for a number that a spreadsheet has shortened: 1.23457E+12 (T5). */
export const isSpoilt = (cell: string): boolean => /^\d([.,]\d+)?E\+?\d{1,3}$/i.test(cell)
