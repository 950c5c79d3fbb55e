import { z } from 'zod'
import type { Problem } from '#core/problems.ts'
import { instant, writeInstant } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

const KINDS = ['confirmation', 'cancellation', 'refund', 'feed', 'stock', 'price', 'inbound-order'] as const

/** Something that is tried again by itself (E6). */
export const retryEntry = z
  .object({
    kind: z
      .enum(KINDS)
      .describe('`feed`: a batch at Amazon; `stock`, `price`: changes that wait after a feed came to nothing.'),
    number: z.int().describe('The number of the entry of what goes up, of the feed or of the document; 0 for SKUs.'),
    connection: z.string(),
    name: z.string().describe('The Amazon order id, or what a feed is about.'),
    count: z.int().describe('How many messages or SKUs.'),
    tries: z.int(),
    problem: toldProblem.nullable().describe('What went wrong last.'),
    nextTry: instant,
    since: instant,
  })
  .meta({ id: 'RetryEntry', description: 'Something that is tried again by itself, and when.' })

type Row = Omit<z.output<typeof retryEntry>, 'problem' | 'nextTry' | 'since'> & {
  readonly problem: Problem | null
  readonly nextAt: number
  readonly since: number
}

/** Writes one. */
export const writeRetry = ({ problem, nextAt, since, ...rest }: Row): z.output<typeof retryEntry> => ({
  ...rest,
  problem: problem && writeProblem(problem),
  nextTry: writeInstant(nextAt),
  since: writeInstant(since),
})
