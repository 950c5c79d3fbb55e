import { type Command, InvalidArgumentError } from 'commander'
import { network } from '#contract/keys.ts'
import { allVendors, writeVendorNow } from '#contract/vendors.ts'
import { makeVendorKey } from '#flows/make-vendor-key.ts'
import { readVendors, type VendorNow } from '#flows/read-vendors.ts'
import { saveVendors } from '#flows/save-vendors.ts'
import { AS_OPERATOR, aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { readFile } from '../read-file.ts'
import { count, print, table } from '../table.ts'

/** Adds `vendor`: companies that run distribution centers, and what each is given (U5). */
export function vendorCommand(program: Command): void {
  const noun = program.command('vendor').description('vendors that run distribution centers: list, save FILE.json, key')
  aboutMerchant(
    noun.command('list').description('every vendor, what it is given now, and what its orders wait for'),
  ).action((options: MerchantOptions) =>
    atDesk(options, async ({ deps, merchant }) => {
      const vendors = await readVendors(deps, merchant.id)
      print(options, {
        json: { vendors: vendors.map(writeVendorNow) },
        lines: vendors.length === 0 ? ['There are no vendors: every center is run by you.'] : linesOf(vendors),
      })
    }),
  )
  aboutMerchant(
    noun.command('save <file>').description('make a JSON file the list of vendors, as the REST API takes it'),
  ).action((file: string, options: MerchantOptions) => {
    const read = readFile(file, allVendors)
    return atDesk(options, async ({ deps, merchant }) => {
      const entered = { entered: read.value.vendors, who: WHO }
      const saved = read.checked(await saveVendors(deps, merchant.id, entered))
      const waits = (await readVendors(deps, merchant.id)).filter(({ standing }) => standing.gives === 'nothing')
      const lines = [`${count(saved.length, 'vendor')} saved.`, ...linesOf(waits)]
      print(options, { json: { saved: saved.length }, lines })
    })
  })
  addKey(noun)
}

function addKey(noun: Command): void {
  aboutMerchant(
    noun.command('key <vendor>').description('make a key with which a vendor sees the orders of its centers only'),
  )
    .option('--from <network...>', 'only from these addresses or networks, such as 203.0.113.0/24', readNetwork, [])
    .action((vendor: string, options: MerchantOptions & { from: string[] }) =>
      atDesk(options, async ({ deps, merchant }) => {
        const wanted = { vendor, asker: AS_OPERATOR, networks: options.from }
        const { keyId, key, scopes } = goodValue(await makeVendorKey(deps, merchant.id, wanted))
        const lines = [`Key ${keyId} of the vendor ${vendor}, good for a year. It is shown this once:`, '', key]
        print(options, { json: { keyId, key, scopes, vendor }, lines })
      }),
    )
}

function readNetwork(text: string, before: string[]): string[] {
  const read = network.safeParse(text)
  if (read.success) return [...before, read.data]
  throw new InvalidArgumentError('It is an address such as 203.0.113.7 or a network such as 203.0.113.0/24.')
}

function linesOf(vendors: readonly VendorNow[]): string[] {
  if (vendors.length === 0) return []
  const rows = vendors.map(({ vendor, standing, open, purgesOpen }) => [
    vendor.id,
    vendor.company,
    vendor.centers.join(' '),
    vendor.mode,
    standing.gives,
    open,
    purgesOpen,
  ])
  const missing = vendors.flatMap(({ vendor, standing }) =>
    standing.gives === 'nothing' ? [`${vendor.id} is given nothing: ${standing.missing.join(', ')}.`] : [],
  )
  return [...table(['Vendor', 'Company', 'Centers', 'Mode', 'Is given', 'Open orders', 'To erase'], rows), ...missing]
}
