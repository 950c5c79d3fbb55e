import { z } from 'zod'
import { type FileLayout, STANDARD_LAYOUT } from '#core/pii/file-layout.ts'
import { MOST_REVEALS } from '#core/pii/reveal-ways.ts'
import { orderKey, purpose } from './buyers.ts'
import { fileLayout } from './export-layouts.ts'
import { instant, writeInstant, writeInstantOrNull } from './parts.ts'
import { queueFilter } from './shipping-queue.ts'

/** Orders to be exported: named one by one, or all of the queue that a filter leaves; and how their file looks. */
export const exportBody = z
  .strictObject({
    orders: z
      .array(orderKey)
      .min(1)
      .max(MOST_REVEALS.export)
      .optional()
      .describe('Our order numbers or Amazon order ids.'),
    queue: queueFilter.optional().describe('Instead of `orders`: everything that waits to be shipped, by this filter.'),
    purpose: purpose.default('ship'),
    bom: z
      .boolean()
      .default(false)
      .describe('Without a layout: whether the file begins with a byte order mark, which some programs need.'),
    layout: fileLayout
      .extend({ name: z.string().max(100).nullable().default(null) })
      .optional()
      .describe('The columns of the file; without it all of them, separated by commas, in UTF-8.'),
  })
  .refine(({ orders, queue }) => (orders === undefined) !== (queue === undefined), {
    message: 'must name either orders or a part of the queue',
    path: ['orders'],
  })
  .meta({ id: 'AskExport' })

/** The layout that was asked for, or the usual one. */
export const layoutAsked = ({
  layout,
  bom,
}: z.output<typeof exportBody>): FileLayout & { readonly name: string | null } =>
  layout ?? { ...STANDARD_LAYOUT, encoding: bom ? 'utf-8-bom' : 'utf-8', name: null }

/** An export that waits to be fetched. */
export const askedExport = z
  .object({
    export: z.int(),
    download: z
      .string()
      .describe('The word that fetches it: once, within ten minutes, in this session. It is shown here only.'),
    expiresAt: instant,
    orders: z.int(),
  })
  .meta({ id: 'AskedExport' })

/** The word that fetches an export. */
export const downloadBody = z.strictObject({ download: z.string().min(1).max(200) }).meta({ id: 'FetchExport' })

/** One export of the register; no buyer is in it (D35). */
export const listedExport = z
  .object({
    export: z.int(),
    who: z.string(),
    purpose: z.string(),
    orders: z.array(z.int()).describe('The order numbers.'),
    layout: z.string().nullable().describe('The name of the layout, where it has one.'),
    columns: z
      .array(z.string())
      .nullable()
      .describe('The headings of the file; null for one of before there were layouts.'),
    askedAt: instant,
    fetchedAt: instant.nullable().describe('Null: it was never fetched, and nobody got anything.'),
  })
  .meta({ id: 'Export' })

type Row = {
  readonly exportId: number
  readonly who: string
  readonly purpose: string
  readonly orderIds: readonly number[]
  readonly layout: (FileLayout & { readonly name: string | null }) | null
  readonly createdAt: number
  readonly fetchedAt: number | null
}

/** Writes a row of the register. */
export const writeExport = (row: Row): z.output<typeof listedExport> => ({
  export: row.exportId,
  who: row.who,
  purpose: row.purpose,
  orders: [...row.orderIds],
  layout: row.layout?.name ?? null,
  columns: row.layout?.columns.map(({ heading }) => heading) ?? null,
  askedAt: writeInstant(row.createdAt),
  fetchedAt: writeInstantOrNull(row.fetchedAt),
})
