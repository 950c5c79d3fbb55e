import { expect, test } from 'vitest'
import { readShipDate } from './ship-date.ts'

const at = (text: string) => Date.parse(text)
const US = { timeZone: 'America/New_York', country: 'US' }
const GB = { timeZone: 'Europe/London', country: 'GB' }
const context = { clock: US, now: at('2026-11-10T15:00:00Z'), placedAt: at('2026-11-08T18:00:00Z') }

test.each([
  [null, '2026-11-10T15:00:00Z'],
  ['2026-11-09T10:00:00Z', '2026-11-09T10:00:00Z'],
  ['2026-11-09T10:00:00.500+02:00', '2026-11-09T08:00:00.500Z'],
  ['2026-11-09', '2026-11-09T17:00:00Z'],
  ['11/9/26', '2026-11-09T17:00:00Z'],
  ['11/09/2026', '2026-11-09T17:00:00Z'],
  ['11/9/26 2:30 PM', '2026-11-09T19:30:00Z'],
  ['11/9/26 12:10 am', '2026-11-09T05:10:00Z'],
  ['2026-11-09 14:30', '2026-11-09T19:30:00Z'],
  ['2026-11-10', '2026-11-10T15:00:00Z'],
  ['2026-11-08', '2026-11-08T18:00:00Z'],
  ['2026-11-10T15:04:00Z', '2026-11-10T15:00:00Z'],
])(
  '[S1] the ship date %s is %s: a day is its noon, today before noon is now, never before the order',
  (entered, instant) => {
    expect(readShipDate(entered, context)).toEqual({ ok: true, value: at(instant) })
  },
)

test.each([
  ['2026-11-11', 'lies in the future'],
  ['2026-11-10T15:06:00Z', 'lies in the future'],
  ['2026-11-10 23:00', 'lies in the future'],
  ['2026-11-07', 'before the order was placed'],
  ['2026-11-08T17:59:00Z', 'before the order was placed'],
  ['2026-02-30', 'cannot be read'],
  ['2026-13-01', 'cannot be read'],
  ['11/9/26 13:30 PM', 'cannot be read'],
  ['45971', 'cannot be read'],
  ['0000-01-01', 'cannot be read'],
  ['soon', 'cannot be read'],
])('[S1] the ship date %s is refused: it %s', (entered, why) => {
  const read = readShipDate(entered, context)
  if (read.ok) throw new Error('It was taken.')
  expect(read.problem.facts.why).toContain(why)
})

test('[S1] elsewhere a date with slashes could mean two days, and is refused', () => {
  expect(readShipDate('9/11/26', { ...context, clock: GB })).toMatchObject({ ok: false })
  expect(readShipDate('2026-11-09', { ...context, clock: GB })).toEqual({ ok: true, value: at('2026-11-09T12:00:00Z') })
})
