import type { Command } from 'commander'
import { writeCarrier } from '#contract/carriers.ts'
import { AMAZON_CARRIERS, OTHER } from '#core/shipments/amazon-carriers.ts'
import { carrierKey } from '#core/shipments/carrier-codes.ts'
import { guessCarriers } from '#core/shipments/guess-carrier.ts'
import { saveCarrier } from '#flows/save-carriers.ts'
import { aboutMerchant, atDesk, checkedEntry, type MerchantOptions, withJson } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table } from '../table.ts'

/** The words as the checks name their fields. */
const TYPED = { carrier: 'the carrier', amazonCode: 'the code', amazonName: '--name' }

/** Adds `carrier`: what the merchant's carriers are at Amazon (S3). */
export function carrierCommand(program: Command): void {
  const noun = program
    .command('carrier')
    .description("carriers at Amazon: list, set, remove, amazon (Amazon's codes), guess")
  addList(noun)
  aboutMerchant(
    noun
      .command('set <carrier> <code>')
      .description("say what a carrier is at Amazon: a code of Amazon's list, or Other"),
  )
    .option('--name <name>', 'its name, with the code Other')
    .action((carrier: string, code: string, options: MerchantOptions & { name?: string }) =>
      atDesk(options, async ({ deps, merchant }) => {
        const amazon = { amazonCode: code, amazonName: options.name ?? (code === OTHER ? carrier : null) }
        checkedEntry(await saveCarrier(deps, merchant.id, { carrier, amazon }), TYPED)
        const named = amazon.amazonName === null ? code : `${code}, named ${amazon.amazonName}`
        print(options, { json: { carrier, ...amazon }, lines: [`${carrier} is ${named} at Amazon.`] })
      }),
    )
  aboutMerchant(noun.command('remove <carrier>').description('forget what a carrier is at Amazon')).action(
    (carrier: string, options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant, store }) => {
        const known = await store((tx) => tx.listCarriers())
        if (!known.some((each) => carrierKey(each.carrier) === carrierKey(carrier)))
          throw new CliRefusal(`There is no carrier [${carrier}] in your list. ./millrace carrier list`)
        checkedEntry(await saveCarrier(deps, merchant.id, { carrier, amazon: null }), TYPED)
        print(options, { json: { removed: 1 }, lines: [`${carrier} is no longer in your list.`] })
      }),
  )
  addLookups(noun)
}

function addList(noun: Command): void {
  aboutMerchant(noun.command('list').description('your carriers and what Amazon calls them')).action(
    (options: MerchantOptions) =>
      atDesk(options, async ({ store }) => {
        const carriers = await store((tx) => tx.listCarriers())
        const rows = carriers.map((each) => [each.carrier, each.amazonCode, each.amazonName])
        print(options, {
          json: { carriers: carriers.map(writeCarrier) },
          lines:
            rows.length === 0
              ? [
                  "Your list is empty. Amazon's own names and well-known spellings need no entry: UPS, Royal Mail, Federal Express.",
                ]
              : table(['Carrier', 'At Amazon', 'Name'], rows),
        })
      }),
  )
}

/** What needs no merchant. */
function addLookups(noun: Command): void {
  withJson(noun.command('amazon [text]').description("Amazon's codes, or those that hold a text")).action(
    (text: string | undefined, options: { json?: boolean }) => {
      const codes = AMAZON_CARRIERS.filter((code) => carrierKey(code).includes(carrierKey(text ?? '')))
      const none = `Amazon lists no carrier with [${text}]. It goes as Other with a name: ./millrace carrier set NAME Other`
      print(options, {
        json: { codes },
        lines: codes.length === 0 ? [none] : [...codes, '', count(codes.length, 'code')],
      })
    },
  )
  withJson(
    noun.command('guess <tracking>').description('the carriers that a tracking number may be of; changes nothing'),
  ).action((tracking: string, options: { json?: boolean }) => {
    const guesses = guessCarriers(tracking)
    print(options, {
      json: { guesses },
      lines:
        guesses.length === 0
          ? ['No carrier known to us writes its numbers so.']
          : table(
              ['May be', 'Because'],
              guesses.map(({ code, why }) => [code, why]),
            ),
    })
  })
}
