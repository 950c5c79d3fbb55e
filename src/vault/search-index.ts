import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { SEARCH_FIELDS, type SearchField, type SearchWord } from '#core/pii/search-words.ts'
import type { Tx } from '#store/db.ts'
import type { KeyHolder } from './key-ring.ts'
import type { MasterKeys } from './master-keys.ts'
import { sealerFor } from './sealer.ts'

/** Where a word stands in the index: its field, and 32 bits that tell nothing of it without the merchant's key. */
export type Mark = { readonly kind: number; readonly value: number }

/** Makes blind indexes: a key for each merchant and field, made once, wrapped by the deployment's key. */
export type SearchIndex = {
  marks(holder: KeyHolder, words: readonly SearchWord[]): Promise<readonly Mark[]>
  /** What of a buyer's data, as it is kept, is looked for. */
  wordsOf(buyerData: { readonly [field: string]: unknown }): readonly SearchWord[]
  /** Wraps the merchant's key by the newest master key; gives how many were wrapped anew. */
  rewrap(holder: KeyHolder): Promise<number>
}

type FieldKeys = Readonly<Record<SearchField, KeyObject>>

const contextOf = (merchant: string) => `search key ${merchant}`

/** Builds the index on the deployment's keys (U3). */
export function createSearchIndex(masters: MasterKeys, wordsOf: SearchIndex['wordsOf']): SearchIndex {
  const sealer = sealerFor(masters, 'wrap search keys')
  // Not beyond its transaction: that may be rolled back, and a merchant that was removed and made anew has another.
  const read = new WeakMap<Tx, FieldKeys>()

  const find = async ({ tx, merchant }: KeyHolder, lock = ''): Promise<Buffer | null> => {
    const [row] = await tx.query<{ wrapped: Buffer }>(
      `select wrapped from vault.search_keys where merchant_id = $1 ${lock}`,
      [merchant],
    )
    return row?.wrapped ?? null
  }

  async function keysOf(holder: KeyHolder): Promise<FieldKeys> {
    const known = read.get(holder.tx)
    if (known) return known
    const wrapped = (await find(holder)) ?? (await make(holder))
    const keys = fieldKeys(sealer.open(wrapped, contextOf(holder.merchant)))
    read.set(holder.tx, keys)
    return keys
  }

  async function make(holder: KeyHolder): Promise<Buffer> {
    const { tx, merchant, now } = holder
    await tx.query(
      `insert into vault.search_keys (merchant_id, wrapped, created_at) values ($1, $2, to_timestamp($3::float8 / 1000)) on conflict do nothing`,
      [merchant, sealer.seal(randomBytes(32), contextOf(merchant)), now],
    )
    // Read back: another process may have been first.
    const made = await find(holder)
    if (!made) throw new Error('The search key just made cannot be read.')
    return made
  }

  return {
    wordsOf,
    async marks(holder, words) {
      const keys = await keysOf(holder)
      return words.map(({ field, word }) => ({
        kind: SEARCH_FIELDS[field],
        value: createHmac('sha256', keys[field]).update(word).digest().readInt32BE(0),
      }))
    },
    async rewrap(holder) {
      const found = await find(holder, 'for update')
      const renewed = found && sealer.renew(found, contextOf(holder.merchant))
      if (!renewed) return 0
      await holder.tx.query('update vault.search_keys set wrapped = $2 where merchant_id = $1', [
        holder.merchant,
        renewed,
      ])
      return 1
    },
  }
}

const fieldKeys = (key: Buffer): FieldKeys =>
  Object.fromEntries(
    (Object.keys(SEARCH_FIELDS) as SearchField[]).map((field) => [
      field,
      createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `millrace search by ${field}`, 32))),
    ]),
  ) as FieldKeys
