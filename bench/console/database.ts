// A merchant that has been in business for years: so many orders, most of them completed, and so many SKUs. Kept between runs.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { joinEmbedded, startEmbedded } from '#main/embedded/start.ts'
import { openPool, type Pool } from '#store/db.ts'
import { startDemo } from '../../scripts/running-demo.ts'
import { fillUp, type Unlike } from '../fill.ts'
import { fillListings } from '../fill-listings.ts'
import { fillPast } from './past.ts'

const CACHE = join(import.meta.dirname, '..', '..', '.cache')
/** Originals: enough of them that copies are not all alike. */
const ENOUGH = 10
/** Of so many copies the newest are as they came; all before have left the house. */
const OPEN_COPIES = 200
/** Originals are placed within three hours: the next set of copies lies so many seconds before. */
const APART = 900

const TABLES = [
  'millrace.documents',
  'millrace.orders',
  'millrace.order_lines',
  'millrace.allocations',
  'millrace.order_events',
]
const earlier = (column: string) => `t.${column} - make_interval(secs => c.copy * ${APART})`
const unlessOld = (column: string, old: string) => `case when c.copy <= ${OPEN_COPIES} then t.${column} else ${old} end`

/** Copies lie further and further back, and all but the newest are done. */
const UNLIKE: Unlike = {
  'millrace.orders': {
    stage: unlessOld('stage', `case when c.copy % 40 = 0 then 'Rejected' else 'Completed Order' end`),
    amazon_status: unlessOld('amazon_status', `'SHIPPED'`),
    placed_at: earlier('placed_at'),
    ship_by: earlier('ship_by'),
    deliver_by: earlier('deliver_by'),
    amazon_updated_at: earlier('amazon_updated_at'),
    created_at: earlier('created_at'),
    updated_at: earlier('updated_at'),
    reread_at: unlessOld('reread_at', 'null'),
  },
  'millrace.documents': {
    state: unlessOld('state', `'placed'`),
    problems: unlessOld('problems', `'[]'`),
    received_at: earlier('received_at'),
    decided_at: earlier('decided_at'),
  },
  'millrace.order_lines': { fulfilled_amazon: unlessOld('fulfilled_amazon', 't.quantity_amazon') },
  'millrace.order_events': { at: earlier('at') },
}

/** The folder of a database with so many orders and SKUs; made where it is not there yet. */
export async function filledFolder(wanted: { orders: number; skus: number; port: number }): Promise<string> {
  const folder = join(CACHE, `console-${wanted.orders}-${wanted.skus}`)
  await once(join(folder, 'filled'), async () => {
    mkdirSync(folder, { recursive: true })
    console.log(`Making a database of ${wanted.orders} orders and ${wanted.skus} SKUs, once ...`)
    await firstOrders(folder, wanted.port)
    await withOwner(folder, (owner) => fill(owner, wanted))
  })
  await once(join(folder, 'filled-past'), async () => {
    console.log('Putting years of business into it, once ...')
    await withOwner(folder, fillPast)
  })
  return folder
}

/** A step that was done leaves a file behind. */
async function once(done: string, step: () => Promise<void>): Promise<void> {
  if (existsSync(done)) return
  await step()
  writeFileSync(done, '')
}

async function withOwner(folder: string, step: (owner: Pool) => Promise<void>): Promise<void> {
  const began = performance.now()
  const embedded = await startEmbedded({ dataFolder: folder })
  const owner = openPool(embedded.configFor('millrace_owner'), { max: 2, applicationName: 'bench fill' })
  try {
    await step(owner)
  } finally {
    await owner.end()
    await embedded.stop()
  }
  console.log(`It took ${((performance.now() - began) / 1000).toFixed(0)} s.`)
}

async function fill(owner: Pool, { orders, skus }: { orders: number; skus: number }): Promise<void> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from millrace.orders')
  if ((rows[0]?.n ?? 0) < orders) await fillUp(owner, orders, { tables: TABLES, unlike: UNLIKE })
  await fillListings(owner, skus)
  await owner.query(
    `insert into millrace.sku_mappings (merchant_id, seller_sku, item_id, ratio_amazon, ratio_ours)
     select merchant_id, item_id, item_id, 1, 1 from millrace.items where item_id like 'SKU-%' on conflict do nothing`,
  )
  await owner.query('update millrace.connections set sending_stock = false')
  await owner.query('vacuum analyze')
}

/** Lets the demo run until its first orders are there. */
async function firstOrders(folder: string, port: number): Promise<void> {
  const demo = await startDemo({ folder, port })
  try {
    const embedded = await joinEmbedded(folder)
    if (!embedded) throw new Error('The demo has no database.')
    const owner = openPool(embedded.configFor('millrace_owner'), { max: 1, applicationName: 'bench fill' })
    for (let tries = 0; tries < 600; tries++) {
      const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from millrace.orders')
      if ((rows[0]?.n ?? 0) >= ENOUGH) break
      await setTimeout(1000)
    }
    await owner.end()
  } finally {
    await demo.stop()
  }
}
