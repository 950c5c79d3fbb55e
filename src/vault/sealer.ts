import { type MasterKeys, newestOf } from './master-keys.ts'
import { open, seal } from './seal.ts'

/** The first byte of a value that names the key which sealed it; values of before begin with what `seal` writes. */
const NAMED = 2
const NAME = 8
const HEAD = 1 + NAME

/** Seals with the newest key of the deployment and opens with whichever sealed. */
export type Sealer = {
  seal(plain: Buffer | string, context: string): Buffer
  open(sealed: Buffer, context: string): Buffer
  /** The same under the newest key; null when it is already. */
  renew(sealed: Buffer, context: string): Buffer | null
}

/** A sealer for one purpose (U3): the key's name stands before the value, so that old and new open beside each other. */
export function sealerFor(masters: MasterKeys, purpose: string): Sealer {
  const sealNow = (plain: Buffer | string, context: string): Buffer => {
    const newest = newestOf(masters)
    return Buffer.concat([markOf(newest.id), seal(newest.keyFor(purpose), plain, context)])
  }
  const openAny = (sealed: Buffer, context: string): Buffer => {
    const id = nameIn(sealed)
    if (id === null) return openUnnamed(masters, purpose, { sealed, context })
    const key = masters.all().find((each) => each.id === id)
    if (!key) throw new Error(`The master key ${id} is not in the key file: what it sealed cannot be opened.`)
    return open(key.keyFor(purpose), sealed.subarray(HEAD), context)
  }
  return {
    seal: sealNow,
    open: openAny,
    renew: (sealed, context) =>
      sealed.subarray(0, HEAD).equals(markOf(newestOf(masters).id)) ? null : sealNow(openAny(sealed, context), context),
  }
}

/** The name of the key that sealed a value; null: sealed before keys had names. */
export const nameIn = (sealed: Buffer): string | null =>
  sealed[0] === NAMED ? sealed.subarray(1, HEAD).toString('hex') : null

/** How whatever a key seals begins. */
const markOf = (id: string): Buffer => Buffer.concat([Buffer.of(NAMED), Buffer.from(id, 'hex')])

/** Sealed before keys had names: it opens with the oldest, or after a new key came in between, with the next. */
function openUnnamed(
  masters: MasterKeys,
  purpose: string,
  { sealed, context }: { readonly sealed: Buffer; readonly context: string },
): Buffer {
  const oldestFirst = [...masters.all()].reverse()
  for (const [index, key] of oldestFirst.entries()) {
    try {
      return open(key.keyFor(purpose), sealed, context)
    } catch (error) {
      if (index === oldestFirst.length - 1) throw error
    }
  }
  throw new Error('There is no master key.')
}
