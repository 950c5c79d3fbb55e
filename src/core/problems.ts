import { KNOWN_PROBLEMS, type KnownProblem, type ProblemCode } from './known-problems.ts'
import { visibleText } from './visible-text.ts'

/** What a sentence is filled with; never buyer data. */
export type Facts = Readonly<Record<string, string | number>>

/** A known bad outcome: a code, and the facts for its sentence. The sentence itself stands in `known-problems.ts`. */
export type Problem = { readonly code: ProblemCode; readonly facts: Facts }

/** A value, or the problem that kept us from it. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** The good case of a Result. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** A known problem. */
export const problem = (code: ProblemCode, facts: Facts = {}): Problem => ({ code, facts })

/** The bad case of a Result. */
export const failed = (code: ProblemCode, facts: Facts = {}): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: problem(code, facts),
})

/** What people and programs are told of a problem (E4). */
export type ToldProblem = {
  readonly code: ProblemCode
  readonly sentence: string
  readonly mendedBy: 'merchant' | 'operator' | 'amazon' | 'nobody'
  readonly retryHelps: boolean
  readonly mend: string | null
  /** The command that mends it, for who works by commands; people at a page have buttons. */
  readonly command: string | null
}

/** Says what is wrong, who mends it, whether trying again helps, and how it is mended (E4). */
export function tell({ code, facts }: Problem): ToldProblem {
  const known: KnownProblem = KNOWN_PROBLEMS[code]
  return {
    code,
    sentence: fill(known.sentence, facts),
    mendedBy: known.mendedBy,
    retryHelps: known.retryHelps,
    mend: known.mend ?? null,
    command: known.command === undefined ? null : fill(known.command, facts),
  }
}

const LONGEST_FACT = 500

/** Fills `{name}` in a sentence from the facts; what Amazon or people wrote there is made visible. */
export const fill = (sentence: string, facts: Facts): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(facts, name) ? visibleText(String(facts[name]), LONGEST_FACT) : whole,
  )
