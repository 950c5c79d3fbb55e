import type { MerchantId } from '#core/ids.ts'
import type { Actor, ChangedSection, SettingsChange, Way } from '#core/settings/settings-change.ts'
import type { Tx } from './db.ts'
import type { PageOf } from './items.ts'

/** One saving of a section that changed something; `at` in epoch ms. */
export type SavedChange = {
  readonly changeId: number
  readonly section: ChangedSection
  readonly at: number
  readonly who: string
  readonly way: Way
  readonly changes: readonly SettingsChange[]
}

/** Writes down who changed what of a section (U6, D38). */
export const addSettingsChange = (
  tx: Tx,
  merchant: MerchantId,
  { section, at, by, changes }: Pick<SavedChange, 'section' | 'at' | 'changes'> & { readonly by: Actor },
) =>
  tx.query(
    `insert into millrace.settings_changes (merchant_id, section, at, who, way, changes)
     values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6)`,
    [merchant, section, at, by.who, by.way, JSON.stringify(changes)],
  )

/** The history of a section, or of all, the newest first. */
export const listSettingsChanges = (
  tx: Tx,
  merchant: MerchantId,
  { section, after, limit }: PageOf<number> & { readonly section: ChangedSection | null },
): Promise<SavedChange[]> =>
  tx.query<SavedChange>(
    `select change_id as "changeId", section, at, who, way, changes from millrace.settings_changes
     where merchant_id = $1 and ($2::text is null or section = $2) and ($3::bigint is null or change_id < $3)
     order by change_id desc limit $4`,
    [merchant, section, after, limit],
  )
