import { Argument, type Command } from 'commander'
import { orderSettings, shippingSettings } from '#contract/settings.ts'
import type { LevelMethod, OrderSettings, Settings } from '#core/settings/settings.ts'
import { LEVEL_NAMES, LEVELS } from '#core/shipping/service-level.ts'
import { saveOrderSettings, saveShippingSettings } from '#flows/configure.ts'
import type { EarlierDays } from '#flows/fill-earlier-days.ts'
import { earlierDaysLines } from '../earlier-days-lines.ts'
import { aboutMerchant, atDesk, checkedEntry, type Desk, type MerchantOptions } from '../open.ts'
import { readFile } from '../read-file.ts'
import { CliRefusal } from '../refusal.ts'
import { AGAIN } from '../sentences.ts'
import { pairs, print, table } from '../table.ts'
import { addHistory } from './settings-history.ts'
import { addInventory, inventoryLines, readInventory } from './settings-inventory.ts'

/** The words as the checks name their fields. */
const TYPED = { notBefore: 'not-before', sweepEveryMinutes: 'sweep-every', themeCode: 'theme', '': 'the id' }

/** The settings that are one value each: how what was typed changes the section. */
const SINGLE: Readonly<Record<string, (now: OrderSettings, value: string) => OrderSettings>> = {
  'not-before': (now, value) => ({ ...now, notBefore: value === 'none' ? null : value }),
  'sweep-every': (now, value) => ({ ...now, sweepEveryMinutes: Number(value) }),
  'sweep-adapts': (now, value) => ({ ...now, sweepAdapts: isOn(value) }),
  'as-purchase-orders': (now, value) => ({ ...now, asPurchaseOrders: isOn(value) }),
  'as-completed': (now, value) => ({ ...now, asCompleted: isOn(value) }),
  'import-fba': (now, value) => ({ ...now, importFba: isOn(value) }),
  theme: (now, value) => ({ ...now, themeCode: value === 'none' ? null : value }),
}

function isOn(value: string): boolean {
  if (value === 'on' || value === 'off') return value === 'on'
  throw new CliRefusal(`It is on or off, not [${value}].`, 2)
}

/** Adds `settings`: the Orders and Shipping sections (O2-O7, O9, O10, O14). */
export function settingsCommand(program: Command): void {
  const noun = program
    .command('settings')
    .description('settings: show, set, save, ignore-order, ignore-item, inventory, history')
  aboutMerchant(noun.command('show').description('every setting as it is')).action((options: MerchantOptions) =>
    atDesk(options, async ({ store }) => {
      const settings = await store((tx) => tx.readSettings())
      const inventory = await store((tx) => tx.readInventorySettings())
      const lines = [...linesOf(settings), '', ...inventoryLines(inventory)]
      print(options, { json: { ...settings, inventory }, lines })
    }),
  )
  aboutMerchant(noun.command('set').description('change one setting'))
    .addArgument(
      new Argument(
        '<name>',
        'not-before (a date, or none), sweep-every (minutes), theme (a code, or none); the others on or off',
      ).choices(Object.keys(SINGLE)),
    )
    .argument('<value>')
    .action((name: string, value: string, options: MerchantOptions) =>
      change(options, (now) => SINGLE[name]?.(now, value) ?? now),
    )
  addIgnore(noun, { name: 'ignore-order', what: 'Amazon order id', list: 'ignoredOrders' })
  addIgnore(noun, { name: 'ignore-item', what: 'ASIN, seller SKU or order item id', list: 'ignoredItems' })
  addSave(noun)
  addInventory(noun)
  addHistory(noun)
}

function addIgnore(
  noun: Command,
  { name, what, list }: { name: string; what: string; list: 'ignoredOrders' | 'ignoredItems' },
): void {
  aboutMerchant(noun.command(`${name} <id>`).description(`never import this ${what}; --remove takes it off the list`))
    .option('--remove', 'take it off the list')
    .action((id: string, options: MerchantOptions & { remove?: boolean }) =>
      change(options, (now) => ({
        ...now,
        [list]: options.remove ? now[list].filter((each) => each !== id) : [...now[list], id],
      })),
    )
}

