import type { Command } from 'commander'
import { allMethods, writeMethod } from '#contract/shipping-methods.ts'
import { formatMoney } from '#core/money.ts'
import type { Rate } from '#core/shipping/shipping-method.ts'
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
                ['Method', 'Name', 'Carrier', 'Where and price', 'Up to grams', 'PO box', 'Military', 'In use'],
                methods.map((each) => [
                  each.id,
                  each.name,
                  each.carrier,
                  each.zones.map((zone) => `${zone.country} ${priceOf(zone.rate, merchant.currency)}`).join('; '),
                  each.maxGrams,
                  each.poBox ? 'yes' : 'no',
                  each.military ? 'yes' : 'no',
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
      const saved = read.checked(await saveMethods(deps, merchant.id, read.value.methods))
      print(options, {
        json: { saved: saved.length },
        lines: [`${count(saved.length, 'shipping method')} saved. ${AGAIN}`],
      })
    })
  })
}

/** A rate in short: its price, or from its cheapest step on. */
function priceOf(rate: Rate, currency: string): string {
  if (rate.kind === 'flat') return formatMoney({ minor: rate.amount, currency })
  const least = Math.min(...rate.steps.map((step) => step.amount))
  return `from ${formatMoney({ minor: least, currency })} ${rate.kind.replace('-', ' ')}`
}
