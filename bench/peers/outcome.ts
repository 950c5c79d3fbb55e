// What a day came to, by the simulator's counters and clock.
import type { Control } from '../../src/simulator/control.ts'
import type { DaySize, DayTimes, ScriptedDay } from './day.ts'

/** A day of one program: what it asked, what it met, how long things took. */
export type Outcome = DayTimes & {
  readonly name: string
  readonly callsPerOrder: number
  readonly logins: number
  readonly throttled: number
  readonly callsPerChange: number
  readonly left: { readonly orders: number; readonly changes: number }
}

const OF_ORDERS = ['searchOrders', 'getOrder', 'createReport', 'getReport', 'getReportDocument']
const OF_STOCK = /Listings|Feed/

/** Counts every request of the day. */
export function countsOf(control: Control, day: ScriptedDay, { orders, changes }: DaySize): Omit<Outcome, 'name'> {
  const asked = control.requests()
  const count = (is: (operation: string) => boolean) => asked.filter(({ operation = '' }) => is(operation)).length
  return {
    ...day.times,
    callsPerOrder: count((operation) => OF_ORDERS.includes(operation)) / orders,
    logins: count((operation) => operation === 'login'),
    throttled: asked.filter(({ status }) => status === 429).length,
    callsPerChange: count((operation) => OF_STOCK.test(operation)) / changes,
    left: day.left(),
  }
}
