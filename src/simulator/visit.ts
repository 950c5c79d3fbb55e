import type { World } from './state.ts'
import type { Call, Caller } from './wire.ts'

/** One admitted call to one operation. */
export type Visit = {
  readonly world: World
  readonly caller: Caller
  readonly call: Call
  readonly operation: string
  readonly sellerId: string
  readonly now: number
}
