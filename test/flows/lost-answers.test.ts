import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { saveMappings } from '#flows/configure.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'

const mapping = {
  sellerSku: 'NEW-LAMP' as SellerSku,
  itemId: 'LAMP-OAK' as ItemId,
  ratio: { amazon: 1, ours: 1 },
  unit: '',
  note: '',
}

test('[O13] a pending order whose reading got no answer is read again within two hours, not a day later', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ status: 'PENDING', lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(10 * MINUTE)
  seller.control.alterOrder(id, { status: 'UNSHIPPED', lagMs: 90 * DAY })
  seller.control.addFault({ kind: 'reset-after', operation: 'getOrder' })
  for (const gone of [DAY, HOUR, HOUR]) {
    seller.control.advance(gone)
    await seller.run()
  }
  expect(await seller.store((store) => store.findOrder(id))).toMatchObject({ stage: 'Shipping Department' })
})

/** A seller with held orders whose originals were purged, and the mapping they wait for. */
async function purgedHeld(count: number) {
  const seller = await makeSeller()
  const ids = seller.control.placeOrders({ lines: [{ sku: 'NEW-LAMP' }] }, count)
  await seller.pass(30 * MINUTE) // out of sight of the sweeps, which look at held orders again
  await seller.database.ownerPool().query('delete from vault.documents')
  const mend = () => saveMappings(seller.deps, seller.merchant, [mapping])
  const placed = async () => (await seller.store((store) => store.countOrders()))['Shipping Department'] ?? 0
  return { ...seller, ids, mend, placed }
}

test('[O12] a held order whose purged original Amazon did not give at once is asked for again, not given up', async () => {
  const seller = await purgedHeld(1)
  seller.control.addFault({ kind: 'reset-after', operation: 'getOrder' })
  await seller.mend()
  await seller.run()
  expect(await seller.placed()).toBe(0)
  seller.control.advance(HOUR)
  await seller.run()
  expect(await seller.placed()).toBe(1)
})

test('[O12] purged originals beyond the quota are fetched when it allows, each of them', async () => {
  const seller = await purgedHeld(33)
  await seller.mend()
  await seller.run()
  expect(await seller.placed()).toBe(30)
  await seller.pass(2 * MINUTE)
  expect(await seller.placed()).toBe(33)
})

test('[E2] reprocessing by hand says that Amazon does not answer, and leaves the document as it was', async () => {
  const seller = await purgedHeld(1)
  seller.control.addFault({ kind: 'reset-before', operation: 'getOrder' })
  const held = await seller.store((store) => store.findDocument(seller.ids[0] ?? ''))
  const asked = { documentId: held?.documentId ?? 0, who: 'A person' }
  const outcome = await reprocessDocument(seller.deps, seller.merchant, asked)
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'amazon-down' } })
  expect(await seller.store((store) => store.findDocument(asked.documentId))).toEqual(held)
})

const US = 'ATVPDKIKX0DER'
const CA = 'A2EUQ1WTGCTBG2'
const MX = 'A1AM78C64UM0Y8'

/** What is wrong after a first sweep of three marketplaces, of which some are refused and one question got no answer. */
async function problemsAfterProbing(refused: readonly string[], lostAnswer: number) {
  const seller = await makeSeller({ marketplaces: [US, CA, MX] })
  const marketplaces = [US, CA, MX].map((id) => ({ id, refused: refused.includes(id) }))
  seller.control.putSeller({ sellerId: 'A3HARBORGOODS', marketplaces })
  seller.control.addFault({ kind: 'reset-after', operation: 'searchOrders', nth: lostAnswer })
  await seller.pass(9 * MINUTE)
  return (await seller.store((store) => store.listProblems())).map((p) => `${p.problem.code} ${p.subject}`.trim())
}

test.each([2, 3, 4])(
  '[O1] the refused marketplace is named, whichever answer of asking them alone gets lost (question %i)',
  async (lost) => {
    expect(await problemsAfterProbing([CA], lost)).toEqual([`marketplace-refused ${CA}`])
  },
)
