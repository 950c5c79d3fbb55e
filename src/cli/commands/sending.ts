import { type Command, Option } from 'commander'
import { writeDryRun, writeField, writeSending } from '#contract/sending.ts'
import type { ConnectionId, SellerSku } from '#core/ids.ts'
import { FIELD_STATES, type FieldState } from '#core/inventory/next-sending.ts'
import type { DryRunRow, SkuField } from '#core/inventory/sku-field.ts'
import { approveChanges, putPriceBack, releasePrice, releaseTheBrake, uploadNow } from '#flows/approve-changes.ts'
import { dryRun } from '#flows/dry-run.ts'
import { switchSending } from '#flows/switch-sending.ts'
import { readCount } from '../arguments.ts'
import { askYes } from '../ask-yes.ts'
import { atDesk, type Desk, goodValue, WHO } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { saidText } from '../said-text.ts'
import { count, print, table } from '../table.ts'
import { chooseConnection, type WantedConnection, withConnection } from './start.ts'

type Listed = WantedConnection & { readonly state?: FieldState; readonly sku?: string; readonly limit: number }

/** Adds `sending`: what goes up of stock and prices (I4, I7, I10, I12, I14). */
export function sendingCommand(program: Command): void {
  const noun = program.command('sending').description('stock and prices up to Amazon: switches, dry run, results')
  withConnection(noun.command('show').description('what may be sent, and how many SKUs are in which state')).action(
    show,
  )
  addSwitches(noun)
  withConnection(noun.command('dry-run').description('what would be sent now, old and new; nothing is'))
    .option('--sku <sku>', 'only this seller SKU')
    .option('--limit <n>', 'at most so many SKUs', readCount, 50)
    .action(showDryRun)
  withConnection(noun.command('list').description('each SKU: what is wanted, sent and confirmed'))
    .addOption(new Option('--state <state>', 'only in this state').choices(FIELD_STATES))
    .option('--sku <sku>', 'only this seller SKU')
    .option('--limit <n>', 'at most so many', readCount, 50)
    .action(list)
  addDecisions(noun)
}

const show = (options: WantedConnection): Promise<void> =>
  atDesk(options, async (desk) => {
    const id = await chooseConnection(desk, options)
    const switches = goodValue(await readSwitches(desk, id))
    const states = await desk.store((tx) => tx.countFields(id))
    const onOff = (on: boolean) => (on ? 'is sent' : 'is not sent')
    print(options, {
      json: { ...writeSending(id, switches), states: Object.fromEntries(states) },
      lines: [
        `${id}: stock ${onOff(switches.stock)}, price ${onOff(switches.price)}.`,
        ...(switches.brakedAt === null
          ? []
          : [
              `The brake stands since ${desk.time(switches.brakedAt)}. Look at what it stopped: ./millrace sending list --state due`,
              '      ./millrace sending release-brake',
            ]),
        ...[...states].map(([state, n]) => `  ${state}: ${n}`),
      ],
    })
  })

async function readSwitches(desk: Desk, id: ConnectionId) {
  const found = await desk.store((tx) => tx.readSwitches(id))
  if (found) return { ok: true as const, value: found }
  throw new CliRefusal(`The connection ${id} is not authorized. Renew it first: ./millrace connect --help`)
}

function addSwitches(noun: Command): void {
  for (const on of [true, false]) {
    withConnection(
      noun
        .command(on ? 'on' : 'off')
        .description(on ? 'send stock or price; shows the dry run and asks' : 'stop sending stock or price')
        .addArgument(noun.createArgument('<what>', 'stock or price').choices(['stock', 'price'])),
    )
      .option('--yes', 'do not ask: I have seen the dry run')
      .action((what: 'stock' | 'price', options: WantedConnection & { yes?: boolean }) =>
        atDesk(options, async (desk) => {
          const connection = await chooseConnection(desk, options)
          if (on && !options.yes && !(await seesDryRun(desk, { connection, what })))
            throw new CliRefusal('Nothing was switched on.')
          const wish = { connection, [what]: on, seen: true, who: WHO }
          const after = goodValue(await switchSending(desk.deps, desk.merchant.id, wish))
          print(options, {
            json: writeSending(connection, after),
            lines: [`From now on ${what} of ${connection} ${on ? 'is' : 'is not'} sent to Amazon.`],
          })
        }),
      )
  }
}

/** Shows what would change, and asks once (I14). */
async function seesDryRun(desk: Desk, { connection, what }: { connection: ConnectionId; what: string }) {
  const wish = { connection, skus: null, after: null, limit: 50 }
  const { rows, next } = goodValue(await dryRun(desk.deps, desk.merchant.id, wish))
  console.error(dryRunLines(rows.filter(({ field }) => field === what)).join('\n'))
  if (next !== null) console.error('... and more: ./millrace sending dry-run --limit 200')
  return askYes(`Send ${what} to Amazon from now on?`)
}

const showDryRun = (options: Listed): Promise<void> =>
  atDesk(options, async (desk) => {
    const connection = await chooseConnection(desk, options)
    const skus = options.sku === undefined ? null : [options.sku as SellerSku]
    const wish = { connection, skus, after: null, limit: options.limit }
    const { rows } = goodValue(await dryRun(desk.deps, desk.merchant.id, wish))
    print(options, { json: { rows: rows.map(writeDryRun) }, lines: dryRunLines(rows) })
  })

