import type { Buyer } from './buyer.ts'

/** By what of a buyer orders are found, and the number of each in the index (U3). Numbers are never used again. */
export const SEARCH_FIELDS = {
  name: 1,
  'last-name': 2,
  email: 3,
  phone: 4,
  'postal-code': 5,
} as const
export type SearchField = keyof typeof SEARCH_FIELDS

/** One word by which a buyer is found. */
export type SearchWord = { readonly field: SearchField; readonly word: string }

const PHONE_DIGITS = 7
/** House numbers of one address that count; an address with more is odd, and the first say it. */
const NUMBERS = 4

/** A text as it is compared: compatible forms, cases and accents are one, and only letters and digits are left. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('ς', 'σ')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** What a person asked for, as it is compared; null where it says too little to look for. */
export function searchWord(
  field: SearchField,
  asked: { readonly text: string; readonly number?: string },
): string | null {
  const word = WORDS[field](asked.text, asked.number ?? '')
  return word === '' ? null : word
}

const WORDS: Readonly<Record<SearchField, (text: string, number: string) => string>> = {
  name: plain,
  'last-name': (text) =>
    plain(
      text
        .trim()
        .split(/\s+/u)
        .filter((part) => plain(part) !== '')
        .at(-1) ?? '',
    ),
  email: (text) => text.normalize('NFKC').trim().toLowerCase(),
  phone: (text) => {
    const digits = text.normalize('NFKC').replace(/\D/g, '')
    return digits.length < PHONE_DIGITS ? '' : digits.slice(-PHONE_DIGITS)
  },
  'postal-code': (text, number) => {
    const house = /\d+/.exec(number.normalize('NFKC'))?.[0] ?? ''
    const code = postalCode(text)
    return code === '' || house === '' ? '' : `${code} ${Number(house)}`
  },
}

/** American codes count without their four digits more, which few people know. */
const postalCode = (text: string): string =>
  plain(
    text
      .normalize('NFKC')
      .trim()
      .replace(/^(\d{5})-?\d{4}$/, '$1'),
  )

/** Every word by which a buyer may be found (U3). */
export function searchWordsOf({ name, email, phone, shipTo }: Buyer): readonly SearchWord[] {
  const words = new Map<string, SearchWord>()
  const add = (field: SearchField, text: string | null | undefined, number?: string) => {
    const word = text ? searchWord(field, { text, ...(number === undefined ? {} : { number }) }) : null
    if (word !== null) words.set(`${field} ${word}`, { field, word })
  }
  for (const each of [name, shipTo?.name]) {
    add('name', each)
    add('last-name', each)
  }
  add('email', email)
  add('phone', phone)
  const numbers = (shipTo?.lines ?? []).flatMap((line) => line.normalize('NFKC').match(/\d+/g) ?? [])
  for (const number of numbers.slice(0, NUMBERS)) add('postal-code', shipTo?.postalCode, number)
  return [...words.values()]
}
