import { expect, test } from 'vitest'
import { bring, makeSellerByFiles } from '../make/by-files.ts'
import { orderOf, type Seller } from '../make/seller-views.ts'
import { type Writing, written } from '../make/templates/made-template.ts'

/** What a person of somewhere writes on a parcel. */
type Person = { readonly name: string; readonly street: string; readonly city: string }
const GERMAN: Person = { name: 'Jörg Müßig', street: 'Größtenstraße 12½', city: 'Überlingen' }
const FRENCH: Person = { name: 'Zoé L’Hôte', street: '3 allée du Chêne – bât. Œillet', city: 'Nîmes' }
// Not one letter of it is kana: as an order of a thing with a Latin name has none.
const KANJI: Person = { name: '山田太郎', street: '渋谷区神南一丁目', city: '東京都' }
const KANA: Person = { name: 'さとう はなこ', street: 'メイプル通り３－５', city: '横浜市' }
const GREEK: Person = { name: 'Ζήσης Παππάς', street: 'Οδός Ερμού 5', city: 'Αθήνα' }

const CASES: readonly (readonly [Writing, Person])[] = [
  ['windows-1252', GERMAN],
  ['windows-1252', FRENCH],
  ['shift_jis', KANJI],
  ['shift_jis', KANA],
  ['utf-16le', GREEK],
  ['utf-16be', KANJI],
  ['utf-8 with a mark', GREEK],
  ['utf-8', KANA],
]

/** An order of Seller Central's report in the words of one person. */
function reportOf(seller: Seller, person: Person): { readonly id: string; readonly text: string } {
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  const text = seller.control.downloadReport({ kind: 'new-orders' }).toString('utf8')
  const [header = '', ...rows] = text.trimEnd().split(/\r?\n/)
  const heads = header.split('\t')
  const told: Readonly<Record<string, string>> = {
    'buyer-name': person.name,
    'recipient-name': person.name,
    'ship-address-1': person.street,
    'ship-city': person.city,
  }
  const line = (row: string) =>
    row
      .split('\t')
      .map((cell, at) => told[heads[at] ?? ''] ?? cell)
      .join('\t')
  return { id, text: [header, ...rows.map(line), ''].join('\r\n') }
}

/** What is sealed of an order's buyer. */
async function buyerOf(seller: Seller, id: string): Promise<string> {
  const orderId = (await orderOf(seller, id))?.orderId ?? 0
  const { deps, merchant } = seller
  const opened = await deps.transaction(merchant, { vault: 'import' }, (tx) => tx.vault.openBuyers([orderId]))
  return JSON.stringify(opened.get(orderId) ?? null)
}

test('[H1] an order report is read as it is written, whatever the encoding: the parcel goes to the name and street that the buyer gave', async () => {
  const read: unknown[] = []
  for (const [writing, person] of CASES) {
    const seller = await makeSellerByFiles()
    const { id, text } = await reportOf(seller, person)
    const found = await bring(seller, written(text, writing) ?? Buffer.alloc(0))
    const buyer = await buyerOf(seller, id)
    const told = Object.values(person).filter((word) => buyer.includes(word))
    read.push([found.state, found.counts.placed, told])
  }
  expect(read).toEqual(CASES.map(([, person]) => ['applied', 1, Object.values(person)]))
}, 60_000)
