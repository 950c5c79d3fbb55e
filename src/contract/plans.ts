import { z } from 'zod'
import { text } from './parts.ts'

/** The plans of a deployment as an operator writes them, the lowest first (C8). */
export const plansFile = z.strictObject({
  plans: z.array(
    z.strictObject({
      name: text(1, 60),
      includesChannel: z.boolean().describe('Whether a merchant on it may be connected to Amazon Seller Central.'),
    }),
  ),
})
