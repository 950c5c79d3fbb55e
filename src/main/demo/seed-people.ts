import { randomBytes } from 'node:crypto'
import { generateSync } from 'otplib/functional'
import { dayOf } from '#core/orders/merchant-time.ts'
import { operatorAs } from '#core/people/giver.ts'
import { isOfPii } from '#core/permissions.ts'
import { checkPassword } from '#core/sign-in/check-password.ts'
import { changeMember } from '#flows/change-people.ts'
import type { Deps } from '#flows/deps.ts'
import { inviteOperator } from '#flows/invite-operator.ts'
import { invitePerson } from '#flows/invite-person.ts'
import type { SignIn } from '#sign-in/sign-in.ts'
import { must } from './must.ts'
import { type DemoPerson, PEOPLE } from './people.ts'
import { MERCHANT } from './sample-merchant.ts'

const ASKER = operatorAs('the demo')
const HERE = { address: '127.0.0.1', agent: 'the demo' }

/**
 * Lets the demo's people in by the way that everybody takes: an invitation, a password, a second factor. Nobody knows the password, and
 * nobody has the factor: they come in by the demo's own door (`door.ts`).
 */
export async function seedPeople(deps: Deps, signIn: SignIn): Promise<void> {
  if ((await deps.transaction(MERCHANT.id, 'app', (tx) => tx.store.listMembers())).length > 0) return
  for (const person of PEOPLE) await letIn(deps, signIn, person)
}

async function letIn(deps: Deps, signIn: SignIn, person: DemoPerson): Promise<void> {
  const { path } = person.operator
    ? must(await inviteOperator(deps, { by: ASKER.name, email: person.email }))
    : must(await invitePerson(deps, MERCHANT.id, { asker: ASKER, wanted: wantedOf(person), asOwner: person.owner }))
  const secret = path.slice(path.indexOf('#') + 1)
  const password = drawPassword(person)
  const token = must(await signIn.acceptAsNew({ secret, name: person.name, password }, HERE))
  const session = await signIn.find(token)
  if (session === null || session === 'over') throw new Error('The session of the demo was not found.')
  const { seed } = must(await signIn.beginApp(session))
  const code = generateSync({ secret: seed, epoch: Math.floor(deps.now() / 1000) })
  must(await signIn.confirmApp(session, { code, from: HERE }))
  await signIn.endSession(session, { only: session.sessionId })
  if (!person.permissions.some(isOfPii)) return
  const change = { permissions: person.permissions, trainedOn: dayOf(deps.now(), MERCHANT.timeZone) }
  must(await changeMember(deps, MERCHANT.id, { asker: ASKER, userId: session.userId, change }))
}

/** What opens buyer data is given after somebody is in, never by an invitation (D15). */
const wantedOf = ({ email, permissions }: DemoPerson) => ({
  email,
  permissions: permissions.filter((each) => !isOfPii(each)),
  groups: [],
  topics: [],
})

/** A password that nobody knows. Now and then one holds a part of a name, or four of one letter: then another is drawn (D16). */
function drawPassword(whose: DemoPerson): string {
  for (;;) {
    const password = `Aa1!${randomBytes(24).toString('base64url')}`
    if (checkPassword(password, whose).ok) return password
  }
}
