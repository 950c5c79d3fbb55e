import { Argument, type Command } from 'commander'
import { inventorySettings } from '#contract/inventory-settings.ts'
import type { PriceNotice } from '#core/inventory/fair-pricing.ts'
import type { InventorySettings } from '#core/settings/inventory-settings.ts'
import { saveInventorySettings } from '#flows/configure-inventory.ts'
import { readPriceNotices } from '#flows/read-price-notices.ts'
import { aboutMerchant, atDesk, checkedEntry, type Desk, type MerchantOptions, WHO } from '../open.ts'
import { readFile } from '../read-file.ts'
import { CliRefusal } from '../refusal.ts'
import { pairs, print } from '../table.ts'

/** The words as the checks name their fields. */
const TYPED = { defaultLeadTimeMinutes: 'lead-time', unconfiguredProductType: 'unconfigured-type' }

/** The settings of the section: how what was typed changes it. */
const SINGLE: Readonly<Record<string, (now: InventorySettings, value: string) => InventorySettings>> = {
  'complete-hourly': (now, value) => ({ ...now, completeHourly: isOn(value) }),
  'include-price': (now, value) => ({ ...now, includePrice: isOn(value) }),
  'lead-time': (now, value) => ({ ...now, defaultLeadTimeMinutes: value === 'none' ? null : numberOf(value) }),
  untracked: (now, value) => ({ ...now, untracked: value === 'always' ? value : numberOf(value) }),
  'unconfigured-type': (now, value) => ({ ...now, unconfiguredProductType: value === 'none' ? null : value }),
}

/** What is no number is left to the check, which says what it must be. Nothing at all is none: `Number` takes it for 0. */
const numberOf = (value: string): number => (value.trim() === '' ? Number.NaN : Number(value))

function isOn(value: string): boolean {
  if (value === 'on' || value === 'off') return value === 'on'
  throw new CliRefusal(`It is on or off, not [${value}].`, 2)
}

/** Adds `settings inventory`: the Inventory section, and what the marketplaces say about prices (I1, I3-I6, I13). */
export function addInventory(settings: Command): void {
  const noun = settings.command('inventory').description('what Amazon is told of stock and price: show, set')
  aboutMerchant(noun.command('show').description('the section as it is, and what holds for prices today')).action(
    (options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        const { section, priceNotices } = await read(desk)
        const lines = [...inventoryLines(section), '', ...noticeLines(priceNotices)]
        print(options, { json: { ...section, priceNotices }, lines })
      }),
  )
  aboutMerchant(noun.command('set').description('change one of them; every SKU is looked at again at once'))
    .addArgument(
      new Argument(
        '<name>',
        'lead-time (minutes, or none), untracked (a number, or always), unconfigured-type (such as LUGGAGE, or none); the others on or off',
      ).choices(Object.keys(SINGLE)),
    )
    .argument('<value>')
    .action((name: string, value: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        const { section: before, priceNotices } = await read(desk)
        const entered = SINGLE[name]?.(before, value) ?? before
        const { deps, merchant } = desk
        const section = checkedEntry(await saveInventorySettings(deps, merchant.id, { entered, who: WHO }), TYPED)
        const notices = section.includePrice && !before.includePrice ? ['', ...noticeLines(priceNotices)] : []
        print(options, { json: section, lines: [...inventoryLines(section), '', 'Saved.', ...notices] })
      }),
    )
}

const read = ({ store }: Desk) =>
  store(async (tx) => ({ section: await tx.readInventorySettings(), priceNotices: await readPriceNotices(tx) }))

/** Reads the section from a file and gives how it is saved. */
export function readInventory(file: string): (desk: Desk) => Promise<void> {
  const given = readFile(file, inventorySettings)
  return async ({ deps, merchant }) => {
    given.checked(await saveInventorySettings(deps, merchant.id, { entered: given.value, who: WHO }))
  }
}

/** The section in lines for people. */
export const inventoryLines = (section: InventorySettings): string[] =>
  pairs([
    ['Send complete inventory files hourly', section.completeHourly ? 'on' : 'off: changes only'],
    ['Include price in hourly inventory file', section.includePrice ? 'on' : 'off'],
    ['Default lead time in minutes', section.defaultLeadTimeMinutes ?? 'none is sent'],
    ['An item without counted stock reports', section.untracked === 'always' ? 'always available' : section.untracked],
    ['Unconfigured items go with product type', section.unconfiguredProductType ?? 'none: they are left out'],
  ])

const noticeLines = (notices: readonly PriceNotice[]): string[] =>
  notices.flatMap(({ country, text, source, asOf }) => [`Prices, ${country}: ${text}`, `  (${source}; read ${asOf})`])
