import { z } from 'zod'
import { FIELD_STATES } from '#core/inventory/next-sending.ts'
import { ALL_FILE_KINDS, fileKindOf } from '#core/shipments/carried-file.ts'
import { SUBMISSION_STATES, type SubmissionKind, type SubmissionState } from '#core/shipments/submission.ts'
import { instant, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

/** One kind of file of one connection, with what waits for it (H2). */
export const fileOfToday = z
  .object({
    connection: z.string(),
    kind: z.enum(ALL_FILE_KINDS),
    waiting: z
      .int()
      .describe('Packages, orders or refunds that wait; of stock and prices the SKUs that are known to differ.'),
    dueBy: instant.nullable().describe('The earliest deadline of what waits.'),
    last: z
      .object({
        file: z.int(),
        state: z.enum(SUBMISSION_STATES),
        messages: z.int(),
        madeBy: z.string(),
        madeAt: instant,
      })
      .nullable()
      .describe('The file that was taken last.'),
    open: z.array(z.int()).describe('Files whose processing report nobody brought yet.'),
  })
  .meta({ id: 'FileOfToday' })

type Row = {
  readonly connection: string
  readonly kind: SubmissionKind
  readonly waiting: number
  readonly dueBy: number | null
  readonly last: {
    readonly file: number
    readonly state: SubmissionState
    readonly messages: number
    readonly madeBy: string
    readonly madeAt: number
  } | null
  readonly open: readonly number[]
}

/** Writes it. */
export const writeFileOfToday = ({ kind, dueBy, last, open, ...row }: Row): z.output<typeof fileOfToday> => ({
  ...row,
  kind: fileKindOf(kind),
  dueBy: writeInstantOrNull(dueBy),
  last: last && { ...last, madeAt: writeInstant(last.madeAt) },
  open: [...open],
})

const cell = z.string().nullable().describe('As the file tells it; null: a blank cell, which keeps what Amazon has.')

/** One line of a price-and-quantity file, as it stands now (H2). */
export const priceFileLine = z
  .object({
    line: z.int().describe('Its number in the file, from 1.'),
    sellerSku: z.string(),
    price: cell,
    minimum: cell,
    maximum: cell,
    quantity: cell,
    leadDays: cell,
    fields: z
      .array(
        z.object({
          field: z.enum(['stock', 'price']),
          state: z.enum(FIELD_STATES),
          problem: toldProblem.nullable(),
        }),
      )
      .describe('How they stand now; empty: a later file or call has told them since.'),
  })
  .meta({ id: 'PriceFileLine' })

type Line = {
  readonly line: number
  readonly sellerSku: string
  readonly text: string
  readonly fields: readonly {
    readonly field: 'stock' | 'price'
    readonly state: (typeof FIELD_STATES)[number]
    readonly problem: Parameters<typeof writeProblem>[0] | null
  }[]
}

/** Writes a line: its cells by the columns of Seller Central. */
export function writePriceFileLine({ line, sellerSku, text, fields }: Line): z.output<typeof priceFileLine> {
  const [, price, minimum, maximum, quantity, leadDays] = text.split('\t')
  const said = (each: string | undefined) => (each ? each : null)
  return {
    line,
    sellerSku,
    price: said(price),
    minimum: said(minimum),
    maximum: said(maximum),
    quantity: said(quantity),
    leadDays: said(leadDays),
    fields: fields.map((each) => ({ ...each, problem: each.problem && writeProblem(each.problem) })),
  }
}
