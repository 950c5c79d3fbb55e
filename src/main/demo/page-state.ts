import type { MerchantId } from '#core/ids.ts'
import { formatMoney } from '#core/money.ts'
import { merchantTime } from '#core/orders/merchant-time.ts'
import { tell } from '#core/problems.ts'
import type { Deps } from '#flows/deps.ts'
import type { InboundDocument } from '#store/documents.ts'
import type { OrderSummary } from '#store/orders.ts'

const SHOWN = 100

/** Everything the demo's page shows, read in one transaction; never buyer data. */
export async function demoPageState(deps: Deps, merchantId: MerchantId, footer: string): Promise<object> {
  const merchant = await deps.deployment.findMerchant(merchantId)
  if (!merchant) throw new Error(`The merchant ${merchantId} does not exist.`)
  const clock = { timeZone: merchant.timeZone, country: merchant.shipFrom.country }
  const time = (at: number) => merchantTime(at, clock)
  return deps.transaction(merchantId, 'app', async (tx) => {
    const orders = await tx.store.listOrders({ limit: SHOWN })
    const items = await tx.store.itemsOf(orders.map((o) => o.orderId))
    const held = await tx.store.listDocuments({ state: 'held', after: 0, limit: SHOWN })
    const skipped = await tx.store.listDocuments({ state: 'skipped', after: 0, limit: SHOWN })
    const problems = await tx.store.listProblems()
    const [sweep] = await tx.store.lastSweeps()
    return {
      merchant: merchant.name,
      merchantId,
      timeZone: merchant.timeZone,
      counts: counts(await tx.store.countOrders(), await tx.store.countDocuments()),
      asked: sweep?.completedAt
        ? `Amazon last asked at ${time(sweep.completedAt)}; next at ${time(sweep.nextAt ?? sweep.completedAt)}`
        : 'Amazon is being asked…',
      orders: orders.map((order) => orderRow(order, items.get(order.orderId) ?? '', time)),
      held: held.map((document) => heldCard(document, time)),
      skipped: skipped.reverse().map((d) => ({ amazonOrderId: d.reference, why: d.log.at(-1)?.sentence ?? d.reason })),
      problems: problems.map((p) => tell(p.problem).sentence),
      footer,
    }
  })
}

function counts(
  orders: Readonly<Record<string, number>>,
  documents: Readonly<Record<string, number>>,
): [string, number][] {
  const skipped = Object.entries(documents)
    .filter(([state]) => state.startsWith('skipped'))
    .reduce((sum, [, n]) => sum + n, 0)
  return [
    ['Shipping Department', orders['Shipping Department'] ?? 0],
    ['Pre-ordered', orders['Pre-ordered'] ?? 0],
    ['Completed', orders['Completed Order'] ?? 0],
    ['Rejected', orders.Rejected ?? 0],
    ['Held', documents.held ?? 0],
    ['Skipped', skipped],
  ]
}

const orderRow = (order: OrderSummary, items: string, time: (at: number) => string) => ({
  number: order.orderId,
  amazonOrderId: order.amazonOrderId,
  placed: time(order.placedAt),
  items,
  stage: order.stage,
  method: order.methodId ?? '–',
  center: order.center ?? '–',
  total:
    order.currency && order.grandTotal !== null
      ? formatMoney({ minor: order.grandTotal, currency: order.currency })
      : '–',
})

const MEND: Readonly<Record<string, (facts: Readonly<Record<string, string | number>>) => string>> = {
  'map-sku': ({ sku }) => `./millrace mapping add ${quoted(String(sku))} ITEM`,
  'set-level': ({ level }) => `./millrace level set ${level} standard`,
  'choose-method': () => './millrace settings show',
}

/** A held order with its sentences and the command that mends the first of them. */
function heldCard(document: InboundDocument, time: (at: number) => string) {
  const told = document.problems.map((p) => ({ ...tell(p), facts: p.facts }))
  const [first] = told
  const mend = (first?.mend && MEND[first.mend]?.(first.facts)) || `./millrace errors show ${document.documentId}`
  return {
    amazonOrderId: document.reference,
    received: `received ${time(document.receivedAt)}`,
    sentences: told.map((p) => p.sentence),
    mend,
  }
}

/** A word as the shell takes it. */
const quoted = (text: string) => (/^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)
