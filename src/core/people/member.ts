import type { Topic } from '../notifications/topics.ts'
import type { Given } from './acting-permissions.ts'

/** Somebody who works for a merchant, with what was given and of what is told (U1, N1). Instants in epoch ms. */
export type Member = Given & {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly groups: readonly string[]
  readonly topics: readonly Topic[]
  readonly createdAt: number
  readonly createdBy: string
  readonly disabledAt: number | null
}

/** A name for a set of permissions (U1). */
export type Group = { readonly groupId: string; readonly name: string; readonly permissions: readonly string[] }
