import { type Command, Option } from 'commander'
import { writeLog } from '#contract/activity.ts'
import { writeCancellation } from '#contract/cancellations.ts'
import { writeInstant } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import { writeRefund } from '#contract/refunds.ts'
import { formatMoney } from '#core/money.ts'
import { isNotDone } from '#core/orders/cancellation-request.ts'
import { STAGES, type Stage } from '#core/orders/stage.ts'
import { vendorWait } from '#flows/watch-vendors.ts'
import type { OrderDetail } from '#store/orders.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type Desk, type MerchantOptions } from '../open.ts'
import { tellParticulars } from '../particulars.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { count, pairs, print, table } from '../table.ts'
import { writeLine, writeOrder } from '../write-order.ts'
import { packageLines, packagesOf } from '../write-packages.ts'
import { addDecisions } from './order-decisions.ts'
import { addRefunds, refundLines } from './refunds.ts'

type Wanted = MerchantOptions & { stage?: Stage; limit: number; before?: number }

/** Adds `orders`: orders as the order system has them; the buyer is never shown (U2). */
export function ordersCommand(program: Command): void {
  const noun = program
    .command('orders')
    .description('orders, without their buyers: list, show, move, cancel, ship-anyway, refund')
  aboutMerchant(noun.command('list').description('orders, the newest first'))
    .addOption(new Option('--stage <stage>', 'only this stage').choices(STAGES))
    .option('--limit <n>', 'at most so many', readCount, 50)
    .option('--before <number>', 'only orders with a lower number: the next page', readCount)
    .action((options: Wanted) =>
      atDesk(options, async ({ store, time }) => {
        const { stage, limit, before } = options
        const { orders, items } = await store(async (tx) => {
          const after = before === undefined ? null : ([before, before] as const)
          const found = await tx.listOrders({ stage, after, sort: '-number', limit })
          return { orders: found, items: await tx.itemsOf(found.map((each) => each.orderId)) }
        })
        const last = orders.length === limit ? orders.at(-1) : undefined
        print(options, {
          json: { orders: orders.map(writeOrder) },
          lines:
            orders.length === 0
              ? ['There are no such orders.']
              : [
                  ...table(
                    ['Number', 'Amazon order', 'Placed', 'Stage', 'Method', 'Center', 'Total', 'Items'],
                    orders.map((each) => [
                      each.orderId,
                      each.amazonOrderId,
                      time(each.placedAt),
                      each.stage,
                      each.methodId,
                      each.center,
                      amount(each.grandTotal, each.currency),
                      items.get(each.orderId) ?? '',
                    ]),
                  ),
                  '',
                  last ? `More: --before ${last.orderId}` : count(orders.length, 'order'),
                ],
        })
      }),
    )
  addShow(noun)
  addDecisions(noun)
  addRefunds(noun)
}

function addShow(noun: Command): void {
  aboutMerchant(
    noun.command('show <order>').description('one order by our number or the Amazon order id, with its log'),
  ).action((order: string, options: MerchantOptions) =>
    atDesk(options, async (desk) => {
      const key = /^\d{1,15}$/.test(order) ? Number(order) : order
      const { found, log, refunds } = await desk.store(async (tx) => {
        const one = await tx.findOrder(key)
        const log = one ? ((await tx.findDocument(one.documentId))?.log ?? []) : []
        return { found: one, log, refunds: one ? await tx.listRefunds(one.orderId) : [] }
      })
      if (!found) throw new CliRefusal(`There is no order [${order}]. Was it held? ./millrace errors show ${order}`)
      const shipped = await packagesOf(desk, order)
      const waits = await desk.deps.transaction(desk.merchant.id, 'app', (tx) => vendorWait(desk.deps, tx, found))
      print(options, {
        json: {
          ...writeOrder(found),
          documentId: found.documentId,
          packages: shipped.packages,
          waits: waits && writeProblem(waits),
          lines: found.lines.map((line) => writeLine(line, found.currency)),
          cancellation: found.cancellation && writeCancellation(found.cancellation),
          refunds: refunds.map(writeRefund),
          events: found.events.map((each) => ({ ...each, at: writeInstant(each.at) })),
          log: writeLog(log),
        },
        lines: [
          ...headOf(found, desk),
          ...(waits ? ['', said(waits)] : []),
          '',
          ...linesOf(found),
          ...particularsOf(found, desk),
          ...(refunds.length > 0 ? ['', ...refundLines(refunds, desk)] : []),
          ...(shipped.stored.length === 0 ? [] : ['', ...packageLines(shipped, desk)]),
          '',
          'What happened:',
          ...found.events.map(
            (each) => `  ${desk.time(each.at)}  ${each.kind}  ${eventWords(each.facts)}  (${each.who})`,
          ),
          '',
          'Log of the import:',
          ...log.map((entry) => `  ${entry.sentence}`),
        ],
      })
    }),
  )
}

