import { z } from 'zod'
import type { HeldTotals } from '#core/pii/held-totals.ts'
import { instant, writeInstant, writeInstantOrNull } from './parts.ts'

const KINDS = ['buyers', 'documents', 'pages', 'files'] as const

/** What is kept of buyers, and what was purged when (U4). */
export const retentionReport = z
  .object({
    days: z.int().describe('For how many days after shipment buyer data is kept.'),
    held: z.array(
      z.object({
        kind: z
          .enum(KINDS)
          .describe(
            '`buyers` of placed orders, `documents` as received that hold their buyer, `pages` not yet imported, `files` of orders of other channels that wait to be applied.',
          ),
        count: z.int(),
        oldest: instant.nullable().describe('When the oldest of it came.'),
        goneBy: instant.nullable().describe('The first day on which something of it must be gone.'),
        overdue: z.int().describe('How much should be gone already; anything but 0 is an alarm.'),
      }),
    ),
    keys: z
      .array(
        z.object({
          id: z.string(),
          createdAt: instant,
          buyers: z.int().describe('How many rows it seals.'),
          documents: z.int(),
          pages: z.int(),
          files: z.int(),
          mails: z.int().describe('What people wrote to buyers.'),
        }),
      )
      .describe(
        'The keys that seal it, the oldest first. One that seals nothing is erased two weeks after it was made.',
      ),
    purges: z
      .array(
        z.object({
          row: z.int().describe('Its row in the audit.'),
          at: instant,
          counts: z.record(z.string(), z.int()),
          gone: z.record(z.string(), z.array(z.int())).describe('The numbers of the orders, documents and pages.'),
        }),
      )
      .describe('The latest 100, the newest first.'),
  })
  .meta({ id: 'RetentionReport' })

type Report = {
  readonly days: number
  readonly held: readonly HeldTotals[]
  readonly keys: readonly {
    readonly id: string
    readonly createdAt: number
    readonly buyers: number
    readonly documents: number
    readonly pages: number
    readonly brought_files: number
    readonly mail_texts: number
  }[]
  readonly purges: readonly {
    readonly seq: number
    readonly at: number
    readonly counts: Readonly<Record<string, number>>
    readonly gone?: Readonly<Record<string, readonly number[]>>
  }[]
}

/** Writes the report. */
export const writeRetention = ({ days, held, keys, purges }: Report): z.output<typeof retentionReport> => ({
  days,
  held: held.map((each) => ({
    ...each,
    oldest: writeInstantOrNull(each.oldest),
    goneBy: writeInstantOrNull(each.goneBy),
  })),
  keys: keys.map(({ createdAt, brought_files, mail_texts, ...each }) => ({
    ...each,
    createdAt: writeInstant(createdAt),
    files: brought_files,
    mails: mail_texts,
  })),
  purges: purges.map(({ seq, at, counts, gone }) => ({
    row: seq,
    at: writeInstant(at),
    counts: { ...counts },
    gone: Object.fromEntries(Object.entries(gone ?? {}).map(([kind, ids]) => [kind, [...ids]])),
  })),
})
