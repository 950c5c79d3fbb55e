import { listOf, pageOf, pageQuery } from '#contract/parts.ts'
import {
  permissionTable,
  removal,
  removalQuery,
  user,
  userChange,
  userParams,
  writePermissionTable,
  writeRemoval,
  writeUser,
} from '#contract/people.ts'
import { changeMember, removePerson } from '#flows/change-people.ts'
import type { Deps } from '#flows/deps.ts'
import { handOver } from '#flows/hand-over.ts'
import { type Api, about } from '../api.ts'
import { askerOf } from '../asker.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { checkedValue, foundValue, goodValue } from '../refusal.ts'

/** The users of a merchant, what each may do, and who was removed (U1, M3, D12). */
export function userRoutes(api: Api, deps: Deps): void {
  readRoutes(api, deps)
  const one = { params: userParams }
  const change = about('users:write', ['changeUser', 'Users', 'Changes what a user may do and is told of'], user)
  api.patch(
    '/users/:userId',
    { ...change, schema: { ...change.schema, ...one, body: userChange } },
    async (request) => {
      const { piiUntil, ...rest } = request.body
      const until = piiUntil === undefined || piiUntil === null ? piiUntil : Date.parse(piiUntil)
      const wish = {
        asker: askerOf(request, deps),
        userId: request.params.userId,
        change: { ...rest, piiUntil: until },
      }
      return writeUser(checkedValue(await changeMember(deps, callerOf(request).merchant, wish)), deps.now())
    },
  )

  const remove = about('users:write', ['removeUser', 'Users', 'Ends the access of a user at once'], user)
  api.delete(
    '/users/:userId',
    { ...remove, schema: { ...remove.schema, ...one, querystring: removalQuery } },
    async (request) => {
      const { leftAt } = request.query
      const leaving = { userId: request.params.userId, leftAt: leftAt === undefined ? null : Date.parse(leftAt) }
      const asker = askerOf(request, deps)
      const gone = await removePerson(deps, callerOf(request).merchant, { asker, ...leaving })
      return writeUser(goodValue(gone), deps.now())
    },
  )

  const hand = about('users:write', ['handOver', 'Users', 'Makes another user the owner'], user)
  api.post('/users/:userId/owner', { ...hand, schema: { ...hand.schema, ...one } }, async (request) => {
    const wish = { asker: askerOf(request, deps), to: request.params.userId }
    return writeUser(goodValue(await handOver(deps, callerOf(request).merchant, wish)), deps.now())
  })
}

function readRoutes(api: Api, deps: Deps): void {
  const table = about('users:read', ['listPermissions', 'Users', 'What a user may be given'], permissionTable)
  api.get('/permissions', table, async () => writePermissionTable())

  const list = about('users:read', ['listUsers', 'Users', 'All users of the merchant'], listOf(user))
  api.get('/users', list, async (request) => {
    const members = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listMembers())
    return { rows: members.map((member) => writeUser(member, deps.now())) }
  })

  const get = about('users:read', ['getUser', 'Users', 'One user'], user)
  api.get('/users/:userId', { ...get, schema: { ...get.schema, params: userParams } }, async (request) => {
    const { userId } = request.params
    const found = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.findMember(userId))
    return writeUser(foundValue(found, `user [${userId}] of this merchant`), deps.now())
  })

  const removed = about('users:read', ['listRemovedUsers', 'Users', 'Who was removed, and how fast'], pageOf(removal))
  api.get('/removed-users', { ...removed, schema: { ...removed.schema, querystring: pageQuery } }, async (request) => {
    const { limit, after } = request.query
    const key = readCursor(after, ['number'])?.[0] ?? null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listRemovals({ after: key, limit }),
    )
    return pageReply(rows, { limit, write: writeRemoval, keyOf: (row) => [row.removalId] })
  })
}
