import { z } from 'zod'
import { instant, writeInstant, writeInstantOrNull } from './parts.ts'

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
    askedAt: instant,
    fetchedAt: instant.nullable().describe('Null: it was never fetched, and nobody got anything.'),
  })
  .meta({ id: 'Export' })

type Row = {
  readonly exportId: number
  readonly who: string
  readonly purpose: string
  readonly orderIds: readonly number[]
  readonly createdAt: number
  readonly fetchedAt: number | null
}

/** Writes a row of the register. */
export const writeExport = (row: Row): z.output<typeof listedExport> => ({
  export: row.exportId,
  who: row.who,
  purpose: row.purpose,
  orders: [...row.orderIds],
  askedAt: writeInstant(row.createdAt),
  fetchedAt: writeInstantOrNull(row.fetchedAt),
})
