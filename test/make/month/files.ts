import { bringImport } from '#flows/bring-import.ts'
import type { Deps } from '#flows/deps.ts'
import { applyImport } from '#flows/steer-import.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import type { Random } from '../../../src/simulator/random.ts'
import { csvOf } from '../channel-file.ts'
import type { Ledger } from './ledger.ts'

const who = 'A person'
const MOST_ROWS = 300

/** What a life of a month has that files need. */
type Shop = { readonly chance: Random; readonly deps: Deps; readonly ledger: Ledger; readonly names: readonly string[] }

/** Files of what came in and of new prices: brought, looked through by a worker, applied some turns later, one after the other. */
export async function filesPass(shop: Shop): Promise<void> {
  const { deps, ledger, chance } = shop
  const open = ledger.file
  if (open === null) {
    if (chance.fraction() < 0.1) await brings(shop)
    return
  }
  const found = await deps.transaction(MERCHANT.id, 'app', ({ store }) => store.findImport(open.importId))
  if (found?.state === 'previewed') await applies(shop, open)
  if (found?.state === 'applied') ledger.file = null
}

/** Half of the items are priced by hand, the others by files: so nobody changes what a file is just changing. */
export const byHand = (names: readonly string[]) => names.filter((_, n) => n % 2 === 0)
const byFiles = (names: readonly string[]) => names.filter((_, n) => n % 2 === 1)

async function brings({ chance, deps, ledger, names }: Shop): Promise<void> {
  const kind = chance.pick(['stock', 'items'] as const)
  const from = kind === 'stock' ? names : byFiles(names)
  const first = chance.whole(0, from.length - 1)
  const some = from.slice(first, first + chance.whole(1, MOST_ROWS))
  const rows = new Map(some.map((item) => [item, kind === 'stock' ? chance.whole(1, 30) : chance.whole(1300, 1700)]))
  const bytes = Buffer.from(csvOf(...[...rows].map((row) => (kind === 'stock' ? cameIn(row) : priced(row)))))
  const brought = await bringImport(deps, MERCHANT.id, { bytes, fileName: `${kind}.csv`, kind: null, who })
  if (!brought.ok) throw new Error(`A file was refused: ${JSON.stringify(brought.problem)}`)
  if (brought.value.kind !== kind) throw new Error(`A file of ${kind} was taken for one of ${brought.value.kind}.`)
  ledger.file = { importId: brought.value.importId, kind, rows }
}

type Row = readonly [item: string, count: number]

const cameIn = ([Item, units]: Row) => ({ Item, Center: 'PORTLAND', Change: String(units), Reason: 'delivery' })
const priced = ([Item, cents]: Row) => ({ Item, Price: (cents / 100).toFixed(2) })

/** The button is pressed: from now on all of it must come, and once. */
async function applies({ deps, ledger }: Shop, { importId, kind, rows }: NonNullable<Ledger['file']>) {
  const done = await applyImport(deps, MERCHANT.id, { importId, confirmUnlink: false, who })
  if (!done.ok) throw new Error(`A file could not be applied: ${JSON.stringify(done.problem)}`)
  ledger.files += 1
  for (const [item, count] of rows)
    if (kind === 'items') ledger.prices.set(item, count)
    else ledger.received.set(item, (ledger.received.get(item) ?? 0) + count)
}
