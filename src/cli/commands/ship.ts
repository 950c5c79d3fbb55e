import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import type { EntryItem } from '#core/shipments/package-entry.ts'
import { shipmentRows } from '#core/shipments/shipment-rows.ts'
import { visibleText } from '#core/visible-text.ts'
import { readTable } from '#files/read-table.ts'
import { type EnteredShipment, enterShipments, MOST_SHIPMENTS, type ShipmentResult } from '#flows/enter-shipments.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { count, print } from '../table.ts'

type Typed = MerchantOptions & {
  readonly carrier?: string
  readonly service?: string
  readonly tracking?: string
  readonly date?: string
  readonly reference?: string
  readonly item?: readonly EntryItem[]
  readonly file?: string
}

/** What is said of one package; a file says it in its columns. */
const OF_ONE = ['carrier', 'tracking', 'service', 'date', 'item', 'reference'] as const

/** Adds `ship`: packages that left, one by its options or many from a file (S1, S2). */
export function shipCommand(program: Command): void {
  aboutMerchant(
    program
      .command('ship [order]')
      .description('enter a package that left, or a file of them; Amazon is told by itself'),
  )
    .option('--carrier <name>', "the carrier; without it that of the order's shipping method")
    .option('--tracking <number>', 'the tracking number; without it the package goes up as untracked')
    .option('--service <text>', 'the service; without it the name of the shipping method')
    .option('--date <date>', 'when it left; without it now')
    .option(
      '--item <sku=n>',
      'what is in it, as often as needed: a SKU, item or order item id; without it all that is open',
      readItem,
    )
    .option('--reference <text>', 'your own name for the package: entered again, it is the same')
    .option('--file <file>', 'a CSV or tab-separated file with one row for each line of a package')
    .addHelpText('after', '\nThe columns of a file, ways to enter packages and what is refused: docs/ship-orders.md')
    .action((order: string | undefined, options: Typed) => {
      if ((order === undefined) === (options.file === undefined))
        throw new CliRefusal('Say one order, or --file FILE.csv.', 2)
      const ofOne = OF_ONE.find((name) => options[name] !== undefined)
      if (order === undefined && ofOne)
        throw new CliRefusal(`--${ofOne} is said of one package: in a file it is a column.`, 2)
      return order === undefined ? shipFile(options) : shipOne(order, options)
    })
}

/** `SKU=2`, or `SKU` for all that is open of it; several are collected. */
function readItem(text: string, before: readonly EntryItem[] = []): readonly EntryItem[] {
  const match = /^(.+?)(?:=(\d{1,7}))?$/.exec(text)
  if (!match?.[1]) throw new InvalidArgumentError('It must be a SKU and how many, such as MUG-BLUE=2.')
  const quantity = match[2] === undefined ? null : Number(match[2])
  return [...before, { line: null, sku: match[1], item: null, quantity }]
}

const shipOne = (order: string, options: Typed): Promise<void> =>
  atDesk(options, async (desk) => {
    const entry: EnteredShipment = {
      order,
      carrier: options.carrier ?? null,
      service: options.service ?? null,
      tracking: options.tracking ?? null,
      shippedAt: options.date ?? null,
      reference: options.reference ?? null,
      items: await namedItems(desk, order, options.item ?? null),
    }
    const [result] = await enterShipments(desk.deps, desk.merchant.id, { entries: [entry], who: WHO })
    if (!result) return
    if (result.outcome === 'refused') throw new CliRefusal(said(result.problem))
    print(options, { json: { ...result }, lines: [sentenceOf(result)] })
  })

/** A word may be a seller SKU, an order item id or an item of the order: whichever it is there. */
function namedItems(
  { store }: Desk,
  order: string,
  items: readonly EntryItem[] | null,
): Promise<readonly EntryItem[] | null> {
  if (items === null) return Promise.resolve(null)
  return store(async (tx) => {
    const lines = (await tx.findOrder(/^\d{1,15}$/.test(order) ? Number(order) : order))?.lines ?? []
    return items.map((each) => {
      const word = each.sku
      if (lines.some(({ sellerSku }) => sellerSku === word)) return each
      if (lines.some(({ lineId }) => lineId === word)) return { ...each, sku: null, line: word }
      return lines.some(({ itemId }) => itemId === word) ? { ...each, sku: null, item: word } : each
    })
  })
}

function sentenceOf(result: ShipmentResult): string {
  if (result.outcome === 'refused') return said(result.problem)
  const { package: made, amazonOrderId, cleaned } = result
  const label = `${visibleText(made.carrier)} ${made.tracking === null ? 'without tracking' : visibleText(made.tracking)}`
  const units = count(
    made.items.reduce((sum, { quantity }) => sum + quantity, 0),
    'unit',
  )
  if (result.outcome === 'known')
    return `Package ${made.number} of order ${amazonOrderId} was entered before: ${label}.`
  const taken = cleaned ? ' Spaces or dashes were taken out of the tracking number.' : ''
  return `Package ${made.number} of order ${amazonOrderId} is entered: ${label}, ${units}.${taken}`
}

type RowResult = { readonly line: number; readonly outcome: ShipmentResult['outcome']; readonly sentence: string }

async function shipFile(options: Typed): Promise<void> {
  const name = options.file === '-' ? 'standard input' : String(options.file)
  const table = await readTable(bytesOf(String(options.file)))
  if (!table.ok) throw new CliRefusal(`${name} cannot be read: ${table.why}. Nothing was entered.`)
  const read = goodValue(shipmentRows(table.value.header, table.value.rows))
  return atDesk(options, async ({ deps, merchant }) => {
    const rows: RowResult[] = []
    for (let from = 0; from < read.packages.length; from += MOST_SHIPMENTS) {
      const packages = read.packages.slice(from, from + MOST_SHIPMENTS)
      const entries = packages.flatMap(({ order, entry }) => (entry.ok ? [{ ...entry.value, order }] : []))
      const results = [...(await enterShipments(deps, merchant.id, { entries, who: WHO }))]
      for (const { lines, entry } of packages) {
        const result = entry.ok ? results.shift() : ({ outcome: 'refused', problem: entry.problem } as const)
        if (result) rows.push(...lines.map((line) => ({ line, outcome: result.outcome, sentence: sentenceOf(result) })))
      }
    }
    rows.sort((one, other) => one.line - other.line)
    const times = (outcome: ShipmentResult['outcome']) => rows.filter((row) => row.outcome === outcome).length
    const refused = times('refused')
    const unread =
      read.unread.length === 0 ? [] : [`Not read: ${read.unread.map((each) => visibleText(each, 40)).join(', ')}.`]
    print(options, {
      json: { rows, unread: read.unread },
      lines: [
        ...rows.map((row) => `${name}, line ${row.line}: ${row.sentence}`),
        ...unread,
        `${count(rows.length, 'row')}: ${times('entered')} entered, ${times('known')} known already, ${refused} refused.`,
      ],
    })
    if (refused > 0) process.exitCode = 1
  })
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read'
    throw new CliRefusal(`The file ${file} ${why}.`)
  }
}
