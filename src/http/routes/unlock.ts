import { userParams } from '#contract/people.ts'
import { unlocked } from '#contract/sign-in.ts'
import type { Door } from '../admit-person.ts'
import { type Api, about } from '../api.ts'
import { askerOf } from '../asker.ts'
import { callerOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

/** Who looks after the users of a merchant lets one of them try again who was locked out (D10). */
export function unlockRoutes(api: Api, { deps, signIn }: Door): void {
  const words = ['unlockUser', 'Users', 'Lets a user try again after ten wrong tries'] as const
  const unlock = about('users:write', words, unlocked)
  api.post(
    '/users/:userId/unlock',
    { ...unlock, schema: { ...unlock.schema, params: userParams } },
    async (request) => {
      const { name } = askerOf(request, deps)
      const { userId } = request.params
      const found = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.findMember(userId))
      const { email } = foundValue(found, `user [${userId}] of this merchant`)
      goodValue(await signIn.unlock({ email, who: name }))
      return { userId, email }
    },
  )
}
