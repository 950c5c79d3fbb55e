import type { Problem } from '#core/problems.ts'

/** When a call must wait: the bucket is empty, or Amazon said so. Epoch ms. */
export type Wait = { readonly readyAt: number }

/**
 * A refusal; `amazonNow` is Amazon's clock where Amazon itself answered: what was refused may have been our time. `requestId` is Amazon's name
 * of the request.
 */
export type Refusal = {
  readonly ok: false
  readonly problem: Problem
  readonly amazonNow?: number
  readonly requestId?: string
}

/** An answer of the edge: the value, a known problem, or "not before". */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | Refusal
  | { readonly ok: 'wait'; readonly wait: Wait }
