// npm run bench -- large: import into a database that holds a million orders, and into an empty one, in turns.
import type { WireOrder } from '#amazon/port.ts'
import { importOrders } from '#flows/import-orders.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { openPool } from '#store/db.ts'
import { startSimulator } from '../src/simulator/server.ts'
import { fillUp } from './fill.ts'
import { CONNECTION, type Shop, startServer } from './made-server.ts'
import { PAGE, pageMaker } from './pages.ts'
import { machine, rate, table } from './report.ts'

const AIM = 0.8
const PAGES_A_ROUND = 10
const PARTS = 5

/** How many orders are imported on each side, and how many lie in the filled database before. */
export type Large = { readonly orders: number; readonly filled: number }

/** Measures both in turns, so that whatever else the machine does falls on both, and prints the ratio. */
export async function benchLarge({ orders, filled }: Large): Promise<void> {
  const server = await startServer()
  try {
    console.log(`${machine(server.version)}\n`)
    const simulator = await startSimulator()
    const since = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
    const amazon = { url: simulator.url, now: Date.now, since }
    const full = await server.makeShop('in_use', amazon)
    const empty = await server.makeShop('unused', amazon)
    await simulator.close()
    const makePage = inNoOrder(await pageMaker(Date.now()))
    const first = makePage()
    for (const shop of [full, empty]) await importPage(shop, first)
    const owner = openPool(server.configFor('millrace_owner', 'in_use'), { max: 2, applicationName: 'bench fill' })
    const started = performance.now()
    const held = await fillUp(owner, filled)
    await owner.end()
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    console.log(`Filled with ${whole(held.orders)} orders, ${(held.bytes / 2 ** 30).toFixed(1)} GB, in ${seconds} s.\n`)
    const took = await inTurns({ full, empty, makePage, rounds: Math.ceil(orders / PAGE / PAGES_A_ROUND) })
    console.log(report(took, held.orders))
  } finally {
    await server.stop()
  }
}

/** The same pages with Amazon's numbers in no order, as they come in truth: their index is then written all over. */
function inNoOrder(makePage: () => WireOrder[]): () => WireOrder[] {
  let next = 0n
  return () =>
    makePage().map((order) => {
      const digits = String((++next * 61_803_398_873n) % 10n ** 14n).padStart(14, '0')
      return { ...order, orderId: `112-${digits.slice(0, 7)}-${digits.slice(7)}` }
    })
}

type Turns = { full: Shop; empty: Shop; makePage: () => WireOrder[]; rounds: number }
type Took = { full: number[]; empty: number[] }

async function inTurns({ full, empty, makePage, rounds }: Turns): Promise<Took> {
  const took: Took = { full: [], empty: [] }
  for (let round = 0; round < rounds; round++) {
    const pages = Array.from({ length: PAGES_A_ROUND }, makePage)
    // Whoever comes second finds the orders read already; so they take turns in that too.
    const order = round % 2 === 0 ? (['full', 'empty'] as const) : (['empty', 'full'] as const)
    for (const name of order) {
      const started = performance.now()
      for (const page of pages) await importPage(name === 'full' ? full : empty, page)
      took[name].push(performance.now() - started)
    }
  }
  return took
}

const importPage = ({ deps }: Shop, wires: readonly WireOrder[]) =>
  deps.transaction(MERCHANT.id, { vault: 'import' }, (tx) =>
    importOrders(deps, tx, { merchant: MERCHANT.id, connection: CONNECTION, wires, who: 'import', again: false }),
  )

const whole = (value: number) => Math.round(value).toLocaleString('en-US')
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function report({ full, empty }: Took, held: number): string {
  const rounds = full.length
  const speed = (took: readonly number[]) => rate(took.length * PAGES_A_ROUND * PAGE, sum(took))
  const part = (took: readonly number[], n: number) =>
    took.slice(Math.floor((n * rounds) / PARTS), Math.floor(((n + 1) * rounds) / PARTS))
  const parts = Array.from({ length: rounds < PARTS ? 0 : PARTS }, (_, n) => n)
  const line = (name: string, took: readonly number[]) => [
    name,
    whole(speed(took)),
    ...parts.map((n) => whole(speed(part(took, n)))),
  ]
  const orders = rounds * PAGES_A_ROUND * PAGE
  return `Import of ${whole(orders)} orders from pages in memory to committed rows, in turns\n\n${table([
    ['', 'orders/s', ...parts.map((n) => `${n + 1}. fifth`)],
    [...line(`into ${whole(held)} orders`, full)],
    [...line('into an empty database', empty)],
    ['ratio', (speed(full) / speed(empty)).toFixed(2), ...parts.map(() => '')],
    ['aim', AIM.toFixed(2), ...parts.map(() => '')],
  ])}`
}
