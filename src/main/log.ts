import { pino } from 'pino'
import type { Log } from '#flows/deps.ts'

/** Writes JSON lines to standard error. Facts are ids, counts and codes only: anything else is left out, so that no buyer data can get in. */
export function createLog(level: 'info' | 'warn' | 'silent'): Log {
  const out = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }))
  return {
    note: (message, facts) => out.info(allowed(facts), message),
    alarm: (message, facts) => out.warn(allowed(facts), message),
  }
}

const ALLOWED = /^[\w .,:;/@+()|<>=-]{0,200}$/

/** Keeps numbers, booleans and short plain words; a text of another form is named, not written. */
function allowed(facts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value !== 'string' || ALLOWED.test(value) ? value : '(left out)',
    ]),
  )
}
