import type { MerchantId } from '#core/ids.ts'
import { checkGroup, type EnteredGroup } from '#core/people/check-group.ts'
import { type Asker, mayGive } from '#core/people/giver.ts'
import type { Group } from '#core/people/member.ts'
import { ALL_PERMISSIONS } from '#core/permissions.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { type Checked, refused } from '#core/settings/faults.ts'
import { admitGiver, withdrawOfWhoMayNot } from './change-people.ts'
import type { Deps } from './deps.ts'

/** A group as it is to be; without an id a new one. */
export type WantedGroup = EnteredGroup & { readonly groupId: string | null }

/** Saves a group: what it gives to its members, the giver must hold (U1). */
export const saveGroup = (
  deps: Deps,
  merchant: MerchantId,
  { asker, wanted }: { readonly asker: Asker; readonly wanted: WantedGroup },
): Promise<Checked<Group>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const giver = await admitGiver(tx, asker, at)
    if (!giver.ok) return refused(giver)
    const groups = await tx.store.listGroups()
    const before = groups.find((group) => group.groupId === wanted.groupId)
    if (wanted.groupId !== null && !before) return refused(failed('not-found', { what: `group [${wanted.groupId}]` }))
    const checked = checkGroup(
      wanted,
      groups.filter((group) => group !== before),
    )
    if (!checked.ok) return checked
    const { name, permissions } = checked.value
    const may = mayGive(
      giver.value,
      ALL_PERMISSIONS.filter((each) => permissions.includes(each) && !before?.permissions.includes(each)),
    )
    if (!may.ok) return refused(may)
    const groupId = wanted.groupId ?? `G${deps.fingerprint(deps.newSecret().secret).slice(0, 12)}`
    const group = { groupId, name, permissions }
    await tx.store.saveGroup(group)
    const members = await tx.store.listMembers()
    await withdrawOfWhoMayNot(
      tx,
      members.filter((member) => member.groups.includes(groupId)),
      at,
    )
    tx.noteAct({ at, act: 'group-changed', who: asker.name, about: name, merchant, facts: { groupId, permissions } })
    return { ok: true, value: group }
  })

/** Removes a group that nobody is in any more (U1). */
export const removeGroup = (
  deps: Deps,
  merchant: MerchantId,
  { asker, groupId }: { readonly asker: Asker; readonly groupId: string },
): Promise<Result<Group>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const giver = await admitGiver(tx, asker, at)
    if (!giver.ok) return giver
    const group = (await tx.store.listGroups()).find((each) => each.groupId === groupId)
    if (!group) return failed('not-found', { what: `group [${groupId}]` })
    const user = (await tx.store.listMembers()).find((member) => member.groups.includes(groupId))
    if (user) return failed('still-used', { what: `The group [${group.name}]`, by: user.email })
    await tx.store.removeGroup(groupId)
    tx.noteAct({ at, act: 'group-removed', who: asker.name, about: group.name, merchant, facts: { groupId } })
    return ok(group)
  })
