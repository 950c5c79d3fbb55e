import type { DatabaseConfig } from '#store/db.ts'

/** Product minutes in a real second. */
const SPEED = 60

/** Where a swift clock stood (`start`) at a moment of real time (`began`). */
export type Beginning = { readonly start: number; readonly began: number }

/** A clock that runs sixty times as fast as the real one; all processes told of the same beginning read the same time. */
export const swiftClock =
  ({ start, began }: Beginning, real: () => number = Date.now) =>
  (): number =>
    start + (real() - began) * SPEED

/** What a program in a process of its own is told. */
export type Surroundings = {
  readonly appConfig: DatabaseConfig
  readonly vaultConfig: DatabaseConfig
  /** The address of the simulated Amazon. */
  readonly amazon: string
  readonly beginning: Beginning
  /** Where its chance comes from. */
  readonly seed: string
}
