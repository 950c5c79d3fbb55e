import { type Command, Option } from 'commander'
import { writeAudit, writeDrift, writeLinked, writeListing } from '#contract/listings.ts'
import type { Linked } from '#core/catalog/link.ts'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { DRIFT_CLASSES, type DriftClass } from '#core/inventory/compare-drift.ts'
import type { ShownListing } from '#core/inventory/shown-listing.ts'
import { formatMoney } from '#core/money.ts'
import { askAudit } from '#flows/audit-listings.ts'
import { linkListings, unlinkListing } from '#flows/link-listing.ts'
import { proposeMatches } from '#flows/match-listings.ts'
import { readCount } from '../arguments.ts'
import { atDesk, goodValue, WHO } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { counted, print, quoted, table } from '../table.ts'
import { chooseConnection, type WantedConnection, withConnection } from './start.ts'

type Listed = WantedConnection & { readonly limit: number }

const WHO_WORKS = 'The server does the work (npm start); ./millrace run does what is due once.'

/** Adds `listings`: what Amazon lists, which items it is, and where it differs from ours (T4, I12). */
export function listingsCommand(program: Command): void {
  const noun = program.command('listings').description('what Amazon lists: list, match and link to items, audit, drift')
  addReading(noun)
  addLinking(noun)
  addAudits(noun)
}

const linkedOf = ({ linked, unlinked }: { readonly linked: number; readonly unlinked: number }): string =>
  `${counted(linked)} ${linked === 1 ? 'SKU' : 'SKUs'} linked to an item, ${counted(unlinked)} not.`

const limited = (command: Command, most: number): Command =>
  withConnection(command).option('--limit <n>', 'at most so many', readCount, most)

function addReading(noun: Command): void {
  limited(noun.command('list').description('SKUs as Amazon listed them last'), 50)
    .option('--sku <part>', 'only SKUs with this in them')
    .option('--linked', 'only those that are linked to an item')
    .option('--unlinked', 'only those that are not')
    .action((options: Listed & { sku?: string; linked?: boolean; unlinked?: boolean }) =>
      atDesk(options, async (desk) => {
        const connection = await chooseConnection(desk, options)
        const linked = options.linked ? true : options.unlinked ? false : null
        const page = { connection, linked, search: options.sku ?? null, after: null, limit: options.limit }
        const rows = await desk.store((tx) => tx.listListings(page))
        const counts = await desk.store((tx) => tx.countLinked(connection))
        print(options, {
          json: { ...counts, listings: rows.map(writeListing) },
          lines:
            rows.length === 0
              ? ['No listing is known. ./millrace listings audit asks Amazon for them.']
              : [
                  ...table(['SKU', 'Marketplace', 'Item', 'Ships', 'At Amazon', 'Price', 'Active'], rows.map(lineOf)),
                  '',
                  `${linkedOf(counts)} ./millrace listings match`,
                ],
        })
      }),
    )
  limited(noun.command('match').description('SKUs without an item, and which one each may be'), 50).action(
    (options: Listed) =>
      atDesk(options, async (desk) => {
        const connection = await chooseConnection(desk, options)
        const wish = { connection, after: null, limit: options.limit }
        const rows = await proposeMatches(desk.deps, desk.merchant.id, wish)
        const counts = await desk.store((tx) => tx.countLinked(connection))
        print(options, {
          json: { ...counts, rows },
          lines: [
            ...rows.flatMap(({ sellerSku, title, matches }) => [
              `${sellerSku}  ${title}`.trimEnd(),
              ...matches.map((each) => `  ${SAID[each.by](each.percent)}: ${each.itemId}  ${each.description}`),
              matches[0]
                ? `      ./millrace listings link ${quoted(sellerSku)} ${quoted(matches[0].itemId)}`
                : '  No item is like it.',
            ]),
            linkedOf(counts),
          ],
        })
      }),
  )
}

const SAID: Readonly<Record<'mapping' | 'item-id' | 'barcode' | 'title', (percent: number) => string>> = {
  mapping: () => 'mapped to',
  'item-id': () => 'the same id',
  barcode: () => 'the same barcode',
  title: (percent) => `${percent} % of its words are in the title`,
}

const lineOf = (row: ShownListing) => [
  row.sellerSku,
  row.marketplaceId,
  row.itemId,
  row.goneAt !== null ? 'gone' : row.channel === 'DEFAULT' ? 'merchant' : (row.channel ?? 'not known'),
  row.quantity,
  row.price === null || row.currency === null ? null : formatMoney({ minor: row.price, currency: row.currency }),
  row.active ? 'yes' : 'no',
]

