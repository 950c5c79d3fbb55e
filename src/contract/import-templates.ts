import { z } from 'zod'
import { OWN_KINDS, type OwnKind } from '#core/spreadsheet/own-field.ts'
import { OWN_FIELDS } from '#core/spreadsheet/own-fields.ts'

/** Which of the merchant's own spreadsheets. */
export const templateParams = z.strictObject({ kind: z.enum(OWN_KINDS).describe('What its rows are.') })

/** The columns of an own spreadsheet (T5). */
export const templateReply = z
  .object({
    kind: z.enum(OWN_KINDS),
    fields: z.array(
      z.object({
        field: z.string(),
        head: z.string().describe('The heading under which exports have it.'),
        about: z.string(),
        required: z.boolean(),
        sample: z.string(),
      }),
    ),
  })
  .meta({ id: 'ImportTemplate', description: 'The columns that an own spreadsheet may have, in any order.' })

/** Writes the columns of a kind. */
export const writeTemplate = (kind: OwnKind): z.output<typeof templateReply> => ({
  kind,
  fields: OWN_FIELDS[kind].map(({ field, head, about, required = false, sample }) => ({
    field,
    head,
    about,
    required,
    sample,
  })),
})
