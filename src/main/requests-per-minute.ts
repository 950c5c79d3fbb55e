import type { KeyLimit } from '#http/limit-keys.ts'
import { type Config, ConfigRefusal } from './config-shape.ts'

const USUAL = 600

/** Reads how many requests an API key may send in a minute; 0 is no limit. */
export function readRequestsPerMinute(entered: string | undefined): number | null {
  const wanted = Number(entered || USUAL)
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 1_000_000)
    throw new ConfigRefusal(
      `MILLRACE_API_REQUESTS_PER_MINUTE is "${entered}". It must be a number of requests, or 0 for no limit.`,
    )
  return wanted === 0 ? null : wanted
}

/** The limit of each API key, as the REST API takes it. */
export const keyLimitOf = ({ requestsPerMinute }: Config): KeyLimit | undefined =>
  requestsPerMinute === null ? undefined : { perMinute: requestsPerMinute }
