/** How bad one thing is: in order, to be seen to soon, or wrong now. */
export type FindingState = 'ok' | 'warn' | 'bad'

/** What was looked at, what was found, and what mends it. */
export type Finding = {
  readonly about: string
  readonly state: FindingState
  readonly sentence: string
  /** A command or a step; absent where there is nothing to do. */
  readonly mend?: string
}

/** In order. */
export const fine = (about: string, sentence: string): Finding => ({ about, state: 'ok', sentence })

/** To be seen to soon. */
export const soon = (about: string, sentence: string, mend: string): Finding => ({
  about,
  state: 'warn',
  sentence,
  mend,
})

/** Wrong now. */
export const wrong = (about: string, sentence: string, mend: string): Finding => ({
  about,
  state: 'bad',
  sentence,
  mend,
})

/** The exit code of a whole examination: 0 in order, 1 to be seen to, 2 wrong. */
export const exitCodeOf = (findings: readonly Finding[]): 0 | 1 | 2 => {
  if (findings.some(({ state }) => state === 'bad')) return 2
  return findings.some(({ state }) => state === 'warn') ? 1 : 0
}
