import { listOf } from '#contract/parts.ts'
import { group, groupBody, groupParams, writeGroup } from '#contract/people.ts'
import type { Deps } from '#flows/deps.ts'
import { removeGroup, saveGroup } from '#flows/save-group.ts'
import { type Api, about } from '../api.ts'
import { askerOf } from '../asker.ts'
import { callerOf } from '../guard.ts'
import { checkedValue, goodValue } from '../refusal.ts'

/** Groups: names for sets of permissions (U1). */
export function groupRoutes(api: Api, deps: Deps): void {
  const list = about('users:read', ['listGroups', 'Users', 'All groups'], listOf(group))
  api.get('/groups', list, async (request) => {
    const groups = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listGroups())
    return { rows: groups.map(writeGroup) }
  })

  const add = about('users:write', ['addGroup', 'Users', 'Adds a group'], group)
  api.post('/groups', { ...add, schema: { ...add.schema, body: groupBody } }, async (request) => {
    const wish = { asker: askerOf(request, deps), wanted: { ...request.body, groupId: null } }
    return writeGroup(checkedValue(await saveGroup(deps, callerOf(request).merchant, wish)))
  })

  const put = about('users:write', ['saveGroup', 'Users', 'Changes a group'], group)
  const schema = { ...put.schema, params: groupParams, body: groupBody }
  api.put('/groups/:groupId', { ...put, schema }, async (request) => {
    const wish = { asker: askerOf(request, deps), wanted: { ...request.body, groupId: request.params.groupId } }
    return writeGroup(checkedValue(await saveGroup(deps, callerOf(request).merchant, wish)))
  })

  const remove = about('users:write', ['removeGroup', 'Users', 'Removes a group that nobody is in'], group)
  api.delete('/groups/:groupId', { ...remove, schema: { ...remove.schema, params: groupParams } }, async (request) => {
    const wish = { asker: askerOf(request, deps), groupId: request.params.groupId }
    return writeGroup(goodValue(await removeGroup(deps, callerOf(request).merchant, wish)))
  })
}
