import { problem } from '#core/problems.ts'
import { Refusal } from './refusal.ts'

/** Reads a JSON body; none at all is left to the route, which knows whether it needs one. */
export function readJson(text: string): unknown {
  if (text === '') return undefined
  const value = parse(text.startsWith('\ufeff') ? text.slice(1) : text)
  const suspect = text.includes('__proto__') || text.includes('\\u')
  if (suspect && hasPrototypeKey(value)) {
    const why = 'is not accepted as the name of a field'
    const problems = [problem('not-valid', { field: '__proto__', why })]
    throw new Refusal({ status: 400, title: 'Not valid', detail: '', problems })
  }
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal({ status: 400, title: 'Not JSON', detail: 'The body is not JSON that can be read.' })
  }
}

/** Looks into everything without recursion: a body may be nested a hundred thousand deep. */
function hasPrototypeKey(whole: unknown): boolean {
  const waiting = [whole]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value === null || typeof value !== 'object') continue
    if (Object.hasOwn(value, '__proto__')) return true
    for (const inside of Object.values(value)) waiting.push(inside)
  }
  return false
}
