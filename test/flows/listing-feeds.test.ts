import { expect, test } from 'vitest'
import { feedOf, fieldOf, fieldStates, historyOf, makeListed, passFives, shown, skusNamed } from '../make/listed.ts'
import { MINUTE } from '../make/seller.ts'
import { callsOf, problemsOf } from '../make/seller-views.ts'

/** A slash: such SKUs go by feed, however few they are. */
const ODD = skusNamed('TEA/', 3)
const [A = '', B = ''] = ODD

test('[I8][I10] 1,600 changes go by one feed, its report settles them, and a sample of 50 is read back', async () => {
  const skus = skusNamed('CUP-', 1600)
  const seller = await makeListed({ skus })
  await seller.run()
  expect(callsOf(seller, 'patchListingsItem')).toBe(0)
  expect(await fieldStates(seller)).toEqual({ flying: 1600 })
  expect(feedOf(seller).messages).toHaveLength(1600)
  await passFives(seller, 5)
  expect(await fieldStates(seller)).toEqual({ accepted: 1600 })
  await passFives(seller, 15)
  expect(await fieldStates(seller)).toEqual({ accepted: 1550, confirmed: 50 })
  expect(callsOf(seller, 'searchListingsItems')).toBe(3)
  expect(skus.every((sku) => shown(seller, sku)[0] === 7)).toBe(true)
  expect(seller.control.feeds()).toHaveLength(1)
  expect(await historyOf(seller, 'CUP-00001')).toEqual(['sent'])
})

test('[I8] a SKU with a slash goes by feed, since no call finds it; one with a comma goes by call and is read by its address', async () => {
  const seller = await makeListed({ skus: [...ODD, 'SET, SMALL'] })
  await seller.run()
  expect(feedOf(seller).messages.map(({ sku }) => sku)).toEqual(ODD)
  expect(callsOf(seller, 'patchListingsItem')).toBe(1)
  await passFives(seller, 20)
  expect(await fieldStates(seller)).toEqual({ confirmed: 4 })
  expect(callsOf(seller, 'getListingsItem')).toBe(1)
})

test('[I10] a message that Amazon refuses ends with its words on that SKU alone, and is not sent again', async () => {
  const seller = await makeListed({ skus: ODD, gone: [B] })
  await seller.run()
  await passFives(seller, 65)
  expect(await fieldStates(seller)).toEqual({ confirmed: 2, refused: 1 })
  const { problem } = await fieldOf(seller, B)
  expect(problem).toMatchObject({
    code: 'listing-refused',
    facts: { sku: B, message: expect.stringContaining('13013') },
  })
  expect(seller.control.feeds()).toHaveLength(1)
  expect(await historyOf(seller, B)).toEqual(['refused'])
})

test('[I10] a feed that is over is told by its own rows as they stand now, and not by what went up beside it', async () => {
  const seller = await makeListed({ skus: [...ODD, 'CUP-PLAIN'], gone: [B] })
  await seller.run()
  const [feed] = await seller.store((s) => s.listRuns({ kind: 'feed', span: null, before: null, limit: 5 }))
  await passFives(seller, 65)
  expect(feed).toMatchObject({ of: 'listings', endedAt: null })
  const wish = { group: null, connection: null, skus: null, span: null, field: null, after: null, limit: 50 }
  const rows = (carried: number | null) => seller.store((s) => s.listChanges({ ...wish, carried }))
  expect((await rows(null)).map(({ sellerSku }) => sellerSku)).toContain('CUP-PLAIN')
  expect((await rows(feed?.number ?? 0)).map(({ sellerSku, state }) => [sellerSku, state])).toEqual([
    [A, 'confirmed'],
    [B, 'refused'],
    [ODD[2], 'confirmed'],
  ])
  // What goes up again by call is another's.
  await seller.database.ownerPool().query("update millrace.sku_fields set way = 'call' where seller_sku = $1", [A])
  expect((await rows(feed?.number ?? 0)).map(({ sellerSku }) => sellerSku)).toEqual([B, ODD[2]])
})

test.each([['purchasable_offer'], []])(
  '[I10] of a message with stock and price, what Amazon refuses is refused, the price where it names nothing, and the other goes alone',
  async (...attributes) => {
    const seller = await makeListed({ skus: ODD, price: 1100 })
    await seller.run()
    const { amazon } = seller.deps
    const readListingsReport: typeof amazon.readListingsReport = (text, feedId) => {
      const read = amazon.readListingsReport(text, feedId)
      if (!read.ok) return read
      const issue = {
        code: '90244',
        message: 'The price is wrong.',
        severity: 'ERROR',
        attributes,
        categories: [],
      } as const
      return { ...read, value: { ...read.value, accepted: 2, invalid: 1, ofMessage: new Map([[2, [issue]]]) } }
    }
    Object.assign(seller.deps, { amazon: { ...amazon, readListingsReport } })
    await passFives(seller, 5)
    expect(await fieldOf(seller, B, 'price')).toMatchObject({
      state: 'refused',
      problem: { code: 'listing-refused', facts: { sku: B, message: 'The price is wrong. (90244)' } },
    })
    Object.assign(seller.deps, { amazon })
    expect(feedOf(seller, 1).messages).toMatchObject([
      { sku: B, patches: [{ path: '/attributes/fulfillment_availability' }] },
    ])
    await passFives(seller, 25)
    expect(await fieldStates(seller)).toEqual({ confirmed: 5, refused: 1 })
    expect(await historyOf(seller, B)).toContain('refused')
  },
)

