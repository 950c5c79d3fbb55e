// npm run bench: how fast orders are imported, beside the loop that a developer writes first, and what they cost in calls.
// npm run bench -- scale: ten thousand merchants due at once; swept every ten minutes with 50,000 orders an hour; two workers beside one.
//   Its second part alone: steady, its third: two-workers; --merchants N --minutes N: smaller.
// npm run bench -- shipments: how soon the packages of one seller are at Amazon while others have 10,000 waiting;
//   what 5,000 packages of one seller cost in calls.
// npm run bench -- listings: a million SKUs: what changed, complete feeds, a report, ten thousand changes.
// npm run bench -- sealing: what sealing, masking, audit and blind indexes cost of the import.
// npm run bench -- sheets: how fast spreadsheets are read, beside ExcelJS and SheetJS on the same files.
// npm run bench -- imports: a template of 100,000 rows and 60 columns, read, looked through, applied, taken back; --rows N: fewer.
// npm run bench -- exports: a million rows written as CSV and as workbook, beside ExcelJS.
// npm run bench -- peers: a day beside the call patterns of the open peers; --orders N and --changes N: another size.
// npm run bench -- large: import into a million orders, beside an empty database.
import { parseArgs } from 'node:util'
import { SCHEDULE } from '#jobs/schedule.ts'
import { startSimulator } from '../src/simulator/server.ts'
import { backlog, type Cost, dayOfOrders, dayWithHours } from './calls.ts'
import { benchExports } from './exports.ts'
import { benchFeeds } from './feeds.ts'
import { measureFromMemory } from './from-memory.ts'
import { measureFromSocket } from './from-socket.ts'
import { benchImports } from './imports.ts'
import { benchLarge } from './large.ts'
import { benchListings } from './listings.ts'
import { type MadeServer, startServer } from './made-server.ts'
import { benchPeers } from './peers.ts'
import { machine, pairTable, percentile, stepTable, table } from './report.ts'
import { benchScale } from './scale.ts'
import { benchSealing } from './sealing.ts'
import { benchSheets } from './sheets.ts'
import { benchShipments } from './shipments.ts'
import { benchSteady, benchTwoWorkers } from './steady.ts'

const DAY = 24 * 60 * 60_000
const ORDERS = 1000
/** Ten in the morning in New York, the day after the one from which the sample merchant imports. */
const MORNING = Date.parse('2026-11-10T15:00:00Z')

const megabytes = () => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`

async function onOneClock(server: MadeServer, name: string, measure: typeof backlog): Promise<Cost> {
  const simulator = await startSimulator({ clock: 'virtual', start: MORNING })
  const { control, url } = simulator
  const made = await server.makeShop(name, { url, now: () => control.now(), since: '2026-11-09' })
  const cost = await measure({ shop: { pool: made.app, deps: made.deps, schedule: SCHEDULE }, control }, ORDERS)
  await simulator.close()
  return cost
}

const otherCalls = (calls: Cost['otherCalls']) =>
  Object.entries(calls)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

function costLine(name: string, aim: string, { orders, searchesPerOrder, otherCalls: others, minutes }: Cost) {
  // The clock stands still while a backlog is fetched: the first burst of calls is enough for it.
  const waited = Math.max(...minutes) > 0
  const soon = waited ? `${percentile(minutes, 0.5).toFixed(1)} / ${percentile(minutes, 0.95).toFixed(1)}` : '-'
  return [name, String(orders), searchesPerOrder.toFixed(4), aim, soon, otherCalls(others)]
}

async function main(): Promise<void> {
  const started = performance.now()
  const server = await startServer()
  try {
    console.log(`${machine(server.version)}\n`)
    const since = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 10)
    const idle = megabytes()
    const memory = await measureFromMemory(server, since)
    console.log('From a page in memory to committed rows (aim: 1,500 orders/s on two cores)\n')
    console.log(`${pairTable(memory)}\n\n${stepTable(memory.steps)}\n`)
    console.log(`  A page of 100 is, on both sides: ${memory.rows}.`)
    console.log(`  Peak memory of this process ${megabytes()}, ${idle} before the first page.\n`)
    const socket = await measureFromSocket(server, since)
    console.log(`From the simulator's socket: search, page sealed, page opened, imported\n\n${pairTable(socket)}\n`)
    console.log(`  Peak memory of this process ${megabytes()}. The loop keeps no fetched page: a crash loses it.\n`)
    const costs = [
      ['', 'orders', 'searches/order', 'aim', 'minutes p50 / p95', 'other calls'],
      costLine('backlog', '0.011', await onOneClock(server, 'backlog', backlog)),
      costLine('evenly over a day', '0.150', await onOneClock(server, 'day', dayOfOrders)),
      costLine('95 % in 14 hours', '0.100', await onOneClock(server, 'hours', dayWithHours)),
    ]
    console.log(
      `Calls at Amazon, and minutes from visible there to placed (aim over a day: p95 12)\n\n${table(costs)}\n`,
    )
  } finally {
    await server.stop()
  }
  console.log(`Took ${((performance.now() - started) / 1000).toFixed(0)} s.`)
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    merchants: { type: 'string', default: '10000' },
    'with-orders': { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '10' },
    latency: { type: 'string', default: '250' },
    others: { type: 'string', default: '100' },
    orders: { type: 'string' },
    changes: { type: 'string', default: '120' },
    filled: { type: 'string', default: '1000000' },
    skus: { type: 'string', default: '1000000' },
    rows: { type: 'string' },
  },
})
if (positionals[0] === 'scale') {
  const merchants = Number(values.merchants)
  await benchScale({ merchants, withOrders: Number(values['with-orders']), latencyMs: Number(values.latency) })
  await benchSteady({ merchants, minutes: Number(values.minutes) })
  await benchTwoWorkers(merchants)
} else if (positionals[0] === 'steady')
  await benchSteady({ merchants: Number(values.merchants), minutes: Number(values.minutes) })
else if (positionals[0] === 'two-workers') await benchTwoWorkers(Number(values.merchants))
else if (positionals[0] === 'shipments') {
  await benchFeeds()
  await benchShipments({ others: Number(values.others), latencyMs: Number(values.latency) })
} else if (positionals[0] === 'listings') await benchListings({ skus: Number(values.skus) })
else if (positionals[0] === 'sealing') await benchSealing()
else if (positionals[0] === 'sheets') await benchSheets()
else if (positionals[0] === 'imports') await benchImports({ rows: Number(values.rows ?? 100_000) })
else if (positionals[0] === 'exports') await benchExports(Number(values.rows ?? 1_000_000))
else if (positionals[0] === 'peers')
  await benchPeers({ orders: Number(values.orders ?? 300), changes: Number(values.changes) })
else if (positionals[0] === 'large')
  await benchLarge({ orders: Number(values.orders ?? 100_000), filled: Number(values.filled) })
else await main()
