import type { Deps } from '#flows/deps.ts'
import { PRODUCTION_COST } from '#sign-in/hash-password.ts'
import type { Cost } from '#sign-in/parts.ts'
import { createSignIn, type SignIn } from '#sign-in/sign-in.ts'
import type { Pool } from '#store/db.ts'

/** Sign-in beside the flows, on the same database, clock, seal, mail server and audit; `cost` is for tests, which hash cheaply. */
export const composeSignIn = (pool: Pool, deps: Deps, cost: Cost = PRODUCTION_COST): SignIn =>
  createSignIn({
    pool,
    now: deps.now,
    cost,
    secrets: deps.secrets,
    publicUrl: deps.mails.publicUrl,
    sendMail: (mail) => deps.mails.send(mail),
    noteAct: (act, tx) => deps.deployment.noteAct(act, tx),
    log: deps.log,
  })
