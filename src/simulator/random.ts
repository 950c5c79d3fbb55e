/** Repeatable chance: the same seed gives the same run. */
export type Random = {
  /** A number in [0, 1). */
  readonly fraction: () => number
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number
  readonly pick: <T>(choices: readonly T[]) => T
  readonly digits: (count: number) => string
}

/** Starts a stream of chance from a seed (xmur3 hash into mulberry32). */
export function randomFrom(seed: string): Random {
  let state = 1779033703 ^ seed.length
  for (let i = 0; i < seed.length; i++) {
    state = Math.imul(state ^ seed.charCodeAt(i), 3432918353)
    state = (state << 13) | (state >>> 19)
  }
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1))
  return {
    fraction,
    whole,
    pick: (choices) => choices[whole(0, choices.length - 1)] as (typeof choices)[number],
    digits: (count) => {
      let text = ''
      for (let i = 0; i < count; i++) text += whole(0, 9)
      return text
    },
  }
}
