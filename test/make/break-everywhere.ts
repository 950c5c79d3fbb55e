import { isDeepStrictEqual } from 'node:util'
import type { Boundary, Fault } from './boundaries.ts'
import type { Difference, Stage } from './crash-stage.ts'

/** Which faults are tried: how it breaks, and at which boundaries. */
export type Trials = {
  readonly way: Fault['way']
  readonly only?: (boundary: Boundary, at: number) => boolean
}

/** What came of it: how many boundaries there are, how many were tried, and each run that ended differently. */
export type Broken = { readonly boundaries: number; readonly tried: number; readonly differences: readonly string[] }

/** Plays a scene again and again, each time with a fault at another boundary, and compares how it ends. */
export async function breakEverywhere(stage: Stage, scene: number, trials: Trials): Promise<Broken> {
  const expected = stage.unbroken[scene]
  if (!expected) throw new Error(`There is no scene ${scene}.`)
  const { way, only = () => true } = trials
  const differences: string[] = []
  const points = expected.met.map((boundary, index) => ({ boundary, at: index + 1 }))
  const drawn = points.filter(({ boundary, at }) => only(boundary, at))
  // A short scene may have none of those drawn: its end is tried then.
  const tried = drawn.length > 0 ? drawn : points.slice(-1)
  for (const { boundary, at } of tried) {
    const difference: Difference = { fault: { at, way } }
    const unlike = await stage.play(scene, difference).then(
      ({ state }) =>
        Object.keys(expected.state).filter((part) => !isDeepStrictEqual(state[part], expected.state[part])),
      (error: unknown) => [String(error)],
    )
    if (unlike.length > 0) differences.push(`${way} at ${at} (${boundary.slice(0, 80)}): ${unlike.join(', ')}`)
  }
  return { boundaries: points.length, tried: tried.length, differences }
}

/**
 * Where a dead program leaves something new behind. One that dies inside a transaction leaves what its last commit left,
 * so every other boundary is one of these.
 */
export const leavesATrace = (boundary: Boundary): boolean =>
  boundary === 'committed' || boundary.endsWith(': to be sent') || boundary.endsWith(': answered')