const amount = (minor: number | null, currency: string | null): string =>
  minor === null || currency === null ? '' : formatMoney({ minor, currency })

const headOf = (order: OrderDetail, { time }: Desk): string[] =>
  pairs([
    ['Order', order.orderId],
    ...(order.channel === 'amazon'
      ? ([['Amazon order', order.amazonOrderId]] as const)
      : ([
          ['Channel', order.channel],
          ['Order there', order.amazonOrderId],
        ] as const)),
    ['Stage', order.stage],
    ...(order.channel === 'amazon' ? [['At Amazon', order.amazonStatus] as const] : []),
    ['Placed', time(order.placedAt)],
    ['Ship by', order.shipBy === null ? '' : time(order.shipBy)],
    ['Level', order.serviceLevel],
    ['Method', order.methodId],
    ['Center', order.center],
    ['Payment', paymentOf(order)],
    ...(order.themeCode === null ? [] : [['Theme', order.themeCode] as const]),
    ...(order.fulfilledByAmazon ? [['Shipped by', 'Amazon (read-only)'] as const] : []),
    ...(order.toConfirm ? [] : [['Confirmed', 'never: it is in the books only'] as const]),
    ['Total', amount(order.grandTotal, order.currency)],
    ...(order.programs.length === 0 ? [] : [['Programs', order.programs.join(', ')] as const]),
    ...(order.replaces === null ? [] : [['Replaces', order.replaces] as const]),
    ['Buyer', '(not shown)'],
    ...cancellationOf(order),
    ...(order.flags.length === 0 ? [] : [['Flags', order.flags.join(', ')] as const]),
    ...order.dropped.map((each) => ['Ignored line', `${each.quantity} x ${each.sellerSku}`] as const),
  ])

const eventWords = (facts: Readonly<Record<string, unknown>>): string =>
  ['from', 'to', 'stage', 'decision', 'cancellation', 'why']
    .flatMap((name) => (facts[name] ? [`${name} [${facts[name]}]`] : []))
    .join(' ')

const cancellationOf = ({ cancellation, amazonOrderId }: OrderDetail): (readonly [string, string])[] => {
  if (!cancellation) return []
  const { state, reason, decidedBy, goneAt, up, problem, byMerchant } = cancellation
  const how = [state, reason, decidedBy && `by ${decidedBy}`, up && `the word to Amazon is ${up}`]
    .filter(Boolean)
    .join(', ')
  const gone = goneAt === null ? '' : ' (Amazon no longer shows it)'
  const next =
    state === 'open' || isNotDone(cancellation)
      ? `  ./millrace orders cancel ${amazonOrderId} --reason REASON, or orders ship-anyway ${amazonOrderId}`
      : ''
  const why = problem ? [['Not cancelled', said(problem)] as const] : []
  return [[byMerchant ? 'You cancel it' : 'Buyer asks to cancel', `${how}${gone}${next}`], ...why]
}

const paymentOf = (order: OrderDetail): string =>
  order.paymentMethod === 'Purchase Order'
    ? `Purchase Order ${order.buyerPurchaseOrder ? "(the buyer's number, not shown)" : order.purchaseOrderNumber}`
    : order.paymentMethod

const linesOf = (order: OrderDetail): string[] =>
  table(
    ['Seller SKU', 'Item', 'At Amazon', 'Our units', 'From', 'Total', 'Title'],
    order.lines.map((line) => [
      line.sellerSku,
      line.itemId,
      line.quantityAmazon,
      line.quantity,
      line.allocations.map((each) => `${each.quantity} x ${each.itemId} at ${each.center}`).join(', '),
      amount(line.total, order.currency),
      line.title,
    ]),
  )

const particularsOf = (order: OrderDetail, { time }: Desk): string[] =>
  order.lines.flatMap((line) => {
    const told = tellParticulars(line.particulars, { currency: order.currency, time })
    return told.length === 0 ? [] : [`  ${line.sellerSku}: ${told.join('; ')}`]
  })
