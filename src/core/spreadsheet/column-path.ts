/** One step of a path: a name, the fields that say which of several is meant, and its number where there may be several. */
export type PathStep = {
  readonly name: string
  readonly selectors: readonly (readonly [key: string, value: string])[]
  readonly index?: number
}

/** A column of Amazon's unified template: `item_name[language_tag=en_US]#1.value` (spapi-listings 7.3). */
export type ColumnPath = readonly PathStep[]

/** A value of a listing's attributes, as Amazon's JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type Fields = { [key: string]: Json }

const STEP = /([^.[\]#=]+)((?:\[[^[\]=]+=[^[\]]*\])*)(?:#(\d{1,4}))?(\.|$)/y
const SELECTOR = /\[([^[\]=]+)=([^[\]]*)\]/g

/** Reads a path, or gives undefined where it is none. */
export function parseColumnPath(text: string): ColumnPath | undefined {
  const path: PathStep[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < text.length) {
    const found = STEP.exec(text)
    if (!found) return undefined
    const [, name = '', brackets = '', number, end] = found
    const index = number === undefined ? undefined : Number(number)
    if (index === 0 || (end === '.' && STEP.lastIndex === text.length)) return undefined
    // What this name means to JavaScript itself must never be set by a file.
    if (name === '__proto__' || brackets.includes('__proto__')) return undefined
    const selectors = [...brackets.matchAll(SELECTOR)].map(([, key = '', value = '']) => [key, value] as const)
    path.push({ name, selectors, ...(index === undefined ? {} : { index }) })
  }
  return path.length > 0 ? path : undefined
}

/** The path as it stands in a template. */
export const columnPathText = (path: ColumnPath): string =>
  path
    .map(({ name, selectors, index }) => {
      const brackets = selectors.map(([key, value]) => `[${key}=${value}]`).join('')
      return `${name}${brackets}${index === undefined ? '' : `#${index}`}`
    })
    .join('.')

/** The attributes with a value put where the path leads; what lies on the way is made. The attributes given are not changed. */
export function putAtPath(attributes: Json | undefined, path: ColumnPath, value: Json): Json {
  const [step, ...rest] = path
  if (!step) return value
  const fields: Fields = isFields(attributes) ? { ...attributes } : {}
  const before = fields[step.name]
  const put = (within: Json | undefined) => putAtPath(selected(within, step, rest), rest, value)
  fields[step.name] = step.index === undefined ? put(before) : inList(before, step, put)
  return fields
}

/** What a step leads to, with the fields that say that it is meant; where the path ends there are none. */
function selected(within: Json | undefined, { selectors }: PathStep, rest: ColumnPath): Json | undefined {
  if (rest.length === 0 || selectors.length === 0) return within
  return { ...Object.fromEntries(selectors), ...(isFields(within) ? within : {}) }
}

/** The list with its n-th entry of those that a step means replaced; entries before it are made where there are too few. */
function inList(before: Json | undefined, step: PathStep, put: (within: Json | undefined) => Json): Json {
  const list: Json[] = Array.isArray(before) ? [...before] : []
  const meant = list.flatMap((each, at) => (matches(each, step) ? [at] : []))
  const at = meant[(step.index ?? 1) - 1]
  if (at !== undefined) return list.with(at, put(list[at]))
  const missing = (step.index ?? 1) - 1 - meant.length
  const blank: Json = Object.fromEntries(step.selectors)
  return [...list, ...Array.from({ length: missing }, () => blank), put(undefined)]
}

/**
 * The same, into attributes that are the caller's own and are changed: what a row of a template fills has been made for it, and a copy
 * for each of its cells would cost more than the rest of the import. Gives true where blank entries were made on the way.
 */
export function setAtPath(attributes: { [key: string]: Json }, path: ColumnPath, value: Json): boolean {
  let fields = attributes
  let madeBlanks = false
  for (let at = 0; at < path.length; at++) {
    const step = path[at] as PathStep
    const isLast = at === path.length - 1
    if (step.index === undefined) {
      if (isLast) fields[step.name] = value
      else fields = fields[step.name] = own(fields[step.name], step)
      continue
    }
    const before = fields[step.name]
    const list = (Array.isArray(before) ? before : []) as Json[]
    fields[step.name] = list
    const entries = list.length
    const place = placeIn(list, step)
    if (list.length > entries) madeBlanks = true
    if (isLast) list[place] = value
    else fields = list[place] = own(list[place], step)
  }
  return madeBlanks
}

/** The fields to go on in, with those that say that they are meant. */
function own(within: Json | undefined, { selectors }: PathStep): Fields {
  const fields = isFields(within) ? (within as Fields) : {}
  for (const [key, wanted] of selectors) fields[key] = wanted
  return fields
}

/** Where the n-th entry of those that a step means stands; entries before it are made where there are too few. */
function placeIn(list: Json[], step: PathStep): number {
  let missing = step.index ?? 1
  for (let at = 0; at < list.length; at++) if (matches(list[at], step) && --missing === 0) return at
  for (; missing > 1; missing--) list.push(Object.fromEntries(step.selectors))
  return list.length
}

/** The value to which a path leads, or undefined. */
export function readAtPath(attributes: Json | undefined, path: ColumnPath): Json | undefined {
  const [step, ...rest] = path
  if (!step) return attributes
  const found = isFields(attributes) ? attributes[step.name] : undefined
  if (step.index === undefined) return matches(found, step) ? readAtPath(found, rest) : undefined
  if (!Array.isArray(found)) return undefined
  return readAtPath(found.filter((each) => matches(each, step))[step.index - 1], rest)
}

/**
 * The attributes without what holds nothing but the fields that say which one is meant: what `putAtPath` made on the way to a third
 * bullet point where the first two are blank. `selectors` are the names of such fields.
 */
export function withoutEmpty(value: Json, selectors: ReadonlySet<string>): Json | undefined {
  if (Array.isArray(value)) {
    const kept: Json[] = []
    for (const each of value as readonly Json[]) {
      const rest = withoutEmpty(each, selectors)
      if (rest !== undefined) kept.push(rest)
    }
    return kept.length > 0 ? kept : undefined
  }
  if (!isFields(value)) return value
  const kept: Fields = {}
  let isMore = false
  for (const key of Object.keys(value)) {
    const rest = withoutEmpty(value[key] as Json, selectors)
    if (rest === undefined) continue
    // An own field always, also where it is called __proto__.
    if (key === '__proto__')
      Object.defineProperty(kept, key, { value: rest, enumerable: true, configurable: true, writable: true })
    else kept[key] = rest
    isMore ||= !selectors.has(key)
  }
  return isMore ? kept : undefined
}

const isFields = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** True when a value has the fields that a step asks for; a plain value has none. */
const matches = (value: Json | undefined, { selectors }: PathStep): boolean =>
  selectors.every(([key, wanted]) => isFields(value) && value[key] === wanted)
