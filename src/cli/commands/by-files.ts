import { type Command, Option } from 'commander'
import { writeConnection } from '#contract/connections.ts'
import { REGIONS, type Region } from '#core/region.ts'
import { workByFiles } from '#flows/work-by-files.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { print, table } from '../table.ts'

type Wanted = MerchantOptions & { region?: Region; seller?: string; marketplace?: string[]; raisePlan?: boolean }

/** Adds `connect files`: work by files, without access to Amazon's API (H1). */
export function byFilesCommand(noun: Command): void {
  aboutMerchant(noun.command('files').description('work by files, without access to Amazon: nothing is asked of it'))
    .addOption(new Option('--region <region>', 'where it sells').choices(REGIONS))
    .option('--seller <id>', 'the Seller ID (merchant token), such as A3HARBORGOODS')
    .option('--marketplace <ids...>', "Amazon's ids of its marketplaces, such as ATVPDKIKX0DER")
    .option('--raise-plan', 'that the plan is raised to one that includes the channel, where that is needed')
    .addHelpText('after', '\nThe marketplaces of a region and their ids: the same command without --marketplace.')
    // `connect` has options of the same names, and takes them first.
    .action((_: Wanted, command: Command) => choose(command.optsWithGlobals() as Wanted))
}

function choose(options: Wanted): Promise<void> {
  const { region, seller, marketplace: marketplaceIds = [], raisePlan = false } = options
  if (region === undefined || seller === undefined)
    throw new CliRefusal('Say where it sells and which seller it is: --region na --seller A3...')
  return atDesk(options, async ({ deps, merchant, store }) => {
    if (marketplaceIds.length === 0) {
      const known = deps.amazon.ownMarketplaces(region).map(({ id, name, country }) => [id, name, country])
      throw new CliRefusal(['Say which marketplaces: --marketplace ID ID', ...table(['Id', 'Name', 'Country'], known)])
    }
    const chosen = { region, sellingPartnerId: seller, marketplaceIds, who: WHO, raisesPlan: raisePlan }
    const id = goodValue(await workByFiles(deps, merchant.id, chosen))
    const saved = await store((tx) => tx.findConnection(id))
    if (!saved) throw new Error('The connection was not saved.')
    const places = saved.marketplaces.filter(({ participating }) => participating).map(({ name }) => name)
    print(options, {
      json: writeConnection(saved),
      lines: [
        `${id} works by files, for ${places.join(', ')}. Nothing is asked of Amazon.`,
        'Bring the order report of Seller Central (Orders, Order Reports): ./millrace file orders REPORT',
        'What goes up is written as files: ./millrace file --help',
      ],
    })
  })
}
