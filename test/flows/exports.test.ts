import { expect, test } from 'vitest'
import { askExport } from '#flows/ask-export.ts'
import { fetchExport } from '#flows/fetch-export.ts'
import { Boundaries } from '../make/boundaries.ts'
import { programAt } from '../make/program-at.ts'
import { MINUTE } from '../make/seller.ts'
import type { Seller } from '../make/seller-views.ts'
import { actsOf, type Change, endOf, hashOf, LAYOUT, viewer, withOrders } from '../make/viewers.ts'

const ask = (seller: Seller, orders: readonly number[], change: Change = {}) =>
  askExport(seller.deps, seller.merchant, { viewer: viewer(seller, change), orders, purpose: 'ship', layout: LAYOUT })
const fetchIt = (seller: Seller, word: string, change: Change = {}) =>
  fetchExport(seller.deps, seller.merchant, { viewer: viewer(seller, change), tokenHash: hashOf(word) })

test('[U3] an export is fetched once: it is written then, each order has its row, and the register names who and when', async () => {
  const { seller, orders } = await withOrders(2)
  const asked = await ask(seller, orders)
  const word = asked.ok ? asked.value.download : ''
  const given = await fetchIt(seller, word)
  expect(given.ok && given.value.text.split('\r\n')).toHaveLength(4)
  expect(given.ok && given.value.text).toContain('"Quentina Zebrafield"')
  expect(given.ok && given.value.text).toContain('"02207"')
  expect(given.ok && given.value.text).not.toContain('zq77@')
  expect(endOf(await fetchIt(seller, word))).toBe('export-used-up')
  expect((await actsOf(seller)).map(({ act, orders: some }) => [act, some])).toEqual([
    ['export-asked', undefined],
    ['exported', [orders[0]]],
    ['exported', [orders[1]]],
  ])
  const [row] = await seller.store((s) => s.listExports({ before: null, limit: 9 }))
  expect(row).toMatchObject({ who: 'packer@example.com', orderIds: orders, fetchedAt: seller.deps.now() })
})

test('[U3] of many who fetch one export at the same moment exactly one gets it', async () => {
  const { seller, orders } = await withOrders()
  const asked = await ask(seller, orders)
  const word = asked.ok ? asked.value.download : ''
  const ends = await Promise.all(Array.from({ length: 6 }, async () => endOf(await fetchIt(seller, word))))
  expect(ends.filter((end) => end === 'ok')).toHaveLength(1)
  expect(ends.filter((end) => end === 'export-used-up')).toHaveLength(5)
})

test('[U3] an export is fetched in time, in the session that asked, with its word and with what a grant needs now', async () => {
  const { seller, orders } = await withOrders()
  const end = async (change: Change, wait = 0, word?: string) => {
    const asked = await ask(seller, orders)
    seller.control.advance(wait)
    return endOf(await fetchIt(seller, word ?? (asked.ok ? asked.value.download : ''), change))
  }
  expect(await end({}, 10 * MINUTE - 1)).toBe('ok')
  expect(await end({}, 10 * MINUTE)).toBe('export-used-up')
  expect(await end({ sessionId: 'session-2' })).toBe('export-used-up')
  expect(await end({ userId: 'U00000000000000b2' })).toBe('export-used-up')
  expect(await end({}, 0, 'a guess')).toBe('export-used-up')
  expect(await end({ scopes: ['pii:reveal'] })).toBe('buyer-not-permitted')
  expect(await end({ secondFactorAt: 0 })).toBe('second-factor-needed')
})

test('[U3] who may not export is refused before there is anything to fetch', async () => {
  const { seller, orders } = await withOrders()
  expect(endOf(await ask(seller, orders, { scopes: ['pii:reveal', 'pii:print'] }))).toBe('buyer-not-permitted')
  expect(endOf(await ask(seller, orders, { secondFactorAt: null }))).toBe('second-factor-needed')
  expect(await seller.store((s) => s.listExports({ before: null, limit: 9 }))).toEqual([])
})

test('[U3] broken off before any of its statements a fetch gives nothing, uses nothing up and leaves no row; once committed it was given', async () => {
  const { seller, orders } = await withOrders()
  const boundaries = new Boundaries(seller.database.ownerPool())
  const broken = programAt({
    app: seller.database.appPool(),
    vault: boundaries.pool(seller.database.vaultPool()),
    amazon: seller.simulator.url,
    now: seller.deps.now,
    random: seller.deps.random,
    log: seller.deps.log,
  })
  const asked = await ask(seller, orders)
  const tokenHash = hashOf(asked.ok ? asked.value.download : '')
  const fetchBroken = (at: number) => {
    boundaries.arm({ at, way: 'lost' })
    return fetchExport(broken, seller.merchant, { viewer: viewer(seller), tokenHash })
  }
  const rows = (await actsOf(seller)).length
  for (let at = 1; ; at++) {
    await expect(fetchBroken(at)).rejects.toThrow()
    const last = boundaries.met.at(-1)
    const [row] = await seller.store((s) => s.listExports({ before: null, limit: 1 }))
    const noted = (await actsOf(seller)).length - rows
    expect([last, row?.fetchedAt === null, noted]).toEqual([last, last !== 'committed', last === 'committed' ? 1 : 0])
    if (last === 'committed') break
    expect(at).toBeLessThan(60)
  }
  expect(endOf(await fetchExport(seller.deps, seller.merchant, { viewer: viewer(seller), tokenHash }))).toBe(
    'export-used-up',
  )
})