const SILENCES: Readonly<Record<string, string>> = {
  'no-item': 'no item of yours',
  'not-configured': 'not linked, and no product type',
  'not-listed': 'not listed at Amazon',
  'channel-unread': 'its channel was never read',
  'fulfilled-by-amazon': 'Amazon ships it',
  'pricing-rule': 'Amazon prices it by your rule',
  'offer-unread': 'its offer was never read; that is done within minutes, once prices are sent',
}

function dryRunLines(rows: readonly DryRunRow[]): string[] {
  if (rows.length === 0) return ['Amazon lists no SKU that would be looked at.']
  const shown = rows.map((row) => [
    row.sellerSku,
    row.marketplaceId === '' ? row.field : `${row.field} ${row.marketplaceId}`,
    saidText(row.field, row.before),
    row.what === 'silent' ? '' : saidText(row.field, row.after),
    row.what === 'silent' ? `not sent: ${SILENCES[row.silence ?? ''] ?? row.silence}` : WHAT[row.what],
  ])
  const problems = rows.flatMap((row) => row.problems.map((each) => `  - ${said(each)}`))
  const due = rows.filter(({ what }) => what === 'due').length
  return [...table(['SKU', 'what', 'old', 'new', ''], shown), ...problems, '', `${count(due, 'change')} would be sent.`]
}

const WHAT = { due: 'would be sent', held: 'waits for approval', nothing: 'as it is' } as const

const list = (options: Listed): Promise<void> =>
  atDesk(options, async (desk) => {
    const { state = null, sku = null, limit } = options
    const connection = await chooseConnection(desk, options)
    const page = { connection, state, sku: sku as SellerSku | null, after: null, limit }
    const rows = await desk.store((tx) => tx.listFields(page))
    print(options, { json: { skus: rows.map(writeField) }, lines: fieldLines(rows) })
  })

function fieldLines(rows: readonly SkuField[]): string[] {
  if (rows.length === 0) return ['Nothing of that kind.']
  const shown = rows.map((row) => [
    row.sellerSku,
    row.marketplaceId === '' ? row.field : `${row.field} ${row.marketplaceId}`,
    row.pinned === null ? row.state : `${row.state}, pinned`,
    saidText(row.field, row.desired),
    saidText(row.field, row.sent),
    saidText(row.field, row.confirmed),
  ])
  const problems = rows.flatMap(({ problem }) => (problem ? [`  - ${said(problem)}`] : []))
  return [...table(['SKU', 'what', 'state', 'wanted', 'sent', 'confirmed'], shown), ...problems]
}

function addDecisions(noun: Command): void {
  const deed = (name: string, says: string) => withConnection(noun.command(name).description(says))
  deed('approve', 'approve held prices: of these SKUs, or of all')
    .argument('[skus...]', 'seller SKUs')
    .action((skus: SellerSku[], options: WantedConnection) =>
      decide(options, async (desk, connection) => {
        const chosen = skus.length === 0 ? null : skus
        const n = goodValue(await approveChanges(desk.deps, desk.merchant.id, { connection, who: WHO, skus: chosen }))
        return `${count(n, 'price')} approved.`
      }),
    )
  deed('release-brake', 'let go what the brake stopped').action((options: WantedConnection) =>
    decide(options, async (desk, connection) => {
      const n = goodValue(await releaseTheBrake(desk.deps, desk.merchant.id, { connection, who: WHO }))
      return `The brake is released. ${count(n, 'change')} may go.`
    }),
  )
  deed('upload', 'Manual Upload: what changed, or these SKUs, now')
    .argument('[skus...]', 'seller SKUs')
    .action((skus: SellerSku[], options: WantedConnection) =>
      decide(options, async (desk, connection) => {
        const chosen = skus.length === 0 ? null : skus
        goodValue(await uploadNow(desk.deps, desk.merchant.id, { connection, who: WHO, skus: chosen }))
        return 'On its way. See the results: ./millrace sending list'
      }),
    )
  const prices = [
    ['put-back', 'put a price back to what stood before, and keep it there', putPriceBack, 'is put back and pinned'],
    ['release-price', 'let a pinned price go again', releasePrice, 'follows the store again'],
  ] as const
  for (const [name, says, flow, said] of prices)
    deed(name, says)
      .argument('<sku>', 'the seller SKU')
      .argument('<marketplace>', 'the marketplace id')
      .action((sku: SellerSku, marketplaceId: string, options: WantedConnection) =>
        decide(options, async (desk, connection) => {
          goodValue(await flow(desk.deps, desk.merchant.id, { connection, sellerSku: sku, marketplaceId, who: WHO }))
          return `The price of [${sku}] in ${marketplaceId} ${said}.`
        }),
      )
}

const decide = (
  options: WantedConnection,
  deed: (desk: Desk, connection: ConnectionId) => Promise<string>,
): Promise<void> =>
  atDesk(options, async (desk) => {
    const sentence = await deed(desk, await chooseConnection(desk, options))
    print(options, { json: { done: sentence }, lines: [sentence] })
  })
