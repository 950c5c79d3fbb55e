import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { DEFAULT_SETTINGS } from '#core/settings/settings.ts'
import { applyConfiguration } from '#flows/apply-configuration.ts'
import type { Deps, Tx } from '#flows/deps.ts'
import { readConfiguration } from '#flows/read-configuration.ts'
import { MILLS, makeApi, mug } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

const item = (grams: number) => ({ ...mug, id: mug.id as never, grams })
const how = { dryRun: false, prune: false, version: null }
const orders = { ...DEFAULT_SETTINGS.orders, ignoredItems: ['SWATCH'] }

test('[X4] what was shown for an older configuration is not applied to a newer one', async () => {
  const entered = { items: [item(1)] }
  const planned = await applyConfiguration(api.deps, MILLS, { ...how, entered, dryRun: true })
  if (!planned.ok) throw new Error('refused')
  await applyConfiguration(api.deps, MILLS, { ...how, entered: { orders } })
  const late = await applyConfiguration(api.deps, MILLS, { ...how, entered, version: planned.value.version })
  expect(late).toMatchObject({ ok: false, problems: [{ code: 'configuration-moved' }] })
  expect((await readConfiguration(api.deps, MILLS)).items).toEqual([])
})

test('[X4] a failure at the last step leaves nothing of the steps before it', async () => {
  const before = await readConfiguration(api.deps, MILLS)
  const writeOrderSettings = () => Promise.reject(new Error('broken'))
  const broken: Deps = {
    ...api.deps,
    transaction: ((merchant: MerchantId, _scope: 'app', work: (tx: Tx) => Promise<unknown>) =>
      api.deps.transaction(merchant, 'app', (tx) =>
        work({ ...tx, store: { ...tx.store, writeOrderSettings } }),
      )) as Deps['transaction'],
  }
  const centers = [{ code: 'EAST' as never, name: 'East', isDefault: true, inventoryBuffer: 0 }]
  const entered = { items: [item(2)], centers, orders: { ...orders, sweepEveryMinutes: 20 } }
  await expect(applyConfiguration(broken, MILLS, { ...how, entered })).rejects.toThrow('broken')
  expect(await readConfiguration(api.deps, MILLS)).toEqual(before)
  expect(await applyConfiguration(api.deps, MILLS, { ...how, entered })).toMatchObject({
    ok: true,
    value: { changed: true },
  })
})

test('[X4] two at the same moment are applied one after the other', async () => {
  const grams = Array.from({ length: 6 }, (_, at) => at + 100)
  const done = await Promise.all(
    grams.map((each) => applyConfiguration(api.deps, MILLS, { ...how, entered: { items: [item(each)] } })),
  )
  const versions = done.map((each) => (each.ok ? each.value.version : 0))
  expect(new Set(versions).size).toBe(grams.length)
})
