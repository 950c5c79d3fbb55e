import { describe, expect, test } from 'vitest'
import { heldTotals, withHeld } from './held-totals.ts'
import { goneBy, type HeldBuyerData } from './retention.ts'

const DAY = 86_400_000
const CAME = Date.parse('2026-11-01T12:00:00Z')
const held: HeldBuyerData = {
  kind: 'buyers',
  origin: 'amazon',
  ownDays: null,
  cameAt: CAME,
  storedAt: CAME,
  order: 'open',
  endedAt: null,
}

describe('the instant by which buyer data must be gone', () => {
  test.each<[what: string, change: Partial<HeldBuyerData>, days: readonly [kept: number, gone: number | null]]>([
    ['30 days after shipment', { order: 'shipped', endedAt: CAME + 3 * DAY }, [30, 33]],
    ['sooner where the operator says so', { order: 'shipped', endedAt: CAME + 3 * DAY }, [10, 13]],
    ['7 days after Amazon cancelled', { order: 'cancelled', endedAt: CAME + 2 * DAY }, [30, 9]],
    ['no later for a cancelled order than for a shipped one', { order: 'cancelled', endedAt: CAME }, [5, 5]],
    ['30 days after the merchant rejected it', { order: 'rejected', endedAt: CAME + DAY }, [30, 31]],
    ['60 days after it came, for an order never shipped', { order: 'open' }, [30, 60]],
    ['30 days after it came, for a document held and never placed', { kind: 'documents', order: 'none' }, [30, 30]],
    ['30 days after it was fetched, for a page never imported', { kind: 'pages', order: 'none' }, [30, 30]],
    [
      'a week after a person brought it, and a day, for a file that nobody applied',
      { kind: 'files', origin: '', order: 'none' },
      [30, 8],
    ],
    ['a day after it was fetched again', { order: 'none', storedAt: CAME + 40 * DAY }, [30, 41]],
    [
      'never by this clock, for data of another origin',
      { origin: 'web shop', order: 'shipped', endedAt: CAME },
      [30, null],
    ],
    [
      'so long after shipment as the merchant says of a channel of its own',
      { origin: 'WEB', ownDays: 90, order: 'shipped', endedAt: CAME + DAY },
      [30, 91],
    ],
    [
      'no sooner than 60 days after it came, for an order of such a channel that never left',
      { origin: 'WEB', ownDays: 10 },
      [30, 60],
    ],
  ])('[U4] %s', (_, change, [kept, gone]) => {
    expect(goneBy({ ...held, ...change }, kept)).toBe(gone === null ? null : CAME + gone * DAY)
  })
})

test('[U4] what is overdue is counted from the first instant after its day, and the earliest day is told', () => {
  const shipped = { ...held, order: 'shipped', endedAt: CAME } as const
  const count = (now: number) =>
    [shipped, { ...held, cameAt: CAME - DAY }].reduce(
      (totals, each) => withHeld(totals, each, { days: 30, now }),
      heldTotals('buyers'),
    )
  const goneOn = { kind: 'buyers', count: 2, oldest: CAME - DAY, goneBy: CAME + 30 * DAY }
  expect(count(CAME + 30 * DAY)).toEqual({ ...goneOn, overdue: 0 })
  expect(count(CAME + 30 * DAY + 1)).toEqual({ ...goneOn, overdue: 1 })
})
