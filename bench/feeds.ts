// npm run bench -- shipments: 5,000 packages of one seller at once, which go by feed; one virtual clock for both sides.
import { nextWorkAt, runDue } from '#jobs/run-due.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import type { Workshop } from '#jobs/work.ts'
import { MERCHANT, SELLER } from '#main/demo/sample-merchant.ts'
import { openPool } from '#store/db.ts'
import type { Control } from '../src/simulator/control.ts'
import { startSimulator } from '../src/simulator/server.ts'
import { CONNECTION, startServer } from './made-server.ts'
import { table } from './report.ts'
import { addPackages, LINE, sentBy, wakeConfirmations } from './shipments-database.ts'

const PACKAGES = 5000
const MOST_CALLS = 10
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MORNING = Date.parse('2026-11-10T15:00:00Z')
const DUE = {
  merchant: MERCHANT.id,
  seller: SELLER.sellingPartnerId,
  connection: CONNECTION,
  refreshToken: SELLER.refreshToken,
}

/** Measures what 5,000 packages entered at once cost in calls at Amazon, and when Amazon has told of the last one (S5). */
export async function benchFeeds(): Promise<void> {
  const server = await startServer()
  const { control, url, close } = await startSimulator({ clock: 'virtual', start: MORNING })
  const now = () => control.now()
  const { app, deps } = await server.makeShop('feeds', { url, now, since: '2026-11-09' })
  const owner = openPool(server.configFor('millrace_owner', 'feeds'), { max: 2, applicationName: 'bench feeds' })
  try {
    const draft = { lines: [{ sku: 'MUG-BLUE', orderItemId: LINE }], createdAt: MORNING - HOUR, lagMs: 0 }
    await addPackages(owner, { due: DUE, orderIds: control.placeOrders(draft, PACKAGES), from: 0 }, MORNING - MINUTE)
    // The sweep reads packages back; what is counted here is what sending them costs.
    await owner.query('delete from deployment.due')
    control.clearRequests()
    await wakeConfirmations(owner, [DUE], now())
    const began = performance.now()
    await untilSent({ pool: app, deps, schedule: SCHEDULE }, control, async () => (await sentBy(owner, DUE)).done)
    const seconds = (performance.now() - began) / 1000
    await deps.flush()
    console.log(report(control, { seconds, minutes: (now() - MORNING) / MINUTE }))
  } finally {
    await owner.end()
    await close()
    await server.stop()
  }
}

async function untilSent(shop: Workshop, control: Control, sent: () => Promise<number>): Promise<void> {
  for (await runDue(shop); (await sent()) < PACKAGES; await runDue(shop)) {
    const next = await nextWorkAt(shop)
    if (next === null || next > MORNING + 8 * HOUR)
      throw new Error(`${await sent()} of ${PACKAGES} packages were sent.`)
    control.moveClock({ set: Math.max(control.now(), next) })
  }
}

function report(control: Control, { seconds, minutes }: { seconds: number; minutes: number }): string {
  const calls = new Map<string, number>()
  for (const { operation = 'login' } of control.requests()) calls.set(operation, (calls.get(operation) ?? 0) + 1)
  const total = [...calls.values()].reduce((sum, count) => sum + count, 0)
  const shipped = control.orders().filter(({ status }) => status === 'SHIPPED').length
  const megabytes = control.feeds().reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1024 / 1024
  return `One seller enters ${PACKAGES.toLocaleString('en-US')} packages at once\n\n${table([
    ['', 'measured', 'aim'],
    ['calls at Amazon in all', String(total), `${MOST_CALLS}`],
    ...[...calls].map(([name, count]) => [`  ${name}`, String(count), '']),
    ['shipped at Amazon', shipped.toLocaleString('en-US'), PACKAGES.toLocaleString('en-US')],
    ['minutes until the report is settled (Amazon works 1.5 minutes)', minutes.toFixed(1), ''],
    ['seconds of work here', seconds.toFixed(1), ''],
    ['size of the feed', `${megabytes.toFixed(1)} MB`, 'below 10 MB'],
  ])}\n`
}
