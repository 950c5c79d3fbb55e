import type { MerchantFacts } from '#core/orders/import-context.ts'
import { merchantTime } from '#core/orders/merchant-time.ts'
import type { EarlierDays } from '#flows/fill-earlier-days.ts'

/** What an earlier date reads back, in a sentence for each connection (O2, O18). */
export const earlierDaysLines = (begun: readonly EarlierDays[], clock: MerchantFacts): string[] =>
  begun.map(({ connection, runId, from, to }) => {
    const range = `placed from ${merchantTime(from, clock)} to ${merchantTime(to, clock)}`
    return runId === null
      ? `${connection}: orders ${range} are not read back, because a back-fill is under way. Once it is over: ./millrace backfill`
      : `${connection}: orders ${range} are read back by back-fill ${runId} (./millrace backfill list).`
  })
