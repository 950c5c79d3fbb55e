import { type Command, Option } from 'commander'
import { writeRefund } from '#contract/refunds.ts'
import { formatMoney } from '#core/money.ts'
import type { RefundEntry } from '#core/orders/check-refund.ts'
import { type KnownRefund, moneyOf, REFUND_REASONS, type RefundReason } from '#core/orders/refund.ts'
import { decideRefund } from '#flows/decide-refund.ts'
import { refundOrder } from '#flows/refund-order.ts'
import { readCount, readOrder } from '../arguments.ts'
import { aboutMerchant, atDesk, checkedValue, type Desk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { readRefundLine, type TypedRefundLine } from '../refund-line.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { print, table } from '../table.ts'

type Entered = MerchantOptions & {
  reason: RefundReason
  full?: true
  restockAll?: true
  line?: readonly TypedRefundLine[]
  again?: true
}

/** Adds `refund` and `refunds` to `orders`: money back to a buyer (O16). */
export function addRefunds(noun: Command): void {
  aboutMerchant(noun.command('refund <order>').description('give money back to the buyer: --full, or --line by line'))
    .addOption(
      new Option('--reason <reason>', "a reason of Amazon's list").choices(REFUND_REASONS).makeOptionMandatory(),
    )
    .option('--full', 'everything that was paid and is not refunded yet')
    .option('--restock-all', 'with --full: everything that had left is back on the shelf')
    .option(
      '--line <words>',
      "'SKU item=5.00 shipping=2.50': amounts for the line, of item, tax, shipping, shipping-tax, gift-wrap, gift-wrap-tax; cancelled=1 (units at Amazon), restock=1 (our units); may be repeated",
      readRefundLine,
    )
    .option('--again', 'the same refund as one of the last ten minutes is meant to be a second one')
    .action((order: string, options: Entered) =>
      atDesk(options, async (desk) => {
        const key = readOrder(order)
        const entry = await entryOf(desk, { order: key, options })
        const wish = { order: key, entry, again: options.again === true, who: WHO }
        show(desk, options, [checkedValue(await refundOrder(desk.deps, desk.merchant.id, wish))])
      }),
    )
  aboutMerchant(noun.command('refunds <order>').description('the refunds of an order, and how far each is')).action(
    (order: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        const found = await desk.store(async (tx) => {
          const known = await tx.findOrder(readOrder(order))
          return known && tx.listRefunds(known.orderId)
        })
        if (!found) throw new CliRefusal(`There is no order [${order}].`)
        show(desk, options, found)
      }),
  )
}

/** Adds `refund`: what a person found out about a refund that nobody is sure of (O16, E6). */
export function refundCommand(program: Command): void {
  const noun = program.command('refund').description('decide about a refund that may have been paid')
  aboutMerchant(noun.command('decide').description('say what Seller Central shows: --paid or --not-paid'))
    .argument('<refund>', 'its number', readCount)
    .addOption(new Option('--paid', 'it was paid: never send it again').conflicts('notPaid'))
    .addOption(new Option('--not-paid', 'it was not paid: send it once more'))
    .action((refund: number, options: MerchantOptions & { paid?: true; notPaid?: true }) =>
      atDesk(options, async (desk) => {
        if (!options.paid && !options.notPaid)
          throw new CliRefusal('Say what Seller Central shows: --paid or --not-paid.')
        const decision = options.paid ? 'paid' : 'not-paid'
        const word = { refund, decision, who: WHO } as const
        show(desk, options, [goodValue(await decideRefund(desk.deps, desk.merchant.id, word))])
      }),
    )
}

async function entryOf(
  desk: Desk,
  { order, options }: { order: number | string; options: Entered },
): Promise<RefundEntry> {
  const { reason, full, restockAll, line = [] } = options
  if ((full === undefined) === (line.length === 0))
    throw new CliRefusal('Say what goes back: --full, or --line for each line.')
  if (restockAll && !full) throw new CliRefusal('--restock-all goes with --full; a --line says restock=N.')
  if (full) return { reason, full, restock: restockAll === true }
  const found = await desk.store((tx) => tx.findOrder(order))
  if (!found) throw new CliRefusal(`There is no order [${order}].`)
  return { reason, lines: line.map((typed) => typed(found.currency ?? '')) }
}

function show(desk: Desk, options: MerchantOptions, refunds: readonly KnownRefund[]): void {
  print(options, { json: { refunds: refunds.map(writeRefund) }, lines: refundLines(refunds, desk) })
}

/** Refunds as a table; under it what is wrong with one, and what to do. */
export function refundLines(refunds: readonly KnownRefund[], { time }: Pick<Desk, 'time'>): string[] {
  if (refunds.length === 0) return ['There are no refunds.']
  const rows = refunds.map((each) => {
    const minor = each.lines.reduce((sum, line) => sum + moneyOf(line), 0)
    const amount = formatMoney({ minor, currency: each.currency })
    return [each.refundId, time(each.enteredAt), amount, each.reason, each.state, each.settledBy, each.enteredBy]
  })
  const told = refunds.flatMap(({ refundId, problem, state }) => [
    ...(problem ? [`Refund ${refundId}: ${said(problem)}`] : []),
    ...(state === 'unsure' ? [`  ./millrace refund decide ${refundId} --paid   (or --not-paid)`] : []),
  ])
  const head = ['Refund', 'Entered', 'Amount', 'Reason', 'State', 'Settled by', 'By']
  return [...table(head, rows), ...(told.length > 0 ? ['', ...told] : [])]
}
