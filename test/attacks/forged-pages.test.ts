import { afterAll, beforeAll, expect, test } from 'vitest'
import { ALL_PERMISSIONS } from '#core/permissions.ts'
import { MILLS, makeApi, NOW } from '../make/api.ts'
import { type Operation, operationsOf, titleOf } from '../make/operations.ts'
import { putSession } from '../make/session.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

const headersOf = async (merchant: string | null) =>
  (await putSession(api.database, NOW, { merchant, owner: merchant !== null, permissions: ALL_PERMISSIONS })).headers

const sortsOf = ({ method, path }: Operation): string[] => {
  type Parameter = { readonly name: string; readonly schema?: { readonly enum?: readonly string[] } }
  const { paths = {} } = api.app.swagger() as { paths?: Record<string, Record<string, { parameters?: Parameter[] }>> }
  const all = paths[path]?.[method.toLowerCase()]?.parameters ?? []
  const sorts = all.find(({ name }) => name === 'sort')?.schema?.enum ?? []
  return ['', ...sorts.map((sort) => `&sort=${sort}`)]
}

/** Lists that want more than a page to begin with: their keys are forged in tests of their own. */
const OTHERS = [
  'GET /connections/{connectionId}/sending/history',
  'GET /error-log/skus',
  'GET /audit/acts',
  'GET /deployment/acts',
]

/** Kinds of keys that a page may begin after (0: a number, 1: a text), those that most lists have first. */
const SHAPES = [
  '0',
  '1',
  '00',
  '11',
  '01',
  '111',
  '0111',
  '010',
  '1111',
  '000',
  '001',
  '0110',
  '0101',
  '011',
  '10',
  '100',
]
const FORGED_KEYS = [
  [Number.MIN_SAFE_INTEGER, '\ud800'],
  [Number.MAX_SAFE_INTEGER, '9'.repeat(40)],
  [-1, '2026-99-99'],
  [2 ** 31, '-1e400'],
] as const

test('[X1] a list begins after any key that no page gave: refused or answered, never a failure of ours', async () => {
  const [worker, operator] = [await headersOf(MILLS), await headersOf(null)]
  const wrong: string[] = []
  const unread: string[] = []
  const lists = (await operationsOf(api.app)).operations.filter(
    (each) => each.method === 'GET' && each.query.includes('after'),
  )
  expect(lists.length).toBeGreaterThan(40)
  for (const operation of lists) {
    const path = operation.path.replace(/\{\w+\}/g, '1001')
    const ask = async (shape: string, forged: readonly [number, string], more = '') => {
      const key = [...shape].map((kind) => forged[Number(kind)])
      const after = Buffer.from(JSON.stringify(key)).toString('base64url')
      const reply = await api.app.inject({
        url: `${path}?after=${after}${more}`,
        headers: operation.for === 'operator' ? operator : worker,
      })
      if (reply.statusCode >= 500) wrong.push(`${titleOf(operation)}${more} ${JSON.stringify(key)}`)
      return reply.statusCode
    }
    let shape: string | undefined
    for (const each of SHAPES) if (shape === undefined && (await ask(each, [1, '2026-11-10'])) !== 400) shape = each
    if (shape === undefined) unread.push(titleOf(operation))
    else for (const sort of sortsOf(operation)) for (const forged of FORGED_KEYS) await ask(shape, forged, sort)
  }
  expect(unread).toEqual(OTHERS)
  expect(wrong).toEqual([])
}, 60_000)
