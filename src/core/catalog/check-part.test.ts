import { expect, test } from 'vitest'
import { controlOf, faultOfPart, fixedValue } from './check-part.ts'

test.each([
  [{ type: 'string' }, { kind: 'text', long: false }],
  [
    { type: 'string', maxLength: 2000 },
    { kind: 'text', long: true },
  ],
  [{ type: 'string', format: 'date' }, { kind: 'day' }],
  [{ type: 'integer' }, { kind: 'number', whole: true }],
  [{ type: 'boolean' }, { kind: 'choice', values: [true, false], labels: ['Yes', 'No'], open: false }],
  [
    { type: 'string', enum: ['a', 'b'], enumNames: ['A'] },
    { kind: 'choice', values: ['a', 'b'], labels: ['A', 'b'], open: false },
  ],
  [
    { anyOf: [{ type: 'string' }, { type: 'string', enum: ['a'], enumNames: ['A'] }] },
    { kind: 'choice', values: ['a'], labels: ['A'], open: true },
  ],
  [{ oneOf: [{ type: 'integer' }] }, { kind: 'number', whole: true }],
  [{ type: 'array', items: { type: 'object' } }, { kind: 'list' }],
  [{ type: 'object', properties: {} }, { kind: 'group' }],
  [{ type: 'array' }, { kind: 'raw' }],
  [{ anyOf: [{ type: 'object' }, { type: 'integer' }] }, { kind: 'raw' }],
  [{}, { kind: 'raw' }],
] as const)('[T1] the definition %o is filled in by %o; what is not known stays as it is written', (part, control) => {
  expect(controlOf(part)).toEqual(control)
})

test.each([
  [{ type: 'string', maxLength: 3 }, 'abcd', 'has 4 of at most 3 characters'],
  [{ type: 'string', maxUtf8ByteLength: 3 }, 'éé', 'has 4 of at most 3 bytes'],
  [{ type: 'string', minLength: 2 }, 'a', 'needs at least 2 characters'],
  [{ type: 'integer' }, 1.5, 'must be a whole number'],
  [{ type: 'number' }, 'x', 'must be a number'],
  [{ type: 'number', minimum: 1 }, 0, 'must be at least 1'],
  [{ type: 'number', maximum: 1 }, 2, 'must be at most 1'],
  [{ type: 'number', exclusiveMinimum: 0 }, 0, 'must be above 0'],
  [{ type: 'number', exclusiveMaximum: 9 }, 9, 'must be below 9'],
  [{ type: 'string', minLength: 2 }, '', null],
  [{ type: 'number' }, 0, null],
  [{ type: 'object' }, 'x', null],
] as const)('[T1] of %o the value %j is told to be wrong while it is typed: %s', (part, value, fault) => {
  expect(faultOfPart(part, value)).toBe(fault)
})

test('[T1] what can be one value only is filled in by itself', () => {
  expect(fixedValue({ enum: ['ATVPDKIKX0DER'] })).toBe('ATVPDKIKX0DER')
  expect(fixedValue({ hidden: true, default: 'en_US' })).toBe('en_US')
  expect(fixedValue({ enum: ['a', 'b'], default: 'a' })).toBeUndefined()
})
