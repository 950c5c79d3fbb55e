import { Temporal } from 'temporal-polyfill'
import type { Marketplace } from '../connection.ts'
import { DATASETS, nextWindow, type SearchParams } from './search-window.ts'

const HOUR = 3_600_000
const TOKEN_LIVES = 23 * HOUR

/** What the next search needs of a sweep's state; instants in epoch ms. */
export type SweepState = {
  readonly watermark: number
  readonly windowTo: number | null
  readonly nextToken: string | null
  readonly tokenAt: number | null
  readonly params: SearchParams | null
  readonly droppedDatasets: readonly { readonly dataset: string; readonly since: number; readonly watermark: number }[]
  readonly clockOffset: number
}

/** One search to be sent. `asksAgain` names the datasets that were refused before and are tried once more. */
export type Search = {
  readonly params: SearchParams
  readonly token: string | null
  readonly windowTo: number
  readonly asksAgain: readonly string[]
  readonly askedAt: number
}

/**
 * The next search of a sweep (O1): the next page with exactly the parameters that made its token, or a new window.
 * A token that is about to die (24 h) is dropped: the window is asked anew. A refused dataset is left out for an hour,
 * a refused marketplace for a day. Null when Amazon's clock has not passed the watermark.
 */
export function nextSearch({
  sweep,
  marketplaces,
  now,
}: {
  sweep: SweepState
  marketplaces: readonly Marketplace[]
  now: number
}): Search | null {
  if (sweep.nextToken !== null && sweep.params && sweep.windowTo !== null && now - (sweep.tokenAt ?? 0) < TOKEN_LIVES) {
    const { params, nextToken, windowTo } = sweep
    return { params, token: nextToken, windowTo, asksAgain: asksAgain(sweep, params.includedData), askedAt: now }
  }
  const window = nextWindow(sweep.watermark, now + sweep.clockOffset)
  if (!window) return null
  const leftOut = sweep.droppedDatasets.filter((d) => now - d.since < HOUR).map((d) => d.dataset)
  const asked = marketplaces.filter((m) => m.participating && (m.refusedAt === null || now - m.refusedAt >= 24 * HOUR))
  // Without a list Amazon would look in all marketplaces, those of other shops too.
  if (asked.length === 0) return null
  const params: SearchParams = {
    lastUpdatedAfter: isoInstant(window.from),
    lastUpdatedBefore: isoInstant(window.to),
    marketplaceIds: asked.map((m) => m.id).slice(0, 50),
    includedData: DATASETS.filter((d) => !leftOut.includes(d)),
  }
  return { params, token: null, windowTo: window.to, asksAgain: asksAgain(sweep, params.includedData), askedAt: now }
}

/** Datasets that were refused before and are in this search. */
const asksAgain = ({ droppedDatasets }: SweepState, asked: readonly string[]): string[] =>
  droppedDatasets.map((d) => d.dataset).filter((dataset) => asked.includes(dataset))

/** An instant (epoch ms) as Amazon reads it. */
export const isoInstant = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })
