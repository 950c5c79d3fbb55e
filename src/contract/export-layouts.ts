import { z } from 'zod'
import { ADDRESS_FIELDS, DELIMITERS, ENCODINGS, type NamedLayout } from '#core/pii/file-layout.ts'
import { instant, writeInstant } from './parts.ts'

/** How a file for a carrier's program looks (D35). */
export const fileLayout = z
  .strictObject({
    columns: z
      .array(z.strictObject({ field: z.enum(ADDRESS_FIELDS), heading: z.string().max(200) }))
      .min(1)
      .max(100)
      .describe('The columns in their order, each under the heading that the program wants.'),
    delimiter: z.enum(DELIMITERS).default('comma'),
    encoding: z
      .enum(ENCODINGS)
      .default('utf-8')
      .describe('`windows-1252` for older programs: letters that it lacks lose their marks or become a question mark.'),
  })
  .meta({ id: 'FileLayout' })

/** A layout that was saved under a name. */
export const namedLayout = fileLayout
  .extend({ name: z.string(), savedBy: z.string(), savedAt: instant })
  .meta({ id: 'NamedLayout' })

/** Names a layout. */
export const layoutParams = z.strictObject({ name: z.string().min(1).max(100) })

/** Writes a layout. */
export const writeLayout = ({ columns, savedAt, ...layout }: NamedLayout): z.output<typeof namedLayout> => ({
  ...layout,
  columns: columns.map((column) => ({ ...column })),
  savedAt: writeInstant(savedAt),
})
