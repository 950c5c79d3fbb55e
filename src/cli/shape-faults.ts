import { z } from 'zod'
import { fieldOf, type JsonPath } from './json-lines.ts'

/** One thing that is wrong with a file: where, and what. */
export type Fault = { readonly path: JsonPath; readonly sentence: string }

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'names and values',
}

/** How a file of this shape must look, `{ "methods": [ … ] }`, or null for a shape without fields; what may be left out is left out. */
export function formOf(shape: z.ZodType): string | null {
  if (!(shape instanceof z.ZodObject)) return null
  const fields = Object.entries(shape.shape as Readonly<Record<string, z.ZodType>>).filter(
    ([, value]) => !(value instanceof z.ZodOptional),
  )
  return `{ ${fields.map(([name, value]) => `"${name}": ${isList(value) ? '[ … ]' : '…'}`).join(', ')} }`
}

const isList = (shape: z.ZodType): boolean =>
  shape instanceof z.ZodArray || (shape instanceof z.ZodDefault && isList(shape.unwrap() as z.ZodType))

/** What a file's shape finds wrong, in words, each with its place. */
export function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path as JsonPath
  const fault = (why: string): Fault => ({ path, sentence: `${fieldOf(path) || 'the whole'}: ${why}` })
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, 20)
        .map((key) => ({ path: [...path, key], sentence: `${fieldOf([...path, key])}: is not a known field` }))
    case 'invalid_type':
      return [fault(wrongKind(issue))]
    case 'too_small':
      return [fault(`must be ${['string', 'array'].includes(issue.origin) ? 'longer: ' : ''}at least ${issue.minimum}`)]
    case 'too_big':
      return [fault(`must be ${['string', 'array'].includes(issue.origin) ? 'shorter: ' : ''}at most ${issue.maximum}`)]
    case 'invalid_value':
      return [fault(`must be ${issue.values.map(String).join(' or ')}`)]
    default:
      return [fault(issue.message.replace(/^Invalid input$/, 'cannot be read'))]
  }
}

function wrongKind({ expected, message }: z.core.$ZodIssueInvalidType): string {
  if (/received undefined$/.test(message)) return 'is missing'
  const isBare = expected === 'string' && /received (number|boolean)$/.test(message)
  return isBare ? 'must be text: put it in quotes' : `must be ${KINDS[expected] ?? expected}`
}
