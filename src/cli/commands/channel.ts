import type { Command } from 'commander'
import { writeChannel } from '#contract/channels.ts'
import { type Channel, USUAL_KEEP_DAYS } from '#core/channel-orders/channel.ts'
import { orderTemplate } from '#core/channel-orders/order-template.ts'
import { removeChannel, saveChannel } from '#flows/save-channel.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, checkedEntry, type Desk, goodValue, type MerchantOptions } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table } from '../table.ts'

type Wanted = MerchantOptions & { readonly name?: string; readonly keepDays?: number }

/** Adds `channel`: the channels beside Amazon, and the file that their orders come in as (H3). */
export function channelCommand(program: Command): void {
  const noun = program.command('channel').description('other channels: list, add, change, remove, template')
  aboutMerchant(noun.command('list').description('every channel, and how many of its orders are here')).action(
    (options: MerchantOptions) => atDesk(options, (desk) => show(desk, options)),
  )
  aboutMerchant(noun.command('add <code>').description('add a channel; its code never changes'))
    .requiredOption('--name <name>', 'what it is called')
    .option('--keep-days <days>', KEPT, readCount, USUAL_KEEP_DAYS)
    .addHelpText('after', '\nIts orders come in by: ./millrace import FILE. More: docs/orders-of-other-channels.md')
    .action((code: string, { name = '', keepDays = USUAL_KEEP_DAYS, ...options }: Wanted) =>
      atDesk(options, async (desk) => {
        if ((await find(desk, code)) !== undefined) throw new CliRefusal(`There is a channel [${code}] already.`)
        await save(desk, { code, name, keepDays })
        await show(desk, options)
      }),
    )
  aboutMerchant(noun.command('change <code>').description('give a channel another name, or keep its buyers longer'))
    .option('--name <name>', 'what it is called')
    .option('--keep-days <days>', KEPT, readCount)
    .action((code: string, { name, keepDays, ...options }: Wanted) =>
      atDesk(options, async (desk) => {
        const before = await find(desk, code)
        if (!before) throw new CliRefusal(`There is no channel [${code}]. ./millrace channel list`)
        await save(desk, { code, name: name ?? before.name, keepDays: keepDays ?? before.keepDays })
        await show(desk, options)
      }),
    )
  aboutMerchant(noun.command('remove <code>').description('remove a channel of which no order is here')).action(
    (code: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        goodValue(await removeChannel(desk.deps, desk.merchant.id, code))
        print(options, { json: { removed: code }, lines: [`The channel ${code} is removed.`] })
      }),
  )
  noun
    .command('template')
    .description('print the file that orders of other channels come in as, with a sample order of two items (CSV)')
    .action(() => {
      process.stdout.write(`${orderTemplate().map(lineOf).join('\r\n')}\r\n`)
    })
}

const KEPT = 'days for which its buyers are kept after an order has ended'

/** A row with commas between its cells; a cell with a comma or a quote in it stands in quotes. */
const lineOf = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')

const find = ({ store }: Desk, code: string) =>
  store(async (tx) => (await tx.listChannels()).find((each) => each.code === code))

async function save({ deps, merchant }: Desk, { code, name, keepDays }: Channel): Promise<void> {
  const entered = { code, name: name.trim(), keepDays }
  const typed = { code: 'the code', name: '--name', keepDays: '--keep-days' }
  checkedEntry(await saveChannel(deps, merchant.id, entered), typed)
}

async function show({ store }: Desk, options: MerchantOptions): Promise<void> {
  const channels = await store((tx) => tx.listChannels())
  const rows = channels.map(({ code, name, keepDays, orders }) => [code, name, count(keepDays, 'day'), orders])
  print(options, {
    json: { channels: channels.map(writeChannel) },
    lines:
      channels.length === 0
        ? ['There is no channel beside Amazon. ./millrace channel add WEB --name "Web shop"']
        : table(['Channel', 'Name', 'Buyers are kept', 'Orders'], rows),
  })
}
