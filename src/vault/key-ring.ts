import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Tx } from '#store/db.ts'
import { keyFor, open, seal } from './seal.ts'

const WEEK = 7 * 86_400_000
const REMEMBERED = 5 * 60_000

/** For whom a key is wanted, and the transaction that may read or write it; `now` in epoch ms. */
export type KeyHolder = { readonly tx: Tx; readonly merchant: string; readonly now: number }

/** Data keys of merchants: made per merchant and week, wrapped by the deployment's key, remembered for five minutes. */
export type KeyRing = {
  /** The key that seals today. */
  current(holder: KeyHolder): Promise<{ id: string; key: KeyObject }>
  /** A key that sealed once. */
  byId(holder: KeyHolder, id: string): Promise<KeyObject>
}

/** Builds the key ring on the deployment's 32-byte key (U3). */
export function createKeyRing(master: Buffer): KeyRing {
  const wrapping = keyFor(master, 'wrap data keys')
  // Made ready once: as bytes it would be made ready again for every value, which takes as long as sealing it.
  const unwrap = (wrapped: Buffer, context: string): KeyObject => createSecretKey(open(wrapping, wrapped, context))
  const remembered = new Map<string, { key: KeyObject; until: number }>()

  async function read({ tx, merchant }: KeyHolder, id: string): Promise<KeyObject | null> {
    const [row] = await tx.query<{ wrapped: Buffer }>(
      'select wrapped from vault.data_keys where merchant_id = $1 and key_id = $2',
      [merchant, id],
    )
    return row ? unwrap(row.wrapped, `data key ${merchant} ${id}`) : null
  }

  async function find(holder: KeyHolder, id: string): Promise<KeyObject | null> {
    const name = `${holder.merchant} ${id}`
    const known = remembered.get(name)
    if (known && known.until > holder.now) return known.key
    const key = await read(holder, id)
    if (!key) return null
    if (remembered.size > 10_000) remembered.clear()
    remembered.set(name, { key, until: holder.now + REMEMBERED })
    return key
  }

  async function make(holder: KeyHolder, id: string): Promise<KeyObject> {
    const wrapped = seal(wrapping, randomBytes(32), `data key ${holder.merchant} ${id}`)
    await holder.tx.query(
      `insert into vault.data_keys (merchant_id, key_id, wrapped, created_at)
       values ($1, $2, $3, to_timestamp($4::float8 / 1000)) on conflict do nothing`,
      [holder.merchant, id, wrapped, holder.now],
    )
    // Read back: another process may have been first. Not remembered, since this transaction may still roll back.
    const key = await read(holder, id)
    if (!key) throw new Error('The data key just made cannot be read.')
    return key
  }

  return {
    async current(holder) {
      const id = `week-${Math.floor(holder.now / WEEK)}`
      return { id, key: (await find(holder, id)) ?? (await make(holder, id)) }
    },
    async byId(holder, id) {
      const key = await find(holder, id)
      if (!key) throw new Error(`The data key ${id} is gone: what it sealed can no longer be opened.`)
      return key
    },
  }
}
