/** How far a field of a SKU is (I10). `due`: to be sent; `flying`: in a feed or file under way; `accepted`: taken, and to be read back. */
export const FIELD_STATES = ['due', 'held', 'flying', 'accepted', 'confirmed', 'refused', 'differs'] as const
export type FieldState = (typeof FIELD_STATES)[number]

/** A field of a SKU: what was sent last and how far it is. Values are compared by their canonical text. */
export type SentField = {
  readonly state: FieldState
  /** Canonical text of what was sent last; null: nothing yet. */
  readonly sent: string | null
  /** What Amazon was read to have; null: not known. */
  readonly confirmed: string | null
  /** A value that a person approved although it was held. */
  readonly approved: string | null
  /** A value that a person put back, and that stays until it is released (I12). */
  readonly pinned: string | null
}

/** Nothing is known of the field yet. */
export const NEVER_SENT: SentField = { state: 'due', sent: null, confirmed: null, approved: null, pinned: null }

/** Why a cycle looks at a field: only what changed, everything, or a person wants it now (I1, I7). */
export type Occasion = 'changes' | 'complete' | 'manual'

/** What to do with a field now: send this value, ask a person about it, or leave it. */
export type NextSending = { readonly send: string } | { readonly hold: string } | null

/**
 * Whether a field is sent now (I10): when what we want differs from what was last sent, or when a read-back differed and nothing is in
 * flight. What Amazon refused is not sent again until it changes, a complete cycle, or a person's word. What a guard holds waits for
 * approval of exactly that value; a pinned value stands until it is released.
 */
export function nextSending(
  field: SentField,
  { desired, held, occasion }: { readonly desired: string; readonly held: boolean; readonly occasion: Occasion },
): NextSending {
  const wanted = field.pinned ?? desired
  const known = field.sent === wanted || (field.sent === null && field.confirmed === wanted)
  const flying = field.state === 'flying' || field.state === 'accepted'
  if (known && flying) return null
  if (known && occasion === 'changes' && field.state !== 'due' && field.state !== 'held') return null
  if (known && occasion === 'changes' && field.sent === null) return null
  if (held && field.pinned === null && field.approved !== wanted) return { hold: wanted }
  return { send: wanted }
}
