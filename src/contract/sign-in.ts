import { z } from 'zod'
import { STAGES } from '#core/sign-in/session-stage.ts'
import { instant, text } from './parts.ts'

const email = text(3, 254)
const password = z.string().min(1).max(400)
const code = text(6, 40)
const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is not the secret of a link of ours')
const passkeyResponse = z.looseObject({ id: text(0, 2000) }).describe('What the browser gave, as JSON.')

/** The first step of signing in. */
export const signInBody = z.strictObject({ email, password }).meta({ id: 'SignInBody' })

/** A passkey's answer, alone. */
export const passkeyBody = z.strictObject({ response: passkeyResponse }).meta({ id: 'PasskeyBody' })

/** The second factor: one of three. */
export const secondFactorBody = z
  .union([
    z.strictObject({ code: code.describe('The six figures that the authenticator app shows.') }),
    z.strictObject({ recoveryCode: code }),
    z.strictObject({ passkey: passkeyResponse }),
  ])
  .meta({ id: 'SecondFactorBody' })

/** The session, as its page needs it. */
export const session = z
  .object({
    stage: z.enum(STAGES).describe('What is asked for before anything else may be done; `ready`: nothing.'),
    email: z.string(),
    name: z.string(),
    operator: z.boolean(),
    merchant: z.string().nullable().describe('The merchant that is worked for in this session.'),
    merchants: z.array(
      z.object({
        merchant: z.string(),
        name: z.string(),
        owner: z.boolean(),
        suspended: z.boolean(),
        timeZone: z.string().describe('Times of this merchant are told in it.'),
      }),
    ),
    permissions: z.array(z.string()).describe('What may be done for that merchant now.'),
    secondFactorAt: instant.nullable().describe('When the second factor was last shown.'),
    freshUntil: instant.nullable().describe('Until when that counts for what asks for a fresh one.'),
    endsAt: instant.describe('When the session ends if it is not used.'),
    csrf: z.string().describe('To be sent as the header `millrace-csrf` with every change.'),
  })
  .meta({ id: 'Session', description: 'Who is signed in, and how far.' })

/** What the browser's passkey functions take. */
export const passkeyOptions = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' })

/** The merchant to work for. */
export const merchantBody = z.strictObject({ merchant: text(0, 20) }).meta({ id: 'ChosenMerchant' })

/** A new seed for an authenticator app. */
export const newSeed = z
  .object({
    seed: z.string().describe('To be typed where no picture can be read.'),
    uri: z.string(),
    svg: z.string().describe('The same as a QR code.'),
  })
  .meta({ id: 'NewAuthenticatorApp' })

/** The first code of a new authenticator app. */
export const codeBody = z.strictObject({ code }).meta({ id: 'CodeBody' })

/** A new passkey. */
export const newPasskeyBody = z
  .strictObject({ name: text(1, 60).trim(), response: passkeyResponse })
  .meta({ id: 'NewPasskeyBody' })

/** The recovery codes where they are new: shown this once. */
export const factorsChanged = z
  .object({ recoveryCodes: z.array(z.string()).nullable(), session })
  .meta({ id: 'FactorsChanged' })

/** The second factors of a person. */
export const factors = z
  .object({
    app: instant.nullable().describe('Since when an authenticator app is in use.'),
    passkeys: z.array(
      z.object({ passkeyId: z.string(), name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() }),
    ),
    recoveryCodesLeft: z.int(),
  })
  .meta({ id: 'Factors' })

export const passkeyParams = z.strictObject({ passkeyId: text(0, 2000) })

/** A new password instead of the one before. */
export const passwordBody = z.strictObject({ current: password, password }).meta({ id: 'PasswordBody' })

/** A session of a person, in a list. */
export const openSession = z
  .object({
    sessionId: z.string(),
    current: z.boolean().describe('Whether it is the one that asks.'),
    signedInAt: instant,
    lastUsedAt: instant,
    address: z.string(),
    browser: z.string(),
  })
  .meta({ id: 'OpenSession' })

export const sessionParams = z.strictObject({ sessionId: text(0, 40) })

/** How many sessions were ended. */
export const ended = z.object({ ended: z.int() }).meta({ id: 'EndedSessions' })

/** One line of the history of sign-ins. */
export const signIn = z
  .object({ at: instant, how: z.string(), outcome: z.string(), address: z.string(), browser: z.string() })
  .meta({ id: 'SignIn' })

/** The secret of a link. */
export const secretBody = z.strictObject({ secret }).meta({ id: 'LinkSecret' })

/** An invitation, as its link shows it. */
export const invited = z
  .object({ email: z.string(), merchant: z.string().nullable(), by: z.string() })
  .meta({ id: 'ShownInvitation', description: 'Who is invited, to which merchant (null: as an operator), by whom.' })

/** Accepting an invitation as somebody new. */
export const acceptBody = z.strictObject({ secret, name: text(0, 200), password }).meta({ id: 'AcceptBody' })

/** Whose password is forgotten. */
export const forgottenBody = z.strictObject({ email }).meta({ id: 'ForgottenBody' })

/** The same answer for every address. */
export const forgotten = z.object({ sentence: z.string() }).meta({ id: 'Forgotten' })

/** Whose password a link sets. */
export const resetOf = z.object({ email: z.string(), name: z.string() }).meta({ id: 'ResetOf' })

/** A new password by a link. */
export const resetBody = z.strictObject({ secret, password }).meta({ id: 'ResetBody' })

/** It is done, and nobody is signed in by it. */
export const resetDone = z.object({ email: z.string() }).meta({ id: 'ResetDone' })

/** Who may try again. */
export const unlocked = z.object({ userId: z.string(), email: z.string() }).meta({ id: 'Unlocked' })
