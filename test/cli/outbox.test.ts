import { expect, test } from 'vitest'
import type { ConnectionId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import type { OutboxRow } from '#core/shipments/outbox.ts'
import { linesOf, sectionLines } from '../../src/cli/commands/outbox.ts'

const desk = { time: (at: number) => new Date(at).toISOString().slice(11, 16) }
const at = Date.parse('2026-11-10T15:00:00Z')

const row = (change: Partial<OutboxRow> = {}): OutboxRow => ({
  outboxId: 7,
  kind: 'confirmation',
  connection: 'na-A3HARBORGOODS' as ConnectionId,
  marketplaceId: 'ATVPDKIKX0DER',
  orderId: 1001,
  amazonOrderId: '111-0000001-0000001',
  subject: 2,
  state: 'waiting',
  way: 'call',
  dueBy: null,
  nextAt: at,
  attempts: 0,
  failingSince: null,
  problem: null,
  submissionId: null,
  sentVersion: null,
  sentAt: null,
  sweepsSince: 0,
  sentAgain: false,
  settledAt: null,
  enteredAt: at,
  ...change,
})

test('[E6] an entry is told with its tries, its last error and its next try', () => {
  expect(linesOf(row(), desk)).toEqual([
    '7  package 2 of order 1001 (111-0000001-0000001)  waiting by call, next 15:00',
  ])
  const down = problem('amazon-down', { operation: 'confirmShipment', why: 'status 503' })
  expect(linesOf(row({ attempts: 3, problem: down }), desk)).toEqual([
    '7  package 2 of order 1001 (111-0000001-0000001)  waiting by call, 3 tries, next 15:00',
    '  - Amazon does not answer confirmShipment at the moment (status 503). It is tried again.',
  ])
})

test('[E5][E6] what waits for a person stands in its section, with the two commands', () => {
  const refused = row({ state: 'refused', problem: problem('cancelled-at-amazon', { what: 'package 2' }), attempts: 1 })
  const lines = sectionLines([row({ kind: 'refund', state: 'unsure', way: 'feed', outboxId: 8 }), refused], desk)
  expect(lines).toEqual([
    'Shipment confirmations',
    '7  package 2 of order 1001 (111-0000001-0000001)  refused by call, 1 try',
    expect.stringMatching(/^ {2}- Amazon has cancelled the order/),
    '      ./millrace outbox retry 7   (or outbox remove 7)',
    '',
    'Refunds',
    '8  refund 2 of order 1001 (111-0000001-0000001)  unsure by feed',
    '      ./millrace refund decide 2 --paid   (or --not-paid)',
    '',
  ])
})
