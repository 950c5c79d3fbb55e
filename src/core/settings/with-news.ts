import { isObject, isSame, type Value } from './configuration-diff.ts'

type Maybe = Value | undefined

/** The form of one person with what another saved meanwhile: what the one did not touch is the other's, what both changed stays as the one has it (X1). */
export const withNews = <Form>(mine: Form, { from, theirs }: { readonly from: Form; readonly theirs: Form }): Form =>
  merged(mine as Maybe, from as Maybe, theirs as Maybe) as Form

function merged(mine: Maybe, from: Maybe, theirs: Maybe): Maybe {
  if (isSame(mine, from)) return theirs
  if (isSame(theirs, from)) return mine
  if (isObject(mine) && isObject(from) && isObject(theirs)) {
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
    return Object.fromEntries(names.map((name) => [name, merged(mine[name], from[name], theirs[name])])) as Value
  }
  const rows = [mine, from, theirs].map(namesIn)
  if (rows[0] === null || !rows.every((names) => isSame(names, rows[0]))) return mine
  const [own, before, news] = [mine, from, theirs] as readonly (readonly Value[])[]
  return own?.map((row, at) => merged(row, before?.[at], news?.[at])) as Value
}

/** By which field the rows of a form are known. */
const NAMES = ['code', 'place', 'carrier', 'methodId', 'itemId'] as const

/** The names of a list's rows; null where one has none: then nobody can say which row is which. */
function namesIn(list: Maybe): readonly string[] | null {
  const rows = Array.isArray(list) ? (list as readonly Value[]) : null
  const names = rows?.map((row) => (isObject(row) ? NAMES.map((name) => row[name]).find(isText) : undefined))
  return names?.every(isText) ? names : null
}

const isText = (value: Maybe): value is string => typeof value === 'string'
