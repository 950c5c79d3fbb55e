import { type Command, Option } from 'commander'
import { tabBody, writeTab, writeVerdict } from '#contract/amazon-tab.ts'
import type { TabGroup } from '#core/catalog/amazon-tab.ts'
import type { ConnectionId, ItemId, SellerSku } from '#core/ids.ts'
import { dropTab, type ShownTab, saveTab, showTab } from '#flows/amazon-tab.ts'
import { findTypes } from '#flows/product-types.ts'
import { previewTab, submitTab, type TabVerdict } from '#flows/submit-tab.ts'
import { askYes } from '../ask-yes.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { readFile } from '../read-file.ts'
import { said } from '../said.ts'
import { count, print, table } from '../table.ts'

type Named = MerchantOptions & { readonly sku?: string; readonly connection?: string }

/** Adds `amazon-tab`: the product type and the attributes of an item's listing (T1). */
export function amazonTabCommand(program: Command): void {
  const noun = program.command('amazon-tab').description("an item's listing at Amazon: product type and attributes")
  addTypes(noun)
  const about = (name: string, says: string): Command =>
    aboutMerchant(
      noun
        .command(name)
        .description(says)
        .argument('<item>', 'the id of the item')
        .argument('<marketplace>', 'the marketplace id'),
    )
  about('show', 'its fields in groups, the required first').action(
    (itemId: ItemId, marketplaceId: string, options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant }) =>
        show(options, goodValue(await showTab(deps, merchant.id, { itemId, marketplaceId }))),
      ),
  )
  about('set', 'save it from a JSON file as the REST API takes it')
    .requiredOption('--file <path>', 'the file (- for standard input)')
    .action((itemId: ItemId, marketplaceId: string, options: MerchantOptions & { file: string }) => {
      const { value } = readFile(options.file, tabBody)
      return atDesk(options, async ({ deps, merchant }) =>
        show(options, goodValue(await saveTab(deps, merchant.id, { itemId, marketplaceId, ...value }))),
      )
    })
  about('remove', 'take it away').action((itemId: ItemId, marketplaceId: string, options: MerchantOptions) =>
    atDesk(options, async ({ deps, merchant }) => {
      goodValue(await dropTab(deps, merchant.id, { itemId, marketplaceId }))
      print(options, { json: { removed: true }, lines: [`The Amazon tab of [${itemId}] is taken away.`] })
    }),
  )
  addVerdicts(about)
}

function addTypes(noun: Command): void {
  aboutMerchant(noun.command('types').description("product types by words, or by an item's title"))
    .argument('[words...]', 'words')
    .requiredOption('--marketplace <id>', 'the marketplace id')
    .addOption(new Option('--item <id>', 'by the title of this item instead'))
    .action((words: string[], options: MerchantOptions & { marketplace: string; item?: string }) =>
      atDesk(options, async ({ deps, merchant }) => {
        const by = options.item === undefined ? { words: words.join(' ') } : { itemId: options.item as ItemId }
        const wish = { marketplaceId: options.marketplace, ...by }
        const types = goodValue(await findTypes(deps, merchant.id, wish))
        print(options, {
          json: { types: types.map(({ name, title }) => ({ productType: name, title })) },
          lines:
            types.length === 0
              ? ['Amazon has no product type of that kind. Try other words, in the language of the marketplace.']
              : table(
                  ['Product type', 'Title'],
                  types.map(({ name, title }) => [name, title]),
                ),
        })
      }),
    )
}

function addVerdicts(about: (name: string, says: string) => Command): void {
  const named = (command: Command): Command =>
    command
      .option('--sku <sku>', 'the seller SKU; not needed when the item has only one')
      .option('--connection <id>', 'the connection; not needed when only one sells there')
  named(about('preview', 'ask Amazon whether it would take it; nothing changes')).action(
    (itemId: ItemId, marketplaceId: string, options: Named) =>
      atDesk(options, async ({ deps, merchant }) => {
        const verdict = goodValue(await previewTab(deps, merchant.id, { itemId, marketplaceId, ...whose(options) }))
        print(options, { json: writeVerdict(verdict), lines: verdictLines(verdict, ['would take', 'would refuse']) })
      }),
  )
  named(about('submit', 'create the listing at Amazon; asks first'))
    .option('--yes', 'do not ask: I have seen the preview')
    .action((itemId: ItemId, marketplaceId: string, options: Named & { yes?: boolean }) =>
      atDesk(options, async ({ deps, merchant }) => {
        const question = `Create the listing of [${itemId}] in ${marketplaceId} at Amazon?`
        const confirmed = options.yes === true || (await askYes(question))
        const wish = { itemId, marketplaceId, ...whose(options), confirmed, who: WHO }
        const verdict = goodValue(await submitTab(deps, merchant.id, wish))
        print(options, { json: writeVerdict(verdict), lines: verdictLines(verdict, ['has taken', 'refuses']) })
      }),
    )
}

const whose = ({ sku, connection }: Named) => ({
  ...(sku === undefined ? {} : { sellerSku: sku as SellerSku }),
  ...(connection === undefined ? {} : { connection: connection as ConnectionId }),
})

function verdictLines({ sellerSku, taken, issues }: TabVerdict, [yes, no]: readonly [string, string]): string[] {
  return [
    `Amazon ${taken ? yes : no} the listing [${sellerSku}].`,
    ...issues.map(({ severity, message, code, fields }) => {
      const about = fields.map(({ label }) => label).join(', ')
      return `  - ${severity}${about === '' ? '' : ` ${about}`}: ${message} (${code})`
    }),
  ]
}

function show(options: MerchantOptions, shown: ShownTab): void {
  const { tab, title, groups, problem } = shown
  const faults = tab.faults.map((fault) => `  - ${said(fault.problem)}`)
  print(options, {
    json: writeTab(shown),
    lines: [
      `${tab.productType} (${title}), ${tab.requirements === 'LISTING' ? 'a whole listing' : 'an offer on a product of Amazon'}`,
      ...(problem ? [said(problem)] : []),
      ...groups.flatMap(groupLines),
      '',
      ...(faults.length === 0
        ? ['Nothing is wrong, as far as this machine can tell.']
        : [count(faults.length, 'fault'), ...faults]),
    ],
  })
}

function groupLines({ title, fields }: TabGroup): string[] {
  const shown = fields.filter(({ hidden, required, value }) => !hidden && (required || value !== null))
  if (shown.length === 0) return []
  const rows = shown.map(({ label, attribute, required, value }) => [
    required ? '*' : '',
    label,
    attribute,
    value === null ? '' : JSON.stringify(value).slice(0, 60),
  ])
  return ['', title, ...table(['', 'Field', 'Attribute', 'Value'], rows)]
}
