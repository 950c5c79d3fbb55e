import { inject } from 'vitest'
import type { Density } from './break-story.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * What `npm run chaos` was told: from which seed it draws, how many workers it kills, at one boundary in how many it breaks,
     * how many months it plays and of how many SKUs, and from which commit it updates.
     */
    chaos: { seed: string; kills: number; oneIn: number; months: number; skus: number; from: string }
  }
}

/** How dense this run of chaos is; which of the boundaries are drawn follows from the seed. */
export function chaosDensity(): Density {
  const { seed, oneIn } = inject('chaos')
  return { oneIn, from: [...seed].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0) % oneIn }
}
