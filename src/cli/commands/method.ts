import type { Command } from 'commander'
import { allMethods, writeMethod, writePercent } from '#contract/shipping-methods.ts'
import { formatMoney } from '#core/money.ts'
import type { Rate, ShippingMethod } from '#core/shipping/shipping-method.ts'
import { saveMethods } from '#flows/configure.ts'
import { aboutMerchant, atDesk, type MerchantOptions } from '../open.ts'
import { readFile } from '../read-file.ts'
import { AGAIN } from '../sentences.ts'
import { count, print, table } from '../table.ts'

/** Adds `method`: shipping methods with their rates (O9). */
export function methodCommand(program: Command): void {
  const noun = program.command('method').description('shipping methods: list, save FILE.json')
  aboutMerchant(
    noun.command('list').description('shipping methods; with --json, with their rates, a file for method save'),
  ).action((options: MerchantOptions) =>
    atDesk(options, async ({ merchant, store }) => {
      const methods = await store((tx) => tx.listMethods())
      print(options, {
        json: { methods: methods.map((each) => writeMethod(each, merchant.currency)) },
        lines:
          methods.length === 0
            ? ['There are no shipping methods yet. ./millrace method save FILE.json']
            : table(
                [
                  'Method',
                  'Name',
                  'Carrier',
                  'Where and price',
                  'Up to grams',
                  'PO box',
                  'Military',
                  'Other limits',
                  'In use',
                ],
                methods.map((each) => [
                  each.id,
                  each.name,
                  each.carrier,
                  each.zones.map((zone) => `${zone.country} ${priceOf(zone.rate, merchant.currency)}`).join('; '),
                  each.maxGrams,
                  each.poBox ? 'yes' : 'no',
                  each.military ? 'yes' : 'no',
                  otherLimits(each, merchant.currency),
                  each.enabled ? 'yes' : 'no',
                ]),
              ),
      })
    }),
  )
  aboutMerchant(
    noun
      .command('save <file>')
      .description('make this the list of methods: a JSON file as the REST API takes it (- for standard input)'),
  ).action((file: string, options: MerchantOptions) => {
    const read = readFile(file, allMethods)
    return atDesk(options, async ({ deps, merchant }) => {
      const saved = read.checked(await saveMethods(deps, merchant.id, read.value))
      print(options, {
        json: { saved: saved.length },
        lines: [`${count(saved.length, 'shipping method')} saved. ${AGAIN}`],
      })
    })
  })
}

/** A rate in short: its price, or from its cheapest step on. */
function priceOf(rate: Rate, currency: string): string {
  const money = (minor: number) => formatMoney({ minor, currency })
  switch (rate.kind) {
    case 'flat':
      return money(rate.amount)
    case 'percentage':
      return `${writePercent(rate.basisPoints)} % of the subtotal`
    case 'per-item':
      return `${money(rate.first)}, each further unit ${money(rate.further)}`
    default:
      return `from ${money(Math.min(...rate.steps.map((step) => step.amount)))} ${rate.kind.replace('-', ' ')}`
  }
}

/** The limits that few methods have, in short. */
function otherLimits(method: ShippingMethod, currency: string): string {
  const { maxValue, maxPackages, packageGrams, excludedItems, onlyItems } = method
  return [
    ...(maxValue === null ? [] : [`up to ${formatMoney({ minor: maxValue, currency })}`]),
    ...(maxPackages === null ? [] : [`up to ${maxPackages} packages of ${packageGrams} g`]),
    ...(excludedItems.length === 0 ? [] : [`not for ${excludedItems.length} items`]),
    ...(onlyItems.length === 0 ? [] : [`only for ${onlyItems.length} items`]),
  ].join('; ')
}
