import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Section } from './configuration.ts'
import { type Change, diffConfiguration, isSame, type Sections, type Value } from './configuration-diff.ts'

type Entry = { readonly [name: string]: Value }
const LISTS: readonly (readonly [Section, string])[] = [
  ['items', 'id'],
  ['mappings', 'sellerSku'],
  ['centers', 'code'],
  ['methods', 'id'],
  ['themes', 'code'],
]

/** A reader of differences that knows nothing of how they were found: it makes the second configuration from the first. */
function applyChanges(before: Sections, changes: readonly Change[]): Sections {
  const after: Record<string, unknown> = structuredClone(before)
  for (const change of changes) {
    const id = LISTS.find(([section]) => section === change.section)?.[1]
    if (id === undefined) setField(after, [change.section, ...change.name.split('.')], change.to)
    else after[change.section] = withEntry((after[change.section] ?? []) as Entry[], { ...change, id })
  }
  for (const [section, id] of LISTS) if (after[section]) after[section] = inOrder(after[section] as Entry[], id)
  return after as Sections
}

const withEntry = (list: Entry[], { name, to, id }: Change & { id: string }): Entry[] => [
  ...list.filter((entry) => entry[id] !== name),
  ...(to === undefined ? [] : [to as Entry]),
]

function setField(whole: Record<string, unknown>, path: string[], value: Value | undefined): void {
  const [first = '', ...rest] = path
  if (rest.length > 0) {
    const inside = (whole[first] ?? {}) as Record<string, unknown>
    whole[first] = inside
    setField(inside, rest, value)
  } else if (value === undefined) delete whole[first]
  else whole[first] = value
}

/** Centers by their position, the rest by their ids: the order of the others says nothing. */
const inOrder = (list: Entry[], id: string) =>
  [...list]
    .sort((one, other) =>
      'position' in one || 'position' in other
        ? Number(one.position) - Number(other.position)
        : String(one[id]) < String(other[id])
          ? -1
          : 1,
    )
    .map(({ position, ...rest }) => rest)

const scalar: fc.Arbitrary<Value> = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Value>
const name = fc.stringMatching(/^[A-D]{1,2}$/)
const entries = (id: string) =>
  fc.uniqueArray(
    fc.record({ [id]: name, one: anything, two: scalar }).map((entry) => entry as Entry),
    { selector: (entry) => entry[id], maxLength: 8 },
  )
/** Objects of fixed names, as the sections are. */
const fields = fc.record({ a: scalar, b: fc.array(scalar), c: fc.record({ d: scalar, e: fc.array(anything) }) })
const all: fc.Arbitrary<Sections> = fc.record({
  merchant: fields,
  items: entries('id'),
  mappings: entries('sellerSku'),
  centers: entries('code'),
  methods: entries('id'),
  themes: entries('code'),
  orders: fields,
  shipping: fields,
})
const some = all.chain((whole) =>
  fc.subarray(Object.keys(whole)).map((kept) => Object.fromEntries(kept.map((key) => [key, whole[key as Section]]))),
)

const plain = (sections: Sections): Sections => ({
  ...sections,
  ...Object.fromEntries(
    LISTS.filter(([section]) => sections[section]).map(([section, id]) => {
      const list = sections[section] as Entry[]
      return [section, section === 'centers' ? list : inOrder(list, id)]
    }),
  ),
})

describe('the difference of two configurations', () => {
  test('[X4] applied to the first it makes the second', () => {
    fc.assert(
      fc.property(all, all, (before, after) => {
        const made = applyChanges(before, diffConfiguration(before, after))
        expect(isSame(made as Value, plain(after) as Value)).toBe(true)
      }),
    )
  })

  test('[X4] of a configuration with itself there is none, whatever the order of its lists but that of centers', () => {
    fc.assert(
      fc.property(all, (one) => {
        const turned = {
          ...one,
          items: [...(one.items as Entry[])].reverse(),
          methods: [...(one.methods as Entry[])].reverse(),
        }
        expect(diffConfiguration(one, structuredClone(turned))).toEqual([])
      }),
    )
  })

  test('[X4] sections that the second leaves out do not differ', () => {
    fc.assert(
      fc.property(all, some, (before, after) => {
        for (const change of diffConfiguration(before, after)) expect(Object.keys(after)).toContain(change.section)
      }),
    )
  })

  test('[X4] [O20] centers in another order differ by their position', () => {
    const [east, west] = [{ code: 'EAST' }, { code: 'WEST' }]
    expect(diffConfiguration({ centers: [east, west] }, { centers: [west, east] })).toEqual([
      { section: 'centers', name: 'WEST', from: { code: 'WEST', position: 2 }, to: { code: 'WEST', position: 1 } },
      { section: 'centers', name: 'EAST', from: { code: 'EAST', position: 1 }, to: { code: 'EAST', position: 2 } },
    ])
  })
})
