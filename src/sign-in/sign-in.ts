import type { Result } from '#core/problems.ts'
import { acceptAsKnown, acceptAsNew, lookAtInvitation } from './accept-invitation.ts'
import { changePassword, lookAtReset, mailReset, makeReset, mayAskReset, resetPassword } from './change-password.ts'
import type { Engine } from './engine.ts'
import { makeFirstLinks } from './first-links.ts'
import { createHasher } from './hash-password.ts'
import { signInsOf } from './history.ts'
import { disable, enable, endAllSessions, findUser, forgetFactors, tidy, unlock } from './look-after.ts'
import type { From, SignInParts } from './parts.ts'
import { authenticationOptions } from './passkeys.ts'
import { chooseMerchant, endSession, findSession, sessionsOf } from './sessions.ts'
import {
  addPasskey,
  beginApp,
  beginPasskey,
  confirmApp,
  factorsOf,
  removeFactor,
  renewRecoveryCodes,
} from './set-up-factors.ts'
import { showFactor, signInByPasskey } from './show-factor.ts'
import { signInByPassword } from './sign-in-by-password.ts'
import { sendMails } from './user-mails.ts'

type AfterEngine<F> = F extends (engine: Engine, ...rest: infer Rest) => infer R ? (...rest: Rest) => R : never

/** Who a person is: passwords, second factors, sessions, links (U6). */
export type SignIn = ReturnType<typeof createSignIn>

/** Sign-in on one database. What is sent by mail goes out beside the request: `settled` waits for it. */
export function createSignIn(parts: SignInParts) {
  const engine: Engine = { ...parts, hasher: createHasher(parts.cost) }
  let beside: Promise<unknown> = Promise.resolve()
  const later = (work: () => Promise<unknown>) => {
    beside = beside
      .then(work)
      .catch((error: Error) => parts.log.alarm('Mails about accounts wait.', { error: error.name }))
  }
  const bind = <F extends (engine: Engine, ...rest: never[]) => unknown>(f: F) =>
    ((...rest: never[]) => f(engine, ...rest)) as AfterEngine<F>
  /** The same, and afterwards what was written goes out. */
  const telling = <F extends (engine: Engine, ...rest: never[]) => Promise<unknown>>(f: F) =>
    (async (...rest: never[]) => {
      const outcome = await f(engine, ...rest)
      later(() => sendMails(engine))
      return outcome
    }) as AfterEngine<F>
  return {
    byPassword: telling(signInByPassword),
    byPasskey: telling(signInByPasskey),
    passkeyOptions: bind(authenticationOptions),
    find: bind(findSession),
    showFactor: telling(showFactor),
    factors: bind(factorsOf),
    beginApp: bind(beginApp),
    confirmApp: telling(confirmApp),
    beginPasskey: bind(beginPasskey),
    addPasskey: telling(addPasskey),
    removeFactor: telling(removeFactor),
    renewRecoveryCodes: telling(renewRecoveryCodes),
    changePassword: telling(changePassword),
    /** Takes the wish for a reset link; whether there is such a person shows in no answer and in no time. */
    async askReset(email: string, { address }: From): Promise<Result<void>> {
      const may = await mayAskReset(engine, address)
      if (!may.ok) return may
      later(async () => {
        await mailReset(engine, email)
        await sendMails(engine)
      })
      return may
    },
    makeReset: bind(makeReset),
    lookAtReset: bind(lookAtReset),
    resetPassword: telling(resetPassword),
    lookAtInvitation: bind(lookAtInvitation),
    acceptAsNew: telling(acceptAsNew),
    acceptAsKnown: bind(acceptAsKnown),
    sessions: bind(sessionsOf),
    endSession: bind(endSession),
    chooseMerchant: bind(chooseMerchant),
    history: bind(signInsOf),
    findUser: bind(findUser),
    unlock: bind(unlock),
    disable: bind(disable),
    enable: bind(enable),
    endAllSessions: bind(endAllSessions),
    forgetFactors: bind(forgetFactors),
    makeFirstLinks: bind(makeFirstLinks),
    tidy: bind(tidy),
    settled: () => beside,
    hashesComputed: () => engine.hasher.computed(),
  }
}
