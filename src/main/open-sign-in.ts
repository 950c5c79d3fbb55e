import { isAddress } from '#core/notifications/notified-people.ts'
import type { SignIn } from '#sign-in/sign-in.ts'
import { composeSignIn } from './compose-sign-in.ts'
import type { Installation } from './installation.ts'

/** A link for somebody who must come in first, as it is shown at the start. */
export type ShownLink = { readonly merchant: string | null; readonly email: string; readonly link: string }

/** Sign-in of a running server, and what stops it. */
export type OpenSignIn = { readonly signIn: SignIn; stop(): Promise<void> }

const EVERY = 60_000

/** Opens sign-in for a server: every minute what waits is sent and what is over goes (U6). */
export function openSignIn({ shop, deps, config }: Installation): OpenSignIn {
  const signIn = composeSignIn(shop.pool, deps)
  const tidy = () =>
    signIn
      .tidy({ historyDays: config.retention.auditDays })
      .catch((error: Error) => deps.log.alarm('Sessions that are over could not be taken away.', { error: error.name }))
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(tidy)
  }, EVERY).unref()
  return {
    signIn,
    async stop() {
      clearInterval(timer)
      await running
      await signIn.settled()
    },
  }
}

/** The links of who must come in first, where nobody is in yet: printed at the start, kept nowhere (U1). */
export async function firstLinks({ config }: Installation, signIn: SignIn, address: string): Promise<ShownLink[]> {
  const contact = config.incidentContact
  const links = await signIn.makeFirstLinks(contact !== null && isAddress(contact) ? contact : null)
  const start = config.publicUrl ?? address
  return links.map(({ merchant, email, secret }) => ({ merchant, email, link: `${start}/welcome#${secret}` }))
}
