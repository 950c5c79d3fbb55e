/** A place inside JSON: names and positions from the outside in. */
export type JsonPath = readonly (string | number)[]

/** Finds the line (from 1) of a place in a JSON text that parses; for a place that is not there the nearest one around it. */
export function lineOf(text: string, path: JsonPath): number {
  let offset = skip(text, 0)
  for (const step of path) {
    const next = childAt(text, offset, step)
    if (next === null) break
    offset = next
  }
  return text.slice(0, offset).split('\n').length
}

/** `items[3].price` as its steps. */
export const pathOf = (field: string): JsonPath =>
  [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) => (index === undefined ? name : Number(index)))

/** Steps as `items[3].price`. */
export const fieldOf = (path: JsonPath): string =>
  path.reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[${step}]` : name ? `${name}.${step}` : step),
    '',
  )

const skip = (text: string, from: number): number => {
  let at = from
  while (/\s/.test(text[at] ?? '')) at++
  return at
}

/** Where a child's value begins inside the object or list that begins at `offset`; null where there is none. */
function childAt(text: string, offset: number, step: string | number): number | null {
  const isObject = text[offset] === '{'
  if (!isObject && text[offset] !== '[') return null
  let at = skip(text, offset + 1)
  for (let index = 0; text[at] !== undefined && text[at] !== '}' && text[at] !== ']'; index++) {
    let name: string | number = index
    if (isObject) {
      const end = endOfString(text, at)
      name = JSON.parse(text.slice(at, end)) as string
      at = skip(text, skip(text, end) + 1)
    }
    if (name === step) return at
    at = skip(text, endOfValue(text, at))
    if (text[at] === ',') at = skip(text, at + 1)
  }
  return null
}

function endOfString(text: string, from: number): number {
  let at = from + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function endOfValue(text: string, from: number): number {
  if (text[from] === '"') return endOfString(text, from)
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const mark = text[at] ?? ''
    if (mark === '"') at = endOfString(text, at) - 1
    else if (mark === '{' || mark === '[') depth++
    else if (mark === '}' || mark === ']') {
      if (depth === 0) return at
      depth--
      if (depth === 0) return at + 1
    } else if (mark === ',' && depth === 0) return at
  }
  return text.length
}

/** The line on which a text stops being JSON: the first whose end the parser does not merely want to go on from. */
export function lineOfFault(text: string): number {
  const lines = text.split('\n')
  let [from, to] = [1, lines.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (wantsMore(lines.slice(0, middle).join('\n'))) from = middle + 1
    else to = middle
  }
  return from
}

function wantsMore(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const { message } = error as Error
    return /^(Unexpected end|Unterminated)/.test(message) || message.includes(`at position ${text.length}`)
  }
}
