import type { Command } from 'commander'
import { WEIGHT_UNITS } from '#core/merchants/check-merchant.ts'
import { addMerchant } from '#flows/add-merchant.ts'
import { removeMerchant, suspendMerchant } from '#flows/operate-merchants.ts'
import type { Merchant } from '#store/merchants.ts'
import { checkedEntry, goodValue, WHO, withInstallation, withJson } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table } from '../table.ts'

/** The options as the checks name their fields. */
const TYPED = {
  id: '--id',
  name: '--name',
  owner: '--owner',
  timeZone: '--time-zone',
  currency: '--currency',
  weightUnit: '--weight-unit',
  'shipFrom.name': '--ship-from',
  'shipFrom.line1': '--street',
  'shipFrom.city': '--city',
  'shipFrom.state': '--state',
  'shipFrom.postalCode': '--postal-code',
  'shipFrom.country': '--country',
}

type Entered = Readonly<
  Record<'name' | 'owner' | 'timeZone' | 'currency' | 'weightUnit' | 'street' | 'city', string>
> & {
  readonly id?: string
  readonly state: string
  readonly postalCode: string
  readonly country: string
  readonly shipFrom?: string
  readonly json?: boolean
}

/** Adds `merchant`: create, list, suspend, resume and remove merchants (M1, M2). */
export function merchantCommand(program: Command): void {
  const noun = program
    .command('merchant')
    .description('merchants of this deployment: add, list, suspend, resume, remove')
  addAdd(noun)
  withJson(noun.command('list').description('all merchants')).action((options: { json?: boolean }) =>
    withInstallation(async ({ deps }) => {
      const all = await deps.deployment.listMerchants()
      const lines = table(
        ['ID', 'Name', 'Time zone', 'Currency', 'Weight', 'Ships from', 'State'],
        all.map((each) => [
          each.id,
          each.name,
          each.timeZone,
          each.currency,
          each.weightUnit,
          [each.shipFrom.city, each.shipFrom.state, each.shipFrom.country].filter((part) => part !== '').join(', '),
          each.suspendedAt === null ? 'active' : 'suspended',
        ]),
      )
      print(options, {
        json: { merchants: all.map(forPrograms) },
        lines: [...lines, '', count(all.length, 'merchant')],
      })
    }),
  )
  addSwitch(noun, {
    name: 'suspend',
    does: 'stop all work and all keys of a merchant; nothing is deleted',
    said: 'is suspended: its work and its keys stop. ./millrace merchant resume lets it go on.',
  })
  addSwitch(noun, {
    name: 'resume',
    does: 'let a suspended merchant go on where it stopped',
    said: 'goes on where it stopped.',
  })
  addRemove(noun)
}

function addRemove(noun: Command): void {
  withJson(noun.command('remove <merchant>'))
    .description('delete a merchant with all its orders, items and buyer data, at once and for ever')
    .option('--for-ever', 'say that you mean it')
    .action((id: string, options: { forEver?: boolean; json?: boolean }) =>
      withInstallation(async ({ deps }) => {
        const merchant = await deps.deployment.findMerchant(id)
        if (!merchant) throw new CliRefusal(`There is no merchant [${id}]. ./millrace merchant list shows them.`)
        if (!options.forEver) {
          throw new CliRefusal(
            `This deletes ${merchant.name} (${id}) with all its orders, items and buyer data, and cannot be undone. Say it again with --for-ever, or use suspend.`,
          )
        }
        goodValue(await removeMerchant(deps, { id: merchant.id, name: merchant.name, by: WHO, fresh: true }))
        print(options, {
          json: { removed: id },
          lines: [`The merchant ${id} and everything that was its own are gone.`],
        })
      }),
    )
}

function addAdd(noun: Command): void {
  withJson(noun.command('add').description('create a merchant'))
    .requiredOption('--name <text>', 'the name of the business')
    .requiredOption('--owner <e-mail>', 'the one owner of the merchant')
    .requiredOption('--time-zone <zone>', 'such as America/New_York; dates are told in it')
    .requiredOption('--currency <code>', 'such as USD')
    .requiredOption('--weight-unit <unit>', WEIGHT_UNITS.join(', '))
    .requiredOption('--street <text>', 'where it ships from')
    .requiredOption('--city <text>', 'where it ships from')
    .option('--state <text>', 'where it ships from', '')
    .requiredOption('--postal-code <text>', 'where it ships from')
    .requiredOption('--country <code>', 'where it ships from, such as US; dates are written as there')
    .option('--ship-from <text>', 'the name on the parcel (default: the name)')
    .option('--id <id>', 'the Merchant ID, five capitals (default: drawn)')
    .action((entered: Entered) =>
      withInstallation(async ({ deps }) => {
        const { name, owner, street, city, state, postalCode, country, timeZone, currency, weightUnit } = entered
        const shipFrom = { name: entered.shipFrom ?? name, line1: street, city, state, postalCode, country }
        const added = checkedEntry(
          await addMerchant(
            deps,
            { id: entered.id ?? null, name, owner, timeZone, currency, weightUnit, shipFrom },
            WHO,
          ),
          TYPED,
        )
        print(entered, {
          json: forPrograms(added),
          lines: [
            `The merchant ${added.id} (${added.name}) is there.`,
            `Its owner comes in by: ./millrace user invite ${added.owner} --owner --merchant ${added.id}`,
            `Next: ./millrace connect --merchant ${added.id} --region na --seller SELLER_ID < token-file`,
          ],
        })
      }),
    )
}

function addSwitch(
  noun: Command,
  { name, does, said }: { name: 'suspend' | 'resume'; does: string; said: string },
): void {
  withJson(noun.command(`${name} <merchant>`))
    .description(does)
    .action((id: string, options: { json?: boolean }) =>
      withInstallation(async ({ deps }) => {
        const merchant = await deps.deployment.findMerchant(id)
        if (!merchant) throw new CliRefusal(`There is no merchant [${id}]. ./millrace merchant list shows them.`)
        goodValue(await suspendMerchant(deps, { id: merchant.id, by: WHO, suspended: name === 'suspend' }))
        print(options, {
          json: { merchant: id, suspended: name === 'suspend' },
          lines: [`The merchant ${id} ${said}`],
        })
      }),
    )
}

const forPrograms = ({ createdAt, suspendedAt, ...rest }: Merchant) => ({
  ...rest,
  createdAt: new Date(createdAt).toISOString(),
  suspendedAt: suspendedAt === null ? null : new Date(suspendedAt).toISOString(),
})
