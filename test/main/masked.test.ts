import { inspect } from 'node:util'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { decideGrant, type PiiGrant, sealingGrant } from '#core/pii/grant.ts'
import { type Masked, mask, unmask } from '#core/pii/masked.ts'
import { ok } from '#core/problems.ts'

const NAME = 'Quentina Zebrafield'
type Json = { readonly [field: string]: unknown }

describe('a masked value', () => {
  test.each<[string, (masked: unknown) => string]>([
    ['as JSON', (masked) => JSON.stringify({ buyer: masked, list: [masked] })],
    ['in a text', (masked) => `${masked}`],
    ['joined to a text', (masked) => `Order of ${String(masked)}`],
    ['as Node prints it', (masked) => inspect({ masked }, { depth: 9, showHidden: true })],
    ['in an error', (masked) => `${new Error(`cannot ship to ${masked}`, { cause: masked })}`],
    ['copied field by field', (masked) => JSON.stringify({ ...(masked as object) })],
    ['cloned', (masked) => JSON.stringify(structuredClone(masked))],
    ['by its own names', (masked) => Reflect.ownKeys(masked as object).join()],
  ])('[U2] written %s shows nothing of what it holds', (_, write) => {
    const text = write(mask({ name: NAME, lines: [NAME] }))
    expect(text).not.toContain('Zebra')
  })

  test.each([
    '',
    'A',
    'Đặng Thị Minh Khai',
    '\u{1F469}\u200D\u{1F680} Łukasz-Øyvind de la Peña y Müller-Ünlü',
    'x'.repeat(10_000),
    'a\u0301\u202E',
  ])(
    '[U2] the mask of a name is the mask of every other: neither its length nor its first letter shows (%#)',
    (name) => {
      expect([JSON.stringify(mask(name)), `${mask(name)}`, inspect(mask(name))]).toEqual([
        JSON.stringify(mask(NAME)),
        `${mask(NAME)}`,
        inspect(mask(NAME)),
      ])
    },
  )

  test('[U3] it opens with a grant, and with nothing that only looks like one', () => {
    const masked = mask(NAME)
    const granted = decideGrant({
      viewer: {
        kind: 'user',
        userId: 'U1',
        email: 'a@example.com',
        sessionId: 'S',
        secondFactorAt: 5,
        scopes: ['pii:reveal'],
      },
      way: 'reveal',
      purpose: 'ship',
      origins: ['amazon'],
      opened: 1,
      allowed: 1,
      coveredByRun: false,
      now: 5,
    })
    if (!granted.ok) throw new Error('no grant')
    expect(unmask(masked, granted.value)).toBe(NAME)
    for (const forged of [undefined, null, 'grant', {}, { ...granted.value }, { way: 'reveal', purpose: 'ship' }])
      expect(() => unmask(masked, forged as PiiGrant)).toThrow('without a grant')
    expect(granted).toEqual(ok(granted.value))
  })

  test('[U3] what does not hold a grant does not compile, and a masked value is no text and no object of fields', () => {
    const masked = mask(NAME)
    const refused = () => {
      // @ts-expect-error: nothing is no grant
      unmask(masked)
      // @ts-expect-error: a text is no grant
      unmask(masked, 'pii:reveal')
      // @ts-expect-error: an object of the same form is no grant
      unmask(masked, { way: 'reveal', purpose: 'ship' })
      // @ts-expect-error: a scope is no grant
      unmask(masked, ['pii:reveal'])
      // @ts-expect-error: a copy of a grant is no grant
      unmask(masked, { ...sealingGrant() })
      // @ts-expect-error: a masked text is no text
      const text: string = masked
      // @ts-expect-error: masked fields are no fields, so no reply takes them
      const json: Json = mask({ name: NAME })
      // @ts-expect-error: what is inside has no name outside
      masked.value
      return [text, json]
    }
    expect(refused).toBeTypeOf('function')
    expectTypeOf(mask(NAME)).toEqualTypeOf<Masked<string>>()
    expectTypeOf<Masked<string>>().not.toExtend<string>()
  })
})
