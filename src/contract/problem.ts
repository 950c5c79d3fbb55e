import { z } from 'zod'
import { type Problem, tell } from '#core/problems.ts'

/** A problem as people and programs are told of it (E4). */
export const toldProblem = z
  .object({
    code: z.string().describe('A name that stays the same; for programs.'),
    sentence: z.string().describe('What is wrong; for people.'),
    mendedBy: z.enum(['merchant', 'operator', 'amazon', 'nobody']).describe('Who can mend it.'),
    retryHelps: z.boolean().describe('Whether trying again helps without a change.'),
    mend: z.string().nullable().describe('The action that mends it.'),
    command: z.string().nullable().describe('The command of the command line that mends it, where there is one.'),
    facts: z.record(z.string(), z.unknown()).describe('What the sentence names, for programs.'),
  })
  .meta({ id: 'ToldProblem', description: 'What is wrong, who mends it, and whether trying again helps.' })

/** Writes a problem with its facts (E4). */
export const writeProblem = (problem: Problem): z.output<typeof toldProblem> => ({
  ...tell(problem),
  facts: { ...problem.facts },
})

/** Every refusal of the API (RFC 9457). */
export const problemReply = z
  .object({
    type: z.string().describe('`urn:millrace:problem:` and the code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong and what to do.'),
    code: z.string(),
    requestId: z.string().describe('Names this request in the log of the deployment.'),
    fields: z
      .array(z.object({ field: z.string(), why: z.string() }))
      .optional()
      .describe('Everything that is wrong with what was sent, field by field.'),
    problem: toldProblem.optional().describe('Who mends it and how, where it is a known problem.'),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused.' })
