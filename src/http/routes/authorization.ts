import type { FastifyRequest } from 'fastify'
import {
  beganReply,
  beginBody,
  confirmBody,
  consentParams,
  consentReply,
  visitBody,
  visitReply,
} from '#contract/authorization.ts'
import { writeInstant } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import type { MerchantId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import { REGIONS } from '#core/region.ts'
import { beginConsent, type ConsentBegun } from '#flows/begin-consent.ts'
import type { Deps } from '#flows/deps.ts'
import { confirmVisit, showVisit } from '#flows/visit-consent.ts'
import type { PendingConsent } from '#store/consents.ts'
import { type Api, about } from '../api.ts'
import { callerOf } from '../guard.ts'
import { foundValue, goodValue, Refusal } from '../refusal.ts'

/** Who asks, as a consent is bound: a person with the permission to edit settings, in a session (C3). A program cannot consent for a seller. */
export function consentOwner(request: FastifyRequest): {
  readonly merchant: MerchantId
  readonly userId: string
  readonly sessionId: string
  readonly who: string
} {
  const { merchant, scopes, by } = callerOf(request)
  if (by.kind !== 'user' || !scopes.includes('settings:write'))
    throw new Refusal({ status: 403, title: 'Not allowed', detail: 'This needs the permission "Edit Settings".' })
  const { userId, sessionId, email } = by.user
  return { merchant, userId, sessionId, who: email }
}

/** "Authorize at Amazon": the way to Seller Central and back (C3). For people only. */
export function authorizationRoutes(api: Api, deps: Deps): void {
  const begin = about('member', ['beginAuthorization', 'Connections', 'Begins "Authorize at Amazon"'], beganReply)
  api.post('/authorization/begin', { ...begin, schema: { ...begin.schema, body: beginBody } }, async (request) => {
    const owner = consentOwner(request)
    const { region, country, raisePlan } = request.body
    const begun = goodValue(await beginConsent(deps, owner, { region, country, raisesPlan: raisePlan }))
    await noteBegun(deps, owner, region)
    return writeBegun(begun)
  })

  const show = about('member', ['showVisit', 'Connections', 'Shows what Amazon handed to the Login URI'], visitReply)
  api.post('/authorization/visit', { ...show, schema: { ...show.schema, body: visitBody } }, async (request) => {
    const owner = consentOwner(request)
    const shown = goodValue(await showVisit(deps, owner, { handle: request.body.visit, regions: REGIONS }))
    const merchant = foundValue(await deps.deployment.findMerchant(owner.merchant), 'such merchant')
    return { ...shown, regions: [...shown.regions], merchant: merchant.name }
  })

  const confirm = about('member', ['confirmVisit', 'Connections', 'Confirms it for the merchant'], beganReply)
  api.post(
    '/authorization/confirm',
    { ...confirm, schema: { ...confirm.schema, body: confirmBody } },
    async (request) => {
      const owner = consentOwner(request)
      const { visit, region, raisePlan } = request.body
      const begun = goodValue(await confirmVisit(deps, owner, { handle: visit, region, raisesPlan: raisePlan }))
      await noteBegun(deps, owner, region)
      return writeBegun(begun)
    },
  )

  const read = about('member', ['readConsent', 'Connections', 'How a consent stands or ended'], consentReply)
  const readOptions = { ...read, schema: { ...read.schema, params: consentParams } }
  api.get('/authorization/consents/:consent', readOptions, async (request) => {
    const { merchant } = callerOf(request)
    const all = await deps.deployment.listConsents(merchant)
    const found = all.find(({ consentId }) => consentId === request.params.consent)
    return writeConsent(foundValue(found, 'consent with this name'), deps.now())
  })
}

const noteBegun = (deps: Deps, { merchant, who }: { merchant: MerchantId; who: string }, region: string) =>
  deps.deployment.noteAct({ at: deps.now(), act: 'authorization-begun', who, about: region, merchant })

const writeBegun = ({ consentId, address, expiresAt }: ConsentBegun) => ({
  consent: consentId,
  address,
  expiresAt: writeInstant(expiresAt),
})

function writeConsent(consent: PendingConsent, now: number) {
  const { consentId, connection, problem: code, usedAt, expiresAt } = consent
  const facts = { connection: connection ?? consentId, region: consent.region ?? '' }
  const state =
    connection !== null
      ? ('connected' as const)
      : code !== null
        ? ('refused' as const)
        : expiresAt <= now || usedAt !== null
          ? ('expired' as const)
          : ('pending' as const)
  return { consent: consentId, state, connection, problem: code === null ? null : writeProblem(problem(code, facts)) }
}
