import { expect, test } from 'vitest'
import { approveChanges } from '#flows/approve-changes.ts'
import { takePriceFile } from '#flows/carry-price-file.ts'
import { fieldOf, fieldStates, makeListed, passFives, reprice, shelve, shown, skusNamed } from '../make/listed.ts'
import type { Seller } from '../make/seller-views.ts'

const codes = async (seller: Seller) => (await seller.store((s) => s.listProblems())).map(({ problem }) => problem.code)
const DOWN = { kind: 'error', status: 503, always: true } as const

test.each([
  ['within an hour count together and pull the brake', 30, ['brake-pulled']],
  ['more than an hour apart do not', 70, []],
] as const)(
  '[I12] two times fifteen SKUs that go to zero %s',
  async (_, minutes, problems) => {
    const skus = skusNamed('CUP-', 100)
    const seller = await makeListed({ skus })
    for (let n = 0; n < 30; n++) await passFives(seller, 5)
    await shelve(seller, skus.slice(0, 15), 0)
    await passFives(seller, minutes)
    expect(await codes(seller)).toEqual([])
    await shelve(seller, skus.slice(15, 30), 0)
    await passFives(seller, 5)
    expect(await codes(seller)).toEqual(problems)
  },
  120_000,
)

test('[I1] a complete cycle that has not ended makes the next one skip, and says so; then they go on', async () => {
  const seller = await makeListed({ skus: ['CUP-1', 'CUP-2'] })
  const owner = seller.database.ownerPool()
  await owner.query(
    `insert into millrace.settings (merchant_id, section, value, updated_at) values ($1, 'inventory', '{"completeHourly": true}', to_timestamp(0))`,
    [seller.merchant],
  )
  const cycles = async () => (await owner.query('select kind, ended_at from millrace.cycles order by cycle_id')).rows
  seller.control.addFault({ operation: 'patchListingsItem', ...DOWN })
  await passFives(seller, 130)
  expect(await cycles()).toEqual([{ kind: 'complete', ended_at: null }])
  expect(await codes(seller)).toContain('cycle-skipped')
  seller.control.clearFaults()
  await passFives(seller, 130)
  expect((await cycles()).length).toBeGreaterThan(1)
  expect(await codes(seller)).not.toContain('cycle-skipped')
})

test('[I1] a price that is due no more keeps no complete cycle from ending: sending prices was switched off', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], price: 1100 })
  const owner = seller.database.ownerPool()
  await owner.query(`update millrace.settings set value = '{"includePrice": true, "completeHourly": true}'`)
  seller.control.addFault({ operation: 'patchListingsItem', ...DOWN })
  await passFives(seller, 10)
  await owner.query('update millrace.connections set sending_price = false')
  seller.control.clearFaults()
  await passFives(seller, 200)
  expect(await codes(seller)).toEqual([])
  const { rows } = await owner.query('select count(*)::int as count from millrace.cycles where ended_at is not null')
  expect(rows[0].count).toBeGreaterThan(2)
})

test('[I1][H2] a price file that nobody brings back keeps no complete cycle from ending', async () => {
  const seller = await makeListed({ skus: ['CUP-1', 'CUP-2'] })
  const owner = seller.database.ownerPool()
  await owner.query(
    `insert into millrace.settings (merchant_id, section, value, updated_at) values ($1, 'inventory', '{"completeHourly": true}', to_timestamp(0))`,
    [seller.merchant],
  )
  const wish = { connection: seller.connection, marketplaceId: null, complete: false, who: 'A person' }
  expect(await takePriceFile(seller.deps, seller.merchant, wish)).toMatchObject({ ok: true })
  await passFives(seller, 200)
  expect(await fieldStates(seller)).toEqual({ flying: 2 })
  expect(await codes(seller)).toEqual([])
})

test('[I8] stock waits for its new price for two hours at most, also where nobody can read whether the price stands', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], onHand: 0, atAmazon: 0, price: 1000 })
  await seller.run()
  seller.control.addFault({ operation: 'searchListingsItems', ...DOWN })
  await reprice(seller, ['CUP-1'], 1200)
  await shelve(seller, ['CUP-1'], 9)
  await passFives(seller, 115)
  expect(shown(seller, 'CUP-1')).toEqual([0, 12])
  await passFives(seller, 20)
  expect(shown(seller, 'CUP-1')).toEqual([9, 12])
})

test('[I1][I4] a price that waits for approval, and that nobody wants any more, is approved with no others', async () => {
  const skus = skusNamed('CUP-', 4)
  const [ruled = '', unlinked = '', unread = '', wanted = ''] = skus
  const seller = await makeListed({ skus, price: 1000, atAmazon: 7 })
  const { connection, deps, merchant } = seller
  const stateOf = async (sku: string) => (await fieldOf(seller, sku, 'price')).state
  const owner = seller.database.ownerPool()
  await seller.run()
  await reprice(seller, skus, 2500)
  await passFives(seller, 10)
  for (const sku of skus) expect(await stateOf(sku)).toBe('held')
  await owner.query('update millrace.listings set pricing_rule = true where seller_sku = $1', [ruled])
  await owner.query('update millrace.listings set item_id = null where seller_sku = $1', [unlinked])
  await owner.query('update millrace.listings set read_at = null where seller_sku = $1', [unread])
  await passFives(seller, 65)
  for (const sku of [ruled, unlinked]) expect(await stateOf(sku)).toBe('confirmed')
  for (const sku of [unread, wanted]) expect(await stateOf(sku)).toBe('held')
  const word = { connection, skus: null, who: 'A person' }
  expect(await approveChanges(deps, merchant, word)).toEqual({ ok: true, value: 2 })
  await passFives(seller, 30)
  expect(skus.map((sku) => shown(seller, sku)[1])).toEqual([10, 10, 25, 25])
  // Wanted again, it waits again.
  await owner.query('update millrace.listings set pricing_rule = false where seller_sku = $1', [ruled])
  await passFives(seller, 70)
  expect(await stateOf(ruled)).toBe('held')
})
