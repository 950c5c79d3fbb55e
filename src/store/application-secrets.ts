import type { Region } from '#core/region.ts'
import type { Pool, Tx } from './db.ts'
import { withoutMerchant } from './db.ts'

/** Runs last in the same transaction: what it notes is there if and only if the change is (U6). */
type Note = (tx: Tx) => Promise<void>

/** A slot of an application's client secret; `sealed` null: the secret of the environment, with its dates. Epoch ms (C5). */
export type SecretSlot = {
  readonly region: Region
  readonly slot: 'current' | 'next'
  readonly sealed: Buffer | null
  readonly addedAt: number
  /** The last day, `YYYY-MM-DD`; null: not known. */
  readonly lapsesOn: string | null
  readonly provenAt: number | null
  /** Amazon sent it to the queue: it is tested and promoted by itself. */
  readonly cameByHint: boolean
}

const COLUMNS = `region, slot, sealed, added_at as "addedAt", lapses_on as "lapsesOn", proven_at as "provenAt", came_by_hint as "cameByHint"`

/** All slots, by region; `current` first. */
export const listSecrets = (pool: Pool): Promise<SecretSlot[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<SecretSlot>(`select ${COLUMNS} from deployment.application_secrets order by region, slot`),
  )

/** Puts a secret into a slot; what was there is gone. */
export const putSecret = (
  pool: Pool,
  { region, slot, sealed, addedAt, lapsesOn, provenAt, cameByHint }: SecretSlot,
  note: Note,
): Promise<void> =>
  withoutMerchant(pool, async (tx) => {
    await tx.query(
      `insert into deployment.application_secrets (region, slot, sealed, added_at, lapses_on, proven_at, came_by_hint)
       values ($1, $2, $3, to_timestamp($4::float8 / 1000), $5, to_timestamp($6::float8 / 1000), $7)
       on conflict (region, slot) do update set sealed = excluded.sealed, added_at = excluded.added_at, lapses_on = excluded.lapses_on,
         proven_at = excluded.proven_at, came_by_hint = excluded.came_by_hint`,
      [region, slot, sealed, addedAt, lapsesOn, provenAt, cameByHint],
    )
    await note(tx)
  })

/** Notes that the next secret was proven; only if it is still the one that was tried. */
export const secretProven = (
  pool: Pool,
  { region, sealed, at }: { readonly region: Region; readonly sealed: Buffer; readonly at: number },
): Promise<boolean> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (
        await tx.query(
          `update deployment.application_secrets set proven_at = to_timestamp($3::float8 / 1000) where region = $1 and slot = 'next' and sealed = $2 returning 1`,
          [region, sealed, at],
        )
      ).length === 1,
  )

/** Puts the proven next secret into the place of the current one, which is forgotten with it; false where no next one is proven, or it is another by now (C5). */
export const promoteSecret = (
  pool: Pool,
  { region, next: wanted, resealed }: { readonly region: Region; readonly next: Buffer; readonly resealed: Buffer },
  note: Note,
): Promise<boolean> =>
  withoutMerchant(pool, async (tx) => {
    const next = await tx.query(
      `delete from deployment.application_secrets where region = $1 and slot = 'next' and sealed = $2 and proven_at is not null
       returning added_at as "addedAt", lapses_on as "lapsesOn", proven_at as "provenAt"`,
      [region, wanted],
    )
    const [row] = next as { addedAt: number; lapsesOn: string | null; provenAt: number }[]
    if (!row) return false
    await tx.query(
      `insert into deployment.application_secrets (region, slot, sealed, added_at, lapses_on, proven_at)
       values ($1, 'current', $2, to_timestamp($3::float8 / 1000), $4, to_timestamp($5::float8 / 1000))
       on conflict (region, slot) do update set sealed = excluded.sealed, added_at = excluded.added_at, lapses_on = excluded.lapses_on, proven_at = excluded.proven_at`,
      [region, resealed, row.addedAt, row.lapsesOn, row.provenAt],
    )
    await note(tx)
    return true
  })

/** Forgets what is in a slot. Says whether there was something. */
export const forgetSecret = (
  pool: Pool,
  { region, slot }: Pick<SecretSlot, 'region' | 'slot'>,
  note: Note,
): Promise<boolean> =>
  withoutMerchant(pool, async (tx) => {
    const gone = await tx.query(
      'delete from deployment.application_secrets where region = $1 and slot = $2 returning 1',
      [region, slot],
    )
    if (gone.length === 1) await note(tx)
    return gone.length === 1
  })

/** Sets the last day of the secret in a slot; the current one of the environment gets a row for it. */
export const setSecretLapse = (
  pool: Pool,
  change: {
    readonly region: Region
    readonly slot: SecretSlot['slot']
    readonly lapsesOn: string | null
    readonly at: number
  },
): Promise<boolean> =>
  withoutMerchant(
    pool,
    async (tx) =>
      (
        await tx.query(
          `insert into deployment.application_secrets (region, slot, added_at, lapses_on)
           select $1, $2, to_timestamp($4::float8 / 1000), $3
           where $2 = 'current' or exists (select from deployment.application_secrets where region = $1 and slot = $2)
           on conflict (region, slot) do update set lapses_on = excluded.lapses_on returning 1`,
          [change.region, change.slot, change.lapsesOn, change.at],
        )
      ).length === 1,
  )
