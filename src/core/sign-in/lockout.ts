const MINUTE = 60_000

/** After so many wrong tries in a row each further one waits (D10). */
export const PAUSE_AFTER = 5
/** After so many nothing is tried any more until somebody unlocks, or a reset link is used (D10). */
export const LOCK_AFTER = 10
/** From one network so many wrong tries are borne within a quarter of an hour. */
export const MOST_OF_NETWORK = 50
export const NETWORK_WINDOW = 15 * MINUTE

/** Wrong tries in a row for one address; `lastAt` in epoch ms. */
export type Tries = { readonly failures: number; readonly lastAt: number }

/** Whether one more try may be made, or from when on, or not at all. */
export type MayTry =
  | { readonly kind: 'yes' }
  | { readonly kind: 'from'; readonly at: number }
  | { readonly kind: 'never' }

/** Wrong tries are followed by a pause of 1, 2, 4, 8, 16 minutes, then by a lock (D10). */
export function mayTry({ failures, lastAt }: Tries, now: number): MayTry {
  if (failures >= LOCK_AFTER) return { kind: 'never' }
  if (failures < PAUSE_AFTER) return { kind: 'yes' }
  const at = lastAt + MINUTE * 2 ** (failures - PAUSE_AFTER)
  return at <= now ? { kind: 'yes' } : { kind: 'from', at }
}
