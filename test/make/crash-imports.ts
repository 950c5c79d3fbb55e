import { bringImport } from '#flows/bring-import.ts'
import type { Deps } from '#flows/deps.ts'
import { saveChannel } from '#flows/save-channel.ts'
import { applyImport, undoImport } from '#flows/steer-import.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { csvOf, numbered } from './channel-file.ts'
import type { Scene, Story } from './crash-story.ts'
import { SHIRT, WHO } from './importing.ts'
import { MINUTE } from './seller.ts'
import { shirtTemplate } from './templates.ts'

/** Read, decided, written and looked at again, also where the first try was broken. */
const WORK = [1000, MINUTE, 2 * MINUTE, 5 * MINUTE]

/** An order without a date of its own has that of the moment, which a fault may change. */
const DAY = { 'order.orderDate': '11/09/2026 08:00:00' } as const

const FILES: Readonly<Record<string, () => Uint8Array>> = {
  'shirts.xlsm': () =>
    shirtTemplate([
      { ...SHIRT, SKU: 'SHIRT-S' },
      { ...SHIRT, SKU: 'MUG-BLUE', 'Product Id': '' },
      { ...SHIRT, SKU: '', 'Product Id': '' },
    ]),
  'orders.csv': () =>
    Buffer.from(
      csvOf(numbered('W-1', DAY), numbered('W-2', { ...DAY, 'item.merchantItemId': 'NO-SUCH' }), numbered('W-3', DAY)),
    ),
}

const importOf = (deps: Deps, fileName: string) =>
  deps.transaction(MERCHANT.id, 'app', async ({ store }) =>
    (await store.listImports({ before: null, limit: 10 })).find((each) => each.fileName === fileName),
  )

/** Who finds a file in the list does not bring it again. */
const bring = (fileName: string) => async (deps: Deps) => {
  if (await importOf(deps, fileName)) return
  const bytes = FILES[fileName]?.() ?? new Uint8Array()
  const brought = await bringImport(deps, MERCHANT.id, { bytes, fileName, kind: null, ...WHO })
  if (!brought.ok) throw new Error(brought.problem.code)
}

/** Who finds it further on presses no button again. */
const steer = (fileName: string, from: string, press: typeof applyImport | typeof undoImport) => async (deps: Deps) => {
  const found = await importOf(deps, fileName)
  if (found?.state !== from) return
  const done = await press(deps, MERCHANT.id, { importId: found.importId, confirmUnlink: false, ...WHO })
  if (!done.ok) throw new Error(done.problem.code)
}

const SCENES: readonly Scene[] = [
  { rule: 'T3', name: 'a template is brought and looked through', byPerson: bring('shirts.xlsm'), moments: WORK },
  {
    rule: 'T3',
    name: 'it is applied: an item, its mapping and two Amazon tabs',
    byPerson: steer('shirts.xlsm', 'previewed', applyImport),
    moments: WORK,
  },
  {
    rule: 'H3',
    name: 'orders of another channel are brought',
    async byPerson(deps) {
      const saved = await saveChannel(deps, MERCHANT.id, { code: 'WEB', name: 'Web shop', keepDays: 30 })
      if (!saved.ok) throw new Error('The channel was refused.')
      await bring('orders.csv')(deps)
    },
    moments: WORK,
  },
  {
    rule: 'H3',
    name: 'they are placed, and the template is undone meanwhile',
    async byPerson(deps) {
      await steer('orders.csv', 'previewed', applyImport)(deps)
      await steer('shirts.xlsm', 'applied', undoImport)(deps)
    },
    moments: WORK,
  },
  {
    rule: 'H3',
    name: 'they are taken back: their stock is free again',
    byPerson: steer('orders.csv', 'applied', undoImport),
    moments: WORK,
  },
]

/** Files that people bring: looked through, applied, taken back. */
export const IMPORTS_STORY: Story = {
  scenes: SCENES,
  notBefore: '2026-11-09',
  byMillrace: true,
  without: ['sweep-orders', 'reconcile', 'reread-pending', 'watch-pages'],
}
