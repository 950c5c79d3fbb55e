import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breakEverywhere, leavesATrace } from './break-everywhere.ts'
import { openStage, type Stage } from './crash-stage.ts'
import type { Story } from './crash-story.ts'

/** For all boundaries of a scene, on a machine that is busy with other things too. */
const LONGEST = 900_000

/** How dense a story is broken: at one boundary in so many, another one in each scene and for each `from`. `npm run chaos` breaks all. */
export type Density = { readonly oneIn: number; readonly from?: number }

/** Declares the tests that break each scene of a story in both ways, and gives the stage that it is played on. */
export function breakStory(story: Story, { oneIn, from = 0 }: Density): () => Stage {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage(story)
  }, 60_000)
  afterAll(() => stage.close())
  const numbered = story.scenes.map((scene, number) => ({ ...scene, number }))
  const isDrawn = (at: number, number: number) => at % oneIn === (number + from) % oneIn

  describe('a connection lost at any boundary loses nothing and doubles nothing', () => {
    test.each(numbered)(
      '[$rule] $name',
      async ({ number }) => {
        const broken = await breakEverywhere(stage, number, { way: 'lost', only: (_, at) => isDrawn(at, number) })
        console.log(`lost at ${broken.tried} of ${broken.boundaries} boundaries`)
        expect(broken.tried).toBeGreaterThan(0)
        expect(broken.differences).toEqual([])
      },
      LONGEST,
    )
  })

  describe('a program that dies anywhere and is started again loses nothing and doubles nothing', () => {
    test.each(numbered)(
      '[$rule] $name',
      async ({ number }) => {
        let traces = 0
        // One at least: some scenes have one or two.
        const only = (boundary: string) => leavesATrace(boundary) && (traces++ + from) % oneIn === 0
        const broken = await breakEverywhere(stage, number, { way: 'dead', only })
        console.log(`died at ${broken.tried} of ${traces} places`)
        expect(broken.tried).toBeGreaterThan(0)
        expect(broken.differences).toEqual([])
      },
      LONGEST,
    )
  })
  return () => stage
}
