import type { ConnectionId } from '#core/ids.ts'
import { type People, toldPeople } from '#core/notifications/told-people.ts'
import type { Deps, Tx } from './deps.ts'

const NO_CONNECTION = '' as ConnectionId

/** Whom a merchant has, as who is told follows from it (N1, N2). */
export const readPeople = async ({ store }: Tx): Promise<People> => ({
  members: await store.listMembers(),
  named: await store.listNotifiedPeople(),
  owner: await store.ownerAddress(),
})

/** Takes off what waits for people who are told no more, and looks anew who is to be told. */
export async function takeOffMails(tx: Tx, deps: Deps): Promise<void> {
  const at = deps.now()
  const addresses = toldPeople(await readPeople(tx), at).map((person) => person.address)
  const subjects = await tx.store.removeMailsExcept({ addresses, at })
  await tx.store.clearProblems({ connection: NO_CONNECTION, codes: ['mail-refused'], subjects, at })
  await tx.wake('notify')
}
