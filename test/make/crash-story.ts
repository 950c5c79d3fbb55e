import type { MerchantId } from '#core/ids.ts'
import type { Deps, WakeKind } from '#flows/deps.ts'
import type { Control } from '../../src/simulator/control.ts'

/** Part of a merchant's story. It begins where the one before it ended. */
export type Scene = {
  readonly rule: string
  readonly name: string
  /** What happens at Amazon at its beginning. */
  atAmazon?(control: Control): void
  /** What a person does at Millrace then; who gets an error does it again. */
  byPerson?(deps: Deps, merchant: MerchantId): Promise<unknown>
  /** How much time passes before each of the moments at which everything due is run. */
  readonly moments: readonly number[]
}

/** Scenes one after the other, of the sample merchant on a database of its own. */
export type Story = {
  readonly scenes: readonly Scene[]
  /** The merchant's date of O2. */
  readonly notBefore: string
  /** Work that would only repeat what the scenes do not ask about: it is not due when the story begins. */
  readonly without: readonly WakeKind[]
  /** What happens at Amazon is Millrace's own doing, so its times there are what a fault may change: they are not compared. */
  readonly byMillrace?: boolean
  /** What nobody knows to have arrived goes up again, and does no harm: how many feeds that took is not compared. */
  readonly repeats?: boolean
  /** Amazon's notifications come by a queue: at each moment what lies in it is taken before what is due is run. */
  readonly queue?: { readonly arn: string; readonly path: string }
}
