// npm run bench -- peers: one day with the same orders and changes of stock for Millrace and for the call patterns of the open peers.
import { startServer } from './made-server.ts'
import type { DaySize } from './peers/day.ts'
import { drivePeer } from './peers/drive.ts'
import { driveMillrace } from './peers/ours.ts'
import type { Outcome } from './peers/outcome.ts'
import { PATTERNS } from './peers/patterns.ts'
import { percentile, table } from './report.ts'

/** Ten in the morning in New York, the day after the one from which the sample merchant imports. */
const MORNING = Date.parse('2026-11-10T15:00:00Z')

/** Lets each of them have the day, and prints one table. */
export async function benchPeers(size: DaySize): Promise<void> {
  const at = { start: MORNING, size }
  const outcomes: Outcome[] = []
  const server = await startServer()
  try {
    outcomes.push(await driveMillrace(server, at))
  } finally {
    await server.stop()
  }
  for (const pattern of PATTERNS) outcomes.push(await drivePeer(pattern, at))
  console.log(
    `${size.orders} orders over a day, 95 % of them within 14 hours, and ${size.changes} changes of stock; one simulated Amazon each, by its counters and clock\n`,
  )
  console.log(`${table([HEADS, ...outcomes.map(lineOf)])}\n`)
  for (const { name, source, assumed } of PATTERNS) console.log(`  ${name}: ${source}. Assumed: ${assumed}.`)
  console.log(`\n${NOTES}`)
}

const HEADS = [
  '',
  'calls/order',
  'logins',
  'put off (429)',
  'minutes to placed p50 / p95',
  'calls/change',
  'minutes to right p50 / p95',
  'not done',
]

const NOTES = `  Minutes to placed: from visible at Amazon to complete in the shop's system. Minutes to right: from the change in the shop to what buyers meet,
  of which Amazon takes one. The peers ask Orders v0, which ends on 2027-03-27; here its list is searchOrders and each call for an order
  getOrder, at v0's pace. Their cursors got the two minutes of overlap that some lack. Later changes of an order, which cost the peers their
  calls again, are left out. Millrace's calls hold the nightly reconciliation and reading back what it sent; it starts the day without
  knowing the shop's hours. M2E Pro's and Odoo's calls cannot be seen; OpenLinker and Openship have no Amazon.`

function lineOf({ name, callsPerOrder, logins, throttled, callsPerChange, placed, right, left }: Outcome): string[] {
  const both = (minutes: readonly number[]) =>
    minutes.length === 0 ? '-' : `${percentile(minutes, 0.5).toFixed(1)} / ${percentile(minutes, 0.95).toFixed(1)}`
  const changes = right.length === 0 ? ['-', '-'] : [callsPerChange.toFixed(2), both(right)]
  const undone = right.length === 0 ? `${left.orders} orders` : `${left.orders} orders, ${left.changes} changes`
  return [
    name,
    callsPerOrder.toFixed(2),
    String(logins),
    String(throttled),
    both(placed),
    ...changes,
    left.orders + (right.length === 0 ? 0 : left.changes) === 0 ? '' : undone,
  ]
}
