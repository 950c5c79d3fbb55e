import { actingPermissions } from '../people/acting-permissions.ts'
import type { Member } from '../people/member.ts'
import type { NotifiedPerson } from './notified-people.ts'
import { TOPICS } from './topics.ts'

/** Whom a merchant has: its users; from the time before there were any, the addresses that were named, and the owner's. */
export type People = {
  readonly members: readonly Member[]
  readonly named: readonly NotifiedPerson[]
  readonly owner: string
}

/**
 * Who is told of what: of each topic the users who have it; with none who has it, every user with Edit Settings (N1, N2). A merchant
 * without users has the addresses that were named told, and with nobody named its owner's, of everything.
 */
export function toldPeople({ members, named, owner }: People, now: number): readonly NotifiedPerson[] {
  const present = members.filter((member) => member.disabledAt === null)
  if (present.length === 0) return named.length > 0 ? named : [{ address: owner, topics: TOPICS }]
  const untold = TOPICS.filter((topic) => !present.some((member) => member.topics.includes(topic)))
  return present.flatMap((member) => {
    const edits = actingPermissions(member, now).includes('Edit Settings')
    const topics = TOPICS.filter((topic) => member.topics.includes(topic) || (edits && untold.includes(topic)))
    return topics.length === 0 ? [] : [{ address: member.email, topics }]
  })
}

/** The addresses that were named and are no user's: nobody is told there any more (N1). */
export const formerAddresses = ({ members, named }: People): readonly string[] =>
  members.length === 0
    ? []
    : named
        .map((person) => person.address)
        .filter((address) => !members.some((member) => member.email === address.toLowerCase()))