test('[I10] accepted and then refused: the words of the later issue stand on the same SKU', async () => {
  const seller = await makeListed({ skus: ODD })
  seller.control.addFault({
    operation: 'createFeed',
    kind: 'refuse-later',
    always: true,
    sku: B,
    code: '90244',
    message: 'Too late for that.',
  })
  await seller.run()
  await passFives(seller, 65)
  expect(await fieldOf(seller, A)).toMatchObject({ state: 'confirmed' })
  expect(await fieldOf(seller, B)).toMatchObject({
    state: 'refused',
    problem: { code: 'listing-refused', facts: { sku: B, message: 'Too late for that. (90244)' } },
  })
})

test('[I10] DONE and yet unchanged: it is sent once more, and then it stands', async () => {
  const seller = await makeListed({ skus: ODD })
  seller.control.addFault({ operation: 'createFeed', kind: 'lose-change', sku: B })
  await seller.run()
  await passFives(seller, 40)
  expect(seller.control.feeds()).toHaveLength(2)
  expect(feedOf(seller, 1).messages.map(({ sku }) => sku)).toEqual([B])
  await passFives(seller, 20)
  expect(await fieldStates(seller)).toEqual({ confirmed: 3 })
  expect(shown(seller, B)[0]).toBe(7)
})

test.each(['FATAL', 'CANCELLED'] as const)(
  '[I10][E6] a feed that ends %s is said, and goes up again after a pause',
  async (as) => {
    const seller = await makeListed({ skus: ODD })
    seller.control.addFault({ operation: 'createFeed', kind: 'feed-ends', as })
    await seller.run()
    seller.control.advance(3 * MINUTE)
    await seller.run()
    expect(await fieldStates(seller)).toEqual({ due: 3 })
    expect(await problemsOf(seller)).toEqual([`feed-${as.toLowerCase()} listings`])
    expect(seller.control.feeds()).toHaveLength(1)
    await passFives(seller, 25)
    expect(seller.control.feeds()).toHaveLength(2)
    expect(await fieldStates(seller)).toEqual({ confirmed: 3 })
    expect(await problemsOf(seller)).toEqual([])
  },
)

test('[E6] the pause before the next feed grows with each that comes to nothing', async () => {
  const seller = await makeListed({ skus: ODD })
  seller.control.addFault({ operation: 'createFeed', kind: 'feed-ends', as: 'CANCELLED', always: true })
  await seller.run()
  await passFives(seller, 150)
  const { rows } = await seller.database
    .ownerPool()
    .query<{ at: number }>('select made_at as at from millrace.submissions order by submission_id')
  const pauses = rows.slice(1).map(({ at }, index) => at - (rows[index]?.at ?? 0))
  expect(pauses.at(-1)).toBeGreaterThan(2 * (pauses[0] ?? 0))
  expect(Number((await fieldOf(seller, A)).tries)).toBeGreaterThan(2)
})

test.each([{ as: 'CUT', keep: 90 }, { as: 'CUT', keep: 0 }, { as: 'MISSING' }] as const)(
  '[I10] a report that cannot be read is said, asked for again, and never "all well": %j',
  async (fault) => {
    const seller = await makeListed({ skus: ODD })
    seller.control.addFault({ operation: 'createFeed', kind: 'bad-processing-report', ...fault })
    await seller.run()
    await passFives(seller, 5)
    expect(await fieldStates(seller)).toEqual({ flying: 3 })
    expect(await problemsOf(seller)).toEqual(['feed-report-unreadable listings'])
    await passFives(seller, 60)
    expect(seller.control.feeds()).toHaveLength(2)
    expect(await fieldStates(seller)).toEqual({ confirmed: 3 })
    expect(await problemsOf(seller)).toEqual([])
  },
)

test('[I8] a feed is of one marketplace: the offers of another go by the next one', async () => {
  const [us, canada] = ['ATVPDKIKX0DER', 'A2EUQ1WTGCTBG2']
  const seller = await makeListed({ skus: ODD, price: 1100, marketplaces: [us, canada] })
  const offer = '{"business":null,"currency":"CAD","max":null,"min":null,"price":1500,"sale":null}'
  await seller.database.ownerPool().query(`
    insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, channel, price, currency)
      values ('${seller.merchant}', '${seller.connection}', '${B}', '${canada}', 'DEFAULT', 1000, 'CAD');
    insert into millrace.sku_fields (merchant_id, connection_id, seller_sku, marketplace_id, field, desired, desired_at, due_at, state)
      values ('${seller.merchant}', '${seller.connection}', '${B}', '${canada}', 'price', '${offer}', to_timestamp(0), '2026-11-10T15:00:00Z', 'due')`)
  await seller.run()
  await passFives(seller, 5)
  const { rows } = await seller.database
    .ownerPool()
    .query<{ id: string }>('select marketplace_id as id from millrace.submissions order by submission_id')
  expect(rows.map(({ id }) => id)).toEqual([us, canada])
  const [first, second] = [feedOf(seller), feedOf(seller, 1)].map((feed) => JSON.stringify(feed.messages))
  expect([first?.includes(canada), second?.includes(us)]).toEqual([false, false])
  expect(second).toContain('CAD')
})
