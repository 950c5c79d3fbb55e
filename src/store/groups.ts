import type { MerchantId } from '#core/ids.ts'
import type { Group } from '#core/people/member.ts'
import type { Tx } from './db.ts'

/** The groups of a merchant, by name (U1). */
export const listGroups = (tx: Tx, merchant: MerchantId): Promise<Group[]> =>
  tx.query<Group>(
    'select group_id as "groupId", name, permissions from deployment.groups where merchant_id = $1 order by name, group_id',
    [merchant],
  )

/** Saves a group under its id. */
export const saveGroup = (tx: Tx, merchant: MerchantId, { groupId, name, permissions }: Group) =>
  tx.query(
    `insert into deployment.groups (merchant_id, group_id, name, permissions) values ($1, $2, $3, $4)
     on conflict (merchant_id, group_id) do update set name = excluded.name, permissions = excluded.permissions`,
    [merchant, groupId, name, [...permissions]],
  )

/** Removes a group. */
export const removeGroup = (tx: Tx, merchant: MerchantId, groupId: string) =>
  tx.query('delete from deployment.groups where merchant_id = $1 and group_id = $2', [merchant, groupId])
