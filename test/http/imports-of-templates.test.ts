import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runImports } from '#flows/run-imports.ts'
import { MILLS, makeApi } from '../make/api.ts'
import { everyTemplate } from '../make/templates/every-template.ts'
import {
  bookOf,
  type MadeForm,
  type MadeTemplate,
  textOf,
  type Writing,
  written,
} from '../make/templates/made-template.ts'
import { outcomesOf } from '../make/templates/outcomes.ts'
import type { Tongue } from '../make/templates/words.ts'

type Found = { import: number; kind: string; state: string; generation: string; dataRow: number; counts: object }
type Row = { row: number; target: string | null; outcome: string; problem: { sentence: string } | null }

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
beforeEach(async () => {
  const owner = api.database.ownerPool()
  for (const table of ['imports', 'amazon_tabs', 'sku_mappings', 'items'])
    await owner.query(`delete from millrace.${table} where merchant_id = $1`, [MILLS])
})
afterAll(() => api.close())

const bring = (bytes: Buffer) =>
  api.app.inject({
    method: 'POST',
    url: '/api/v1/imports?fileName=from%20Amazon',
    headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/octet-stream' },
    payload: bytes,
  })

/** The import once the job has worked on it. */
async function worked(id: number): Promise<Found> {
  await runImports(api.deps, MILLS)
  return (await api.call('GET', `/imports/${id}`)).body as never as Found
}
async function brought(bytes: Buffer): Promise<Found> {
  const reply = await bring(bytes)
  expect(reply.statusCode, reply.body).toBe(200)
  return worked(reply.json().import)
}
async function step({ import: id }: Found, what: 'apply' | 'undo'): Promise<Found> {
  expect((await api.call('POST', `/imports/${id}/${what}`, {})).status).toBe(200)
  return worked(id)
}
const rowsOf = async ({ import: id }: Found) =>
  ((await api.call('GET', `/imports/${id}/rows`)).body as never as { rows: readonly Row[] }).rows
const ids = async (path: string, name: string) =>
  ((await api.call('GET', path)).body as { rows: readonly Record<string, string>[] }).rows.map((row) => row[name])

/** Kinds of templates by their place in the list, each in another language, form and encoding. */
const FILES: readonly (readonly [Tongue, number, MadeForm | Writing])[] = [
  ['es', 1, 'windows-1252'],
  ['en', 2, { date1904: true }],
  ['ja', 3, 'shift_jis'],
  ['it', 6, { sharedTexts: false }],
  ['en', 9, {}],
  ['de', 10, {}],
  ['ar', 11, 'utf-16le'],
]
const bytesOf = (made: MadeTemplate, form: MadeForm | Writing): Buffer =>
  typeof form === 'string' ? (written(textOf(made), form) ?? Buffer.alloc(0)) : bookOf(made, form)

test.each(FILES)(
  '[T3] a stranger brings a template (%s, kind %i, %j): looked through, applied, brought again, taken back',
  async (tongue, kind, form) => {
    const made = everyTemplate(tongue)[kind]
    if (!made) throw new Error('No such template')
    const bytes = bytesOf(made, form)
    const ends = outcomesOf(made).map((each) => each.replace(' fba', ''))
    const count = (outcome: string) => ends.filter((each) => each.endsWith(` ${outcome}`)).length

    const shown = await brought(bytes)
    const { generation, dataRow } = made.expected
    expect(shown).toMatchObject({ kind: 'template', state: 'previewed', generation, dataRow })
    expect(shown.counts).toMatchObject({ created: count('created'), unchanged: count('unchanged'), refused: 0 })
    expect((await rowsOf(shown)).map(({ target, outcome }) => `${target} ${outcome}`)).toEqual(ends)
    expect(await ids('/items', 'id')).toEqual([])

    expect(await step(shown, 'apply')).toMatchObject({ state: 'applied', counts: shown.counts })
    const skus = ends.flatMap((each) => (each.endsWith(' created') ? [each.replace(' created', '')] : []))
    expect((await ids('/items', 'id')).toSorted()).toEqual(skus.toSorted())
    expect((await ids('/sku-mappings', 'sellerSku')).toSorted()).toEqual(skus.toSorted())

    const again = await brought(bytes)
    expect(again.counts).toMatchObject({ created: 0, updated: 0, refused: 0, unchanged: ends.length })

    expect(await step(shown, 'undo')).toMatchObject({ state: 'undone' })
    expect(await ids('/items', 'id')).toEqual([])
    expect(await ids('/sku-mappings', 'sellerSku')).toEqual([])
  },
)

test.each([
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel file \(\.xls\)/],
  ['a PDF', Buffer.from('%PDF-1.7'), /is a PDF/],
  ['half a workbook', Buffer.from('PK\u0003\u0004'), /damaged or cut off/],
])('[T3] %s is refused at once with its sentence, and nothing is kept of it', async (_, bytes, sentence) => {
  const before = await ids('/imports', 'import')
  const reply = await bring(bytes)
  expect(reply.statusCode).toBe(422)
  expect(reply.json().detail).toMatch(sentence)
  expect(await ids('/imports', 'import')).toEqual(before)
})
