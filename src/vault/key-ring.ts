import { randomBytes } from 'node:crypto'
import type { Tx } from '#store/db.ts'
import { keyFor, open, seal } from './seal.ts'

const WEEK = 7 * 86_400_000
const REMEMBERED = 5 * 60_000

/** Data keys of merchants: made per merchant and week, wrapped by the deployment's key, remembered for five minutes. */
export type KeyRing = {
  /** The key that seals today. */
  current(tx: Tx, merchant: string, now: number): Promise<{ id: string; key: Buffer }>
  /** A key that sealed once. */
  byId(tx: Tx, merchant: string, id: string, now: number): Promise<Buffer>
}

/** Builds the key ring on the deployment's 32-byte key (U3). */
export function createKeyRing(master: Buffer): KeyRing {
  const wrapping = keyFor(master, 'wrap data keys')
  const remembered = new Map<string, { key: Buffer; until: number }>()

  async function find(tx: Tx, merchant: string, id: string, now: number): Promise<Buffer | null> {
    const known = remembered.get(`${merchant} ${id}`)
    if (known && known.until > now) return known.key
    const [row] = await tx.query<{ wrapped: Buffer }>(
      'select wrapped from vault.data_keys where merchant_id = $1 and key_id = $2',
      [merchant, id],
    )
    return row ? remember(merchant, id, open(wrapping, row.wrapped, `data key ${merchant} ${id}`), now) : null
  }

  function remember(merchant: string, id: string, key: Buffer, now: number): Buffer {
    if (remembered.size > 10_000) remembered.clear()
    remembered.set(`${merchant} ${id}`, { key, until: now + REMEMBERED })
    return key
  }

  return {
    async current(tx, merchant, now) {
      const id = `week-${Math.floor(now / WEEK)}`
      const known = await find(tx, merchant, id, now)
      if (known) return { id, key: known }
      const wrapped = seal(wrapping, randomBytes(32), `data key ${merchant} ${id}`)
      await tx.query(
        `insert into vault.data_keys (merchant_id, key_id, wrapped, created_at) values ($1, $2, $3, to_timestamp($4::float8 / 1000))
         on conflict do nothing`,
        [merchant, id, wrapped, now],
      )
      // Read back: another process may have been first. Not remembered, since this transaction may still roll back.
      const [row] = await tx.query<{ wrapped: Buffer }>(
        'select wrapped from vault.data_keys where merchant_id = $1 and key_id = $2',
        [merchant, id],
      )
      if (!row) throw new Error('The data key just made cannot be read.')
      return { id, key: open(wrapping, row.wrapped, `data key ${merchant} ${id}`) }
    },
    async byId(tx, merchant, id, now) {
      const key = await find(tx, merchant, id, now)
      if (!key) throw new Error(`The data key ${id} is gone: what it sealed can no longer be opened.`)
      return key
    },
  }
}
