import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ColumnPath,
  columnPathText,
  type Json,
  parseColumnPath,
  putAtPath,
  readAtPath,
  setAtPath,
  withoutEmpty,
} from './column-path.ts'

const path = (text: string): ColumnPath => {
  const found = parseColumnPath(text)
  if (!found) throw new Error(`no path: ${text}`)
  return found
}
const put = (values: Readonly<Record<string, Json>>): Json =>
  Object.entries(values).reduce<Json>((made, [text, value]) => putAtPath(made, path(text), value), {})

const SELECTORS = new Set(['marketplace_id', 'language_tag', 'audience'])

describe('columns of the unified template', () => {
  test('[T3] a column’s path is the listing that Amazon uses', () => {
    expect(
      put({
        'item_name[marketplace_id=X][language_tag=en_AE]#1.value': 'Mug',
        'bullet_point[marketplace_id=X][language_tag=en_AE]#2.value': 'second',
        'bullet_point[marketplace_id=X][language_tag=en_AE]#1.value': 'first',
        'unit_count[marketplace_id=X]#1.type[language_tag=en_AE].value': 'Count',
        'unit_count[marketplace_id=X]#1.value': 6,
        'color[marketplace_id=X]#1.standardized_values#1': 'Blue',
        'item_dimensions[marketplace_id=X]#1.length.unit': 'inches',
        'purchasable_offer[marketplace_id=X][audience=ALL]#1.our_price#1.schedule#1.value_with_tax': 12.5,
        'purchasable_offer[marketplace_id=X][audience=B2B]#1.our_price#1.schedule#1.value_with_tax': 11,
        'variation_theme#1.name': 'COLOR',
      }),
    ).toEqual({
      item_name: [{ marketplace_id: 'X', language_tag: 'en_AE', value: 'Mug' }],
      bullet_point: [
        { marketplace_id: 'X', language_tag: 'en_AE', value: 'first' },
        { marketplace_id: 'X', language_tag: 'en_AE', value: 'second' },
      ],
      unit_count: [{ marketplace_id: 'X', type: { language_tag: 'en_AE', value: 'Count' }, value: 6 }],
      color: [{ marketplace_id: 'X', standardized_values: ['Blue'] }],
      item_dimensions: [{ marketplace_id: 'X', length: { unit: 'inches' } }],
      purchasable_offer: [
        { marketplace_id: 'X', audience: 'ALL', our_price: [{ schedule: [{ value_with_tax: 12.5 }] }] },
        { marketplace_id: 'X', audience: 'B2B', our_price: [{ schedule: [{ value_with_tax: 11 }] }] },
      ],
      variation_theme: [{ name: 'COLOR' }],
    })
  })

  test('[T3] a third bullet point alone is the only one', () => {
    const made = put({ 'bullet_point[language_tag=en]#3.value': 'third' })
    expect(withoutEmpty(made, SELECTORS)).toEqual({ bullet_point: [{ language_tag: 'en', value: 'third' }] })
    expect(withoutEmpty(put({ 'a[language_tag=en]#2.b[audience=ALL]#2.c': 'x' }), SELECTORS)).toEqual({
      a: [{ language_tag: 'en', b: [{ audience: 'ALL', c: 'x' }] }],
    })
    expect(withoutEmpty({ a: [{ language_tag: 'en' }] }, SELECTORS)).toBeUndefined()
  })

  test.each(['', '.', 'a.', '.a', 'a#0', 'a#', 'a[b]', 'a[b=c', 'a#1#2', 'a..b', 'a[b=c]x', '::record_action#x'])(
    '[T3] %j is no path',
    (text) => {
      expect(parseColumnPath(text)).toBeUndefined()
    },
  )

  // As templates are: of one name all columns have the same selectors, the values of which differ; a name is a list, a group or a value.
  const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean())
  const selectors = fc.uniqueArray(fc.tuple(fc.constantFrom(...SELECTORS), fc.stringMatching(/^[A-Za-z0-9_]{1,5}$/)), {
    maxLength: 2,
    selector: ([key]) => key,
  })
  const step = fc.record({
    name: name.map((text) => `f_${text}`),
    selectors,
    index: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  })
  const steps = fc.array(step, { minLength: 1, maxLength: 4 }).map(
    (made): ColumnPath =>
      made.map(({ name: called, selectors: wanted, index }, at) => {
        // A step that leads to the value itself has no fields that could say which one is meant.
        const kept = at === made.length - 1 ? [] : wanted
        const kind = `${called}_${index === undefined ? 'one' : 'list'}_${kept
          .map(([key]) => key)
          .toSorted()
          .join('_')}_${at === made.length - 1 ? 'value' : 'group'}`
        return { name: kind, selectors: kept.toSorted(), ...(index === undefined ? {} : { index }) }
      }),
  )

  test('[T3] a path is written as it was read', () => {
    fc.assert(
      fc.property(steps, (made) => {
        expect(parseColumnPath(columnPathText(made))).toEqual(made)
      }),
    )
  })

  test('[T3] what is put at any paths is read at them again, in whatever order they come', () => {
    const columns = fc.uniqueArray(fc.tuple(steps, value), {
      maxLength: 12,
      selector: ([made]) => columnPathText(made),
    })
    fc.assert(
      fc.property(columns, (all) => {
        // A group with one meaning at a time: a later column of another meaning takes its place.
        const single = all.filter(([made]) =>
          made.every(({ index, selectors: wanted }) => index !== undefined || wanted.length === 0),
        )
        const listing = single.reduce<Json>((made, [at, put]) => putAtPath(made, at, put), {})
        for (const [at, put] of single) expect(readAtPath(listing, at)).toEqual(put)
        // What an import changes in its own attributes is the same.
        const own: { [name: string]: Json } = {}
        for (const [at, put] of single) setAtPath(own, at, put)
        expect(own).toEqual(listing)
      }),
    )
  })
})