function change(options: MerchantOptions, by: (now: OrderSettings) => OrderSettings): Promise<void> {
  return atDesk(options, async ({ deps, merchant, store }) => {
    const before = await store((tx) => tx.readSettings())
    const saved = checkedEntry(await saveOrderSettings(deps, merchant.id, by(before.orders)), TYPED)
    const { orders, earlierDays } = saved
    const also = earlierDaysLines(earlierDays, await store((tx) => tx.merchantFacts()))
    print(options, { json: orders, lines: [...ordersLines(orders), '', `Saved. ${AGAIN}`, ...also] })
  })
}

function addSave(noun: Command): void {
  aboutMerchant(
    noun
      .command('save')
      .description('save a whole section from a JSON file as the REST API takes it (- for standard input)'),
  )
    .addArgument(new Argument('<section>').choices(['orders', 'shipping', 'inventory']))
    .argument('<file>')
    .action((section: string, file: string, options: MerchantOptions) => {
      const save = SAVING[section as keyof typeof SAVING](file)
      return atDesk(options, async (desk) => {
        const begun = await save(desk)
        const settings = await desk.store((tx) => tx.readSettings())
        const also = earlierDaysLines(begun, await desk.store((tx) => tx.merchantFacts()))
        print(options, { json: settings, lines: [...linesOf(settings), '', `Saved. ${AGAIN}`, ...also] })
      })
    })
}

const SAVING = { orders: readOrders, shipping: readShipping, inventory: readInventorySection }

type Saving = (desk: Desk) => Promise<readonly EarlierDays[]>

function readOrders(file: string): Saving {
  const read = readFile(file, orderSettings)
  return async ({ deps, merchant }) => read.checked(await saveOrderSettings(deps, merchant.id, read.value)).earlierDays
}

function readShipping(file: string): Saving {
  const read = readFile(file, shippingSettings)
  return async ({ deps, merchant }) => {
    read.checked(await saveShippingSettings(deps, merchant.id, read.value))
    return []
  }
}

function readInventorySection(file: string): Saving {
  const save = readInventory(file)
  return async (desk) => {
    await save(desk)
    return []
  }
}

const ordersLines = (orders: OrderSettings): string[] =>
  pairs([
    ["Don't import orders placed before", orders.notBefore ?? 'none: from the moment of ./millrace start'],
    ['Ignored Amazon order ids', orders.ignoredOrders.join(' ') || 'none'],
    ['Ignored items', orders.ignoredItems.join(' ') || 'none'],
    ['Minutes between two sweeps', orders.sweepEveryMinutes],
    ['Sooner when many come, later when few do', onOff(orders.sweepAdapts)],
    ['Import orders as purchase orders', onOff(orders.asPurchaseOrders)],
    ['Import orders as completed', onOff(orders.asCompleted)],
    ['Theme code', orders.themeCode ?? 'none'],
    ["Import Amazon's own (FBA) orders", onOff(orders.importFba)],
  ])

const onOff = (on: boolean): string => (on ? 'on' : 'off')

function linesOf({ orders, shipping }: Settings): string[] {
  const rows = LEVELS.flatMap((level) => {
    const methods: readonly (LevelMethod | null)[] =
      shipping.levels[level].length === 0 ? [null] : shipping.levels[level]
    return methods.map((each, at) => [
      at === 0 ? LEVEL_NAMES[level] : '',
      each?.methodId ?? '(no method yet)',
      each ? (each.valid ? 'yes' : 'no') : '',
      each?.priority ?? '',
    ])
  })
  return [
    ...ordersLines(orders),
    '',
    ...table(['Service level', 'Shipping method', 'Valid', 'Priority'], rows),
    '',
    ...table(["Amazon's other levels", 'become'], Object.entries(shipping.further)),
  ]
}
