import { type Problem, tell } from '#core/problems.ts'

/** A problem as the command line says it: the sentence for people, and the command that mends it where there is one (E4). */
export function said(problem: Problem): string {
  const { sentence, command } = tell(problem)
  return command === null ? sentence : `${sentence} ${command}`
}
