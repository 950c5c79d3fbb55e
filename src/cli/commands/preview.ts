import type { Command } from 'commander'
import { writeChecklist, writePreview } from '#contract/preview.ts'
import type { PreviewedOrder } from '#core/orders/preview-order.ts'
import { WHY_SKIPPED } from '#core/orders/skip-reason.ts'
import { type Preview, preview } from '#flows/preview.ts'
import { readChecklist } from '#flows/read-checklist.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions } from '../open.ts'
import { said } from '../said.ts'
import { count, print, table } from '../table.ts'
import { chooseConnection, type WantedConnection, withConnection } from './start.ts'

/** Adds `checklist` and `preview`: what comes before importing starts (C9). */
export function previewCommands(program: Command): void {
  aboutMerchant(program.command('checklist').description('the steps before importing starts')).action(
    (options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant }) => {
        const found = await readChecklist(deps, merchant.id)
        const rows = found.steps.map(({ step, done, required, sentence }) => [
          done ? 'done' : required ? 'TO DO' : 'open',
          step,
          sentence,
        ])
        print(options, {
          json: writeChecklist(found),
          lines: [
            ...table(['', 'Step', ''], rows),
            '',
            found.ready ? 'Then: ./millrace preview, and ./millrace start.' : 'Importing cannot start yet.',
          ],
        })
      }),
  )
  withConnection(
    program.command('preview').description('the last 48 hours as what each order would become; nothing is written'),
  ).action((options: WantedConnection) =>
    atDesk(options, async (desk) => {
      const id = await chooseConnection(desk, options)
      const found = goodValue(await preview(desk.deps, desk.merchant.id, id))
      print(options, { json: writePreview(found), lines: linesOf(desk, found) })
    }),
  )
}

function linesOf({ time }: Desk, { orders, from, to, cutOff, more }: Preview): string[] {
  const rows = orders.map((order) => [
    order.amazonOrderId ?? '(unreadable)',
    order.placedAt === null ? '' : time(order.placedAt),
    order.becomes,
    order.stage,
    order.methodId,
    whyOf(order),
  ])
  return [
    `Orders that changed from ${time(from)} to ${time(to)}, as what each would become. Nothing was written.`,
    cutOff === null
      ? 'No date is set before which orders are skipped.'
      : `Orders placed before ${time(cutOff)} are skipped.`,
    '',
    ...(rows.length === 0
      ? ['There are none.']
      : table(['Amazon order', 'Placed', 'Becomes', 'Stage', 'Method', 'Why'], rows)),
    '',
    `${count(orders.length, 'order')}.${more ? ' Amazon has more than were looked at.' : ''}`,
  ]
}

const whyOf = ({ becomes, reason, problems }: PreviewedOrder): string =>
  becomes === 'unchanged'
    ? 'it is here as Amazon states it'
    : reason
      ? WHY_SKIPPED[reason]
      : problems.map((each) => said(each)).join(' ')
