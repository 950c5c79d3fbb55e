import { formatMoney } from '#core/money.ts'
import type { LineParticulars } from '#core/orders/line-particulars.ts'
import { visibleText } from '#core/visible-text.ts'

/** How the particulars of a line are told: its currency, and how an instant is written. */
type Telling = { readonly currency: string | null; readonly time: (at: number) => string }

/** What is particular about a line, each thing in a few words; nothing for most lines. */
export function tellParticulars(found: LineParticulars | null, { currency, time }: Telling): string[] {
  if (!found) return []
  const { points, scheduled, customized, giftWrap, demands, iossNumber, programs } = found
  const worth = points && points.worth !== null && currency !== null && formatMoney({ minor: points.worth, currency })
  const from = scheduled && scheduled.from !== null ? [`from ${time(scheduled.from)}`] : []
  const to = scheduled && scheduled.to !== null ? [`to ${time(scheduled.to)}`] : []
  return [
    ...(customized ? ['designed by the buyer (the design is not shown)'] : []),
    ...(giftWrap ? [`gift wrap ${visibleText(giftWrap)}`] : []),
    ...(scheduled ? [`delivery wanted ${[...from, ...to].join(' ')}`] : []),
    ...(demands.length > 0 ? [`Amazon demands ${demands.map((each) => visibleText(each)).join(', ')}`] : []),
    ...(iossNumber ? [`VAT paid under IOSS ${visibleText(iossNumber)}`] : []),
    ...(points ? [`${points.number} Amazon Points${worth ? `, ${worth}` : ''}`] : []),
    ...programs.map((each) => visibleText(each)),
  ]
}
