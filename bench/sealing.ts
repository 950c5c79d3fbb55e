// What sealing, masking, the audit and blind indexes cost of the import: the product beside the same without them, in turns.
import type { WireOrder } from '#amazon/port.ts'
import type { Deps } from '#flows/deps.ts'
import { importOrders } from '#flows/import-orders.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { transactions } from '#main/transactions.ts'
import { auditKeyKept } from '#vault/kept-key.ts'
import { createKeyRing } from '#vault/key-ring.ts'
import { fixedKey } from '#vault/master-keys.ts'
import { createSearchIndex } from '#vault/search-index.ts'
import { startSimulator } from '../src/simulator/server.ts'
import { bareTransaction } from './bare-vault.ts'
import { CONNECTION, KEY, type Shop, startServer } from './made-server.ts'
import { PAGE, pageMaker } from './pages.ts'
import { machine, percentile, rate, table } from './report.ts'

const ROUNDS = 12
const PAGES_A_ROUND = 5
const WARM_UP = 10
const DAY = 24 * 60 * 60_000
/** The most that it may cost. */
const AIM = 25

/** Measures all in turns, so that whatever else the machine does falls on all of them. */
export async function benchSealing(): Promise<void> {
  const server = await startServer()
  try {
    console.log(`${machine(server.version)}\n`)
    const simulator = await startSimulator()
    const since = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 10)
    const make = (name: string) => server.makeShop(name, { url: simulator.url, now: Date.now, since })
    const [product, unindexed, bare] = [await make('product'), await make('unindexed'), await make('bare')]
    await simulator.close()
    const makePage = await pageMaker(Date.now())
    const ways = {
      product: product.deps,
      unindexed: { ...unindexed.deps, transaction: withoutIndexes(unindexed) },
      bare: { ...bare.deps, transaction: bareTransaction(bare.vault) },
    }
    const rates = { product: [] as number[], unindexed: [] as number[], bare: [] as number[] }
    const names = Object.keys(ways) as (keyof typeof ways)[]
    for (const name of names) await timed(WARM_UP, makePage, ways[name])
    for (let round = 0; round < ROUNDS; round++)
      for (const name of round % 2 === 0 ? names : names.toReversed())
        rates[name].push(rate(PAGES_A_ROUND * PAGE, await timed(PAGES_A_ROUND, makePage, ways[name])))
    tell(rates)
  } finally {
    await server.stop()
  }
}

/** A page stored sealed, opened again and imported, as by sweep and import. */
async function importPage(deps: Deps, wires: readonly WireOrder[]): Promise<void> {
  const merchant = MERCHANT.id
  const pageId = await deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    const page = { connection: CONNECTION, orders: wires.length, fetchedAt: deps.now(), leftOut: [] }
    const id = await tx.store.addPage(page)
    await tx.vault.putPage(id, wires)
    return id
  })
  await deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    const opened = (await tx.vault.openPage(pageId)) as readonly WireOrder[] | null
    const inbound = { merchant, connection: CONNECTION, wires: opened ?? [], who: 'import', again: false }
    await importOrders(deps, tx, inbound)
    await tx.store.removePages([pageId])
  })
}

async function timed(pages: number, make: () => WireOrder[], deps: Deps): Promise<number> {
  let took = 0
  for (let n = 0; n < pages; n++) {
    const wires = make()
    const started = performance.now()
    await importPage(deps, wires)
    took += performance.now() - started
  }
  return took
}

/** The product's own transactions, but that no word of a buyer is indexed. */
function withoutIndexes({ app, vault }: Shop): Deps['transaction'] {
  const masters = fixedKey(KEY)
  const kept = auditKeyKept(masters)
  const search = createSearchIndex(masters, () => [])
  return transactions({ app, vault, keys: createKeyRing(masters), search, auditKey: kept.read, now: Date.now })
}

function tell(rates: Readonly<Record<'product' | 'unindexed' | 'bare', readonly number[]>>): void {
  // Each round against its own neighbours: what else the machine did in that minute falls out.
  const cost = (name: 'product' | 'unindexed') =>
    percentile(
      rates[name].map((each, round) => 100 * (1 - each / (rates.bare[round] ?? each))),
      0.5,
    )
  const line = (name: string, way: keyof typeof rates, share: string) => [
    name,
    Math.round(percentile(rates[way], 0.5)).toLocaleString('en-US'),
    `${Math.round(Math.min(...rates[way]))} to ${Math.round(Math.max(...rates[way]))}`,
    share,
  ]
  console.log(`What buyer data costs of the import: a page stored, opened and imported (aim: at most ${AIM} %)\n`)
  console.log(
    table([
      ['', 'orders/s', 'rounds', 'cost'],
      line('sealed, audited, indexed', 'product', `${cost('product').toFixed(0)} %`),
      line('sealed and audited', 'unindexed', `${cost('unindexed').toFixed(0)} %`),
      line('neither', 'bare', ''),
    ]),
  )
}
