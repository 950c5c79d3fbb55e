import { LABEL_STYLE, type PrintKind } from '#core/pii/label-page.ts'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { printPage } from '../../parts/print-page.ts'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { shippingWords } from '../../words/shipping.ts'

type Queued = components['schemas']['QueuedOrder']
const say = shippingWords.picks
const EMPTY = `<!doctype html><html lang="en"><head><title>Millrace</title><style>${LABEL_STYLE}</style></head><body></body></html>`

/** Prints a pick list for each center and, where wanted, labels or slips of the same orders, in one go; nothing of it stays. */
export async function printOrders(orders: readonly Queued[], kind: PrintKind | null): Promise<void> {
  const page = kind === null ? EMPTY : await withSecondFactor(() => fetchSheets(orders, kind))
  printPage(page, shippingWords.pickList, (sheet) => pickLists(sheet, orders))
}

/** As many as one call prints. */
const AT_ONCE = 100

/** The sheets of all orders as one page: what one call does not print, the next ones do. */
async function fetchSheets(orders: readonly Queued[], kind: PrintKind): Promise<string> {
  const pages: string[] = []
  for (let from = 0; from < orders.length; from += AT_ONCE) {
    const some = orders.slice(from, from + AT_ONCE).map(({ orderNumber }) => orderNumber)
    const body = { orders: some, kind, purpose: 'ship' } as const
    pages.push((await answer(api.POST('/api/v1/print', { body, parseAs: 'text' }))) as string)
  }
  const [first = EMPTY, ...others] = pages
  return first.replace('</body>', () => `${others.map(sheetsOf).join('')}</body>`)
}

const sheetsOf = (page: string): string => page.slice(page.indexOf('<body>') + 6, page.lastIndexOf('</body>'))

function pickLists(sheet: Document, orders: readonly Queued[]): HTMLElement[] {
  const centers = groupBy(orders, ({ center }) => center ?? say.noCenter)
  return [...centers].map(([center, of]) => pickList(sheet, center, of))
}

/** What to fetch from the shelves of one center: each item once, with the orders that it is for. */
function pickList(sheet: Document, center: string, orders: readonly Queued[]): HTMLElement {
  const section = sheet.createElement('section')
  const heading = sheet.createElement('h1')
  heading.textContent = say.title(center)
  const table = sheet.createElement('table')
  const row = (cells: readonly string[], tag: 'td' | 'th') => {
    const line = table.insertRow()
    for (const text of cells) {
      const cell = sheet.createElement(tag)
      cell.textContent = text
      line.append(cell)
    }
  }
  row([say.item, say.quantity, say.orders], 'th')
  const picks = orders.flatMap(({ orderNumber, lines }) => lines.map((line) => ({ ...line, orderNumber })))
  for (const [item, of] of [...groupBy(picks, ({ itemId, sellerSku }) => itemId ?? sellerSku)].sort())
    row([item, `${of.reduce((sum, { open }) => sum + open, 0)}`, of.map((each) => each.orderNumber).join(', ')], 'td')
  section.append(heading, table)
  return section
}

function groupBy<Row>(rows: readonly Row[], nameOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row])
  return groups
}
