import { describe, expect, test } from 'vitest'
import type { Buyer } from './buyer.ts'
import { SEARCH_FIELDS, type SearchField, searchWord, searchWordsOf } from './search-words.ts'

const NOBODY: Buyer = {
  name: null,
  company: null,
  email: null,
  phone: null,
  shipTo: null,
  deliveryNotes: null,
  purchaseOrder: null,
  taxNumbers: [],
  lines: [],
}
const ADDRESS = {
  name: null,
  company: null,
  lines: [],
  district: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
}
const word = (field: SearchField, text: string, number?: string) =>
  searchWord(field, { text, ...(number === undefined ? {} : { number }) })

describe('[U3] what a buyer says by phone meets what Amazon wrote', () => {
  test.each<[field: SearchField, said: string, written: string]>([
    ['name', 'zorbalina quill', 'Zorbalina  QUILL'],
    ['name', 'Zorbalina Quill', '\uFF3A\uFF4F\uFF52\uFF42\uFF41\uFF4C\uFF49\uFF4E\uFF41\u3000\uFF31uill'],
    ['name', "O'Quill-Smythe", 'oquill smythe'],
    ['name', 'Zoë Müller', 'ZOE\u0308 MU\u0308LLER'],
    ['name', 'Zoe Muller', 'Zoë Müller'],
    ['name', 'Weissgerber', 'Weißgerber'],
    ['last-name', 'Quill', 'Zorbalina Quill'],
    ['last-name', 'Zorbalina Quill', 'Quentin QUILL .'],
    ['last-name', '山田太郎', '山田太郎'],
    ['email', ' ZQ77@Marketplace.Amazon.Example ', 'zq77@marketplace.amazon.example'],
    ['phone', '555-0177 ext', '(555) 01-77'],
    ['phone', '+1 (212) 555-0177', '212.555.0177'],
    ['phone', '00 49 30 555 0177', '\uFF10\uFF13\uFF10 5550177'],
  ])('%s: %s is %s', (field, said, written) => {
    expect(word(field, said)).not.toBeNull()
    expect(word(field, said)).toBe(word(field, written))
  })

  test('the postal code goes with a house number, however either is written', () => {
    expect(word('postal-code', '12207-1234', '77')).toBe(word('postal-code', '12207', 'No. 077'))
    expect(word('postal-code', 'sw1a 1aa', '10')).toBe(word('postal-code', 'SW1A1AA', '10b'))
    expect(word('postal-code', '1000', '12')).not.toBe(word('postal-code', '10001', '2'))
  })
})

test.each<[field: SearchField, text: string]>([
  ['name', ' .-'],
  ['last-name', '  '],
  ['phone', '555-01'],
  ['postal-code', '12207'],
])('[U3] what says too little finds nobody: %s "%s"', (field, text) => {
  expect(word(field, text)).toBeNull()
})

test('[U3] a buyer is found by the name of either person, and by each number of the address', () => {
  const words = searchWordsOf({
    ...NOBODY,
    name: 'Zorbalina Quill',
    email: 'zq@example.com',
    phone: '555-0177',
    shipTo: { ...ADDRESS, name: 'Quentin Quill', lines: ['77 Xylophone Crescent', 'Flat 9'], postalCode: '12207' },
  })
  expect(words.map((each) => `${each.field} ${each.word}`).sort()).toEqual([
    'email zq@example.com',
    'last-name quill',
    'name quentinquill',
    'name zorbalinaquill',
    'phone 5550177',
    'postal-code 12207 77',
    'postal-code 12207 9',
  ])
  expect(searchWordsOf(NOBODY)).toEqual([])
})

test('[U3] whatever the letters, a word is the same again when it is asked for as it was written, in any case and form', () => {
  let seed = 7
  const draw = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  const letters = [...'aZ éÉßſİıΣς中ｱア9 -’.ﬁǅ\u0301']
  for (let n = 0; n < 3000; n++) {
    const text = Array.from({ length: 1 + draw(12) }, () => letters[draw(letters.length)]).join('')
    for (const field of ['name', 'last-name'] as const) {
      const first = word(field, text)
      for (const form of ['NFC', 'NFD'] as const) expect(word(field, text.normalize(form))).toBe(first)
      if (first !== null) expect(word(field, first)).toBe(first)
    }
    expect(word('name', text.toUpperCase())).toBe(word('name', text.toUpperCase().toLowerCase()))
  }
})

test('[U3] the numbers of the fields never change: what is indexed would be found no more', () => {
  expect(SEARCH_FIELDS).toEqual({ name: 1, 'last-name': 2, email: 3, phone: 4, 'postal-code': 5 })
})
