import { countText, dateText, moneyText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { connectionWords } from '../../words/connections.ts'

type Said = components['schemas']['DryRunRow']['before']
const say = connectionWords.sending

/** What Amazon has or would get of a SKU, in a few words. */
export function saidText(said: Said): string {
  if (said === null) return say.unknown
  if ('price' in said)
    return [moneyText(said.price), said.sale && say.sale(moneyText(said.sale.price)), said.business && say.business]
      .filter(Boolean)
      .join(', ')
  const { quantity, leadDays, restockOn } = said
  const parts = [
    quantity === 'always' ? say.always : countText(quantity),
    leadDays === null ? null : say.lead(leadDays),
    restockOn === null ? null : say.restock(dateText(restockOn)),
  ]
  return parts.filter(Boolean).join(', ')
}
