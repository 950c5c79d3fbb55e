import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Tx } from '#store/db.ts'
import type { MasterKeys } from './master-keys.ts'
import { sealerFor } from './sealer.ts'

const WEEK = 7 * 86_400_000

/** For whom a key is wanted, and the transaction that may read or write it; `now` in epoch ms. */
export type KeyHolder = { readonly tx: Tx; readonly merchant: string; readonly now: number }

/** Data keys of merchants: made per merchant and week, wrapped by the deployment's newest key. */
export type KeyRing = {
  /** The key that seals today. */
  current(holder: KeyHolder): Promise<{ id: string; key: KeyObject }>
  /** A key that sealed once. */
  byId(holder: KeyHolder, id: string): Promise<KeyObject>
  /** Seals with another key from now on in place of this one; gives the name of the other. */
  replace(holder: KeyHolder, id: string): Promise<string>
  /** Wraps the merchant's keys by the newest master key; a key that cannot be opened is named and left. */
  rewrap(holder: KeyHolder): Promise<{ readonly wrapped: number; readonly damaged: readonly string[] }>
}

type Known = { readonly key: KeyObject; readonly replacedBy: string | null }

const contextOf = (merchant: string, id: string) => `data key ${merchant} ${id}`

/**
 * Builds the key ring on the deployment's keys (U3). A transaction reads a key once; none is remembered beyond it: it may be rolled back
 * with its key, and a merchant that was removed and made anew has others under the same names.
 */
export function createKeyRing(masters: MasterKeys): KeyRing {
  const wrapping = sealerFor(masters, 'wrap data keys')
  // Made ready once: as bytes it would be made ready again for every value, which takes as long as sealing it.
  const unwrap = (wrapped: Buffer, context: string): KeyObject => createSecretKey(wrapping.open(wrapped, context))
  const read = new WeakMap<Tx, Map<string, Known>>()

  async function readNow({ tx, merchant }: KeyHolder, id: string): Promise<Known | null> {
    const [row] = await tx.query<{ wrapped: Buffer; replacedBy: string | null }>(
      'select wrapped, replaced_by as "replacedBy" from vault.data_keys where merchant_id = $1 and key_id = $2',
      [merchant, id],
    )
    return row ? { key: unwrap(row.wrapped, contextOf(merchant, id)), replacedBy: row.replacedBy } : null
  }

  async function find(holder: KeyHolder, id: string): Promise<Known | null> {
    const known = read.get(holder.tx) ?? new Map<string, Known>()
    read.set(holder.tx, known)
    const found = known.get(id) ?? (await readNow(holder, id))
    if (found) known.set(id, found)
    return found
  }

  async function make(holder: KeyHolder, id: string): Promise<Known> {
    const wrapped = wrapping.seal(randomBytes(32), contextOf(holder.merchant, id))
    await holder.tx.query(
      `insert into vault.data_keys (merchant_id, key_id, wrapped, created_at)
       values ($1, $2, $3, to_timestamp($4::float8 / 1000)) on conflict do nothing`,
      [holder.merchant, id, wrapped, holder.now],
    )
    // Read back: another process may have been first.
    const found = await find(holder, id)
    if (!found) throw new Error('The data key just made cannot be read.')
    return found
  }

  return {
    async current(holder) {
      let id = `week-${Math.floor(holder.now / WEEK)}`
      for (;;) {
        const { key, replacedBy } = (await find(holder, id)) ?? (await make(holder, id))
        if (replacedBy === null) return { id, key }
        id = replacedBy
      }
    },
    async byId(holder, id) {
      const found = await find(holder, id)
      if (!found) throw new Error(`The data key ${id} is gone: what it sealed can no longer be opened.`)
      return found.key
    },
    async replace(holder, id) {
      const { tx, merchant, now } = holder
      const found = await readNow(holder, id)
      if (!found) throw new Error(`There is no data key ${id}.`)
      if (found.replacedBy !== null) return found.replacedBy
      const [week = id, generation = '1'] = id.split('.')
      const next = `${week}.${Number(generation) + 1}`
      await make(holder, next)
      await tx.query(
        `update vault.data_keys set replaced_by = $3, replaced_at = to_timestamp($4::float8 / 1000)
         where merchant_id = $1 and key_id = $2 and replaced_by is null`,
        [merchant, id, next, now],
      )
      read.delete(tx)
      return next
    },
    rewrap: (holder) => rewrapKeys(holder, (wrapped, context) => wrapping.renew(wrapped, context)),
  }
}

async function rewrapKeys(
  { tx, merchant }: KeyHolder,
  renew: (wrapped: Buffer, context: string) => Buffer | null,
): Promise<{ wrapped: number; damaged: string[] }> {
  const rows = await tx.query<{ id: string; wrapped: Buffer }>(
    'select key_id as id, wrapped from vault.data_keys where merchant_id = $1 order by key_id for update',
    [merchant],
  )
  const damaged: string[] = []
  let wrapped = 0
  for (const row of rows) {
    const renewed = attempt(() => renew(row.wrapped, contextOf(merchant, row.id)))
    if (renewed === 'damaged') damaged.push(`data key ${row.id} of ${merchant}`)
    if (renewed === 'damaged' || renewed === null) continue
    await tx.query('update vault.data_keys set wrapped = $3 where merchant_id = $1 and key_id = $2', [
      merchant,
      row.id,
      renewed,
    ])
    wrapped++
  }
  return { wrapped, damaged }
}

/** One value that does not open keeps no other back. */
export function attempt<T>(work: () => T): T | 'damaged' {
  try {
    return work()
  } catch {
    return 'damaged'
  }
}