function addLinking(noun: Command): void {
  withConnection(noun.command('link <sku> <item>').description('say which item a SKU at Amazon is')).action(
    (sku: string, item: string, options: WantedConnection) =>
      atDesk(options, async (desk) => {
        const connection = await chooseConnection(desk, options)
        const links = [{ sellerSku: sku as SellerSku, itemId: item as ItemId }]
        const done = goodValue(await linkListings(desk.deps, desk.merchant.id, { connection, links }))
        const refused = done.find((each) => !each.linked)
        if (refused && !refused.linked) throw new CliRefusal([said(refused.problem)])
        print(options, { json: writeLinked(done), lines: done.map(saidOf) })
      }),
  )
  withConnection(noun.command('unlink <sku>').description('take the link of a SKU away; its mapping stays')).action(
    (sku: string, options: WantedConnection) =>
      atDesk(options, async (desk) => {
        const connection = await chooseConnection(desk, options)
        const wish = { connection, sellerSku: sku as SellerSku }
        const { itemId } = goodValue(await unlinkListing(desk.deps, desk.merchant.id, wish))
        print(options, {
          json: { sellerSku: sku, itemId },
          lines: [`${sku} is no longer linked to ${itemId}. At Amazon it stays as it is.`],
        })
      }),
  )
}

const saidOf = (each: Linked): string =>
  `${each.sellerSku} is linked to ${each.itemId}${each.linked && each.mapped ? ', and mapped to it one to one' : ''}.`

function addAudits(noun: Command): void {
  withConnection(
    noun.command('audit').description('compare what Amazon lists with ours now, not only at night'),
  ).action((options: WantedConnection) =>
    atDesk(options, async (desk) => {
      const connection = await chooseConnection(desk, options)
      const { underWay } = goodValue(await askAudit(desk.deps, desk.merchant.id, { connection, who: WHO }))
      const begun = underWay ? 'A drift audit is under way already.' : 'A drift audit begins.'
      print(options, { json: { connection, underWay }, lines: [begun, WHO_WORKS] })
    }),
  )
  limited(noun.command('drift').description('the last audits; with a number, what that one found'), 50)
    .argument('[audit]', 'its number', readCount)
    .addOption(new Option('--what <class>', 'only this class').choices(DRIFT_CLASSES))
    .action((audit: number | undefined, options: Listed & { what?: DriftClass }) =>
      audit === undefined ? showAudits(options) : showDrift(audit, options),
    )
}

const showAudits = (options: Listed): Promise<void> =>
  atDesk(options, async (desk) => {
    const connection = await chooseConnection(desk, options)
    const audits = await desk.store((tx) => tx.listAudits({ connection, before: null, limit: options.limit }))
    const next = await desk.store((tx) => tx.nextAudit(connection))
    print(options, {
      json: { audits: audits.map(writeAudit) },
      lines: [
        ...(audits.length === 0
          ? ['There was no drift audit yet.']
          : table(
              ['Audit', 'Marketplace', 'Began', 'State', 'Listed', 'Gone', ...DRIFT_CLASSES],
              audits.map((each) => [
                ...[each.auditId, each.marketplaceId, desk.time(each.beganAt), each.state, each.listed],
                ...[each.counts.gone ?? 0, ...DRIFT_CLASSES.map((name) => each.counts[name] ?? 0)],
              ]),
            )),
        ...audits.flatMap(({ auditId, problem }) => (problem ? ['', `${auditId}: ${said(problem)}`] : [])),
        ...(next === null ? [] : ['', `Next: ${desk.time(next)}.`]),
      ],
    })
  })

const showDrift = (auditId: number, options: Listed & { what?: DriftClass }): Promise<void> =>
  atDesk(options, async (desk) => {
    const connection = await chooseConnection(desk, options)
    const page = { auditId, what: options.what ?? null, after: null, limit: options.limit }
    const found = await desk.store(async (tx) => {
      const audit = await tx.findAudit({ connection, auditId })
      return audit && (await tx.listDrift(page)).map(writeDrift(audit.marketplaceId))
    })
    if (found === null) throw new CliRefusal(`There is no drift audit ${auditId} of ${connection}.`)
    print(options, {
      json: { audit: auditId, rows: found },
      lines:
        found.length === 0
          ? ['Nothing differs.']
          : table(
              ['SKU', 'What', 'Ours', "Amazon's"],
              found.map((row) => [row.sellerSku, row.what, sideText(row.ours), sideText(row.amazons)]),
            ),
    })
  })

/** One side of a difference, in words. */
const sideText = (side: ReturnType<ReturnType<typeof writeDrift>>['ours']): string =>
  Object.entries(side ?? {})
    .flatMap(([name, value]) => {
      if (value === null || value === undefined) return []
      return [`${name} ${typeof value === 'object' ? `${value.amount} ${value.currency}` : String(value)}`]
    })
    .join(', ')
