import type { FastifyRequest } from 'fastify'
import {
  merchantBody,
  merchantParams,
  merchantQuery,
  merchantState,
  operatedMerchant,
  removalBody,
  writeMerchantState,
  writeOperated,
} from '#contract/deployment.ts'
import { pageOf } from '#contract/parts.ts'
import { invited } from '#contract/people.ts'
import { isFresh } from '#core/sign-in/session-ends.ts'
import { addMerchant } from '#flows/add-merchant.ts'
import type { Deps } from '#flows/deps.ts'
import { inviteOwner, readDeployment, removeMerchant, suspendMerchant } from '#flows/operate-merchants.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { personOf } from '../guard.ts'
import { checkedValue, goodValue } from '../refusal.ts'
import { writeInvited } from './invitations.ts'

/** What operators of the deployment do: merchants come, rest and go; of their work only counts are seen (M2). */
export function deploymentRoutes(api: Api, deps: Deps): void {
  const list = about(
    'operator',
    ['listMerchants', 'Deployment', 'All merchants, and how their work stands'],
    pageOf(operatedMerchant),
  )
  api.get(
    '/deployment/merchants',
    { ...list, schema: { ...list.schema, querystring: merchantQuery } },
    async (request) => {
      const { after, limit, text } = request.query
      const rows = await readDeployment(deps, { after: readCursor(after, ['string'])?.[0] ?? null, limit, text })
      return pageReply(rows, { limit, write: writeOperated, keyOf: ({ merchant }) => [merchant.id] })
    },
  )

  const add = about('operator', ['addMerchant', 'Deployment', 'Creates a merchant'], merchantState)
  api.post('/deployment/merchants', { ...add, schema: { ...add.schema, body: merchantBody } }, async (request) => {
    const { id = null, ...rest } = request.body
    return writeMerchantState(checkedValue(await addMerchant(deps, { id, ...rest }, personOf(request).email)))
  })

  const one = { params: merchantParams }
  for (const [verb, name, summary] of SWITCHES) {
    const turn = about('operator', [name, 'Deployment', summary], merchantState)
    api.post(
      `/deployment/merchants/:merchantId/${verb}`,
      { ...turn, schema: { ...turn.schema, ...one } },
      async (request) => {
        const wish = { id: request.params.merchantId, by: personOf(request).email, suspended: verb === 'suspend' }
        return writeMerchantState(goodValue(await suspendMerchant(deps, wish)))
      },
    )
  }

  const owner = about(
    'operator',
    ['inviteOwner', 'Deployment', 'Invites the owner of a merchant that has none yet'],
    invited,
  )
  api.post(
    '/deployment/merchants/:merchantId/owner',
    { ...owner, schema: { ...owner.schema, ...one } },
    async (request) => {
      const wish = { id: request.params.merchantId, ...byOf(request, deps) }
      return writeInvited(checkedValue(await inviteOwner(deps, wish)), deps.now())
    },
  )

  const remove = about(
    'operator',
    ['removeMerchant', 'Deployment', 'Removes a merchant with everything, for ever'],
    merchantState,
  )
  const schema = { ...remove.schema, ...one, body: removalBody }
  api.delete('/deployment/merchants/:merchantId', { ...remove, schema }, async (request) => {
    const wish = { id: request.params.merchantId, name: request.body.name, ...byOf(request, deps) }
    return writeMerchantState(goodValue(await removeMerchant(deps, wish)))
  })
}

const SWITCHES = [
  ['suspend', 'suspendMerchant', 'Stops all work, keys and people of a merchant'],
  ['resume', 'resumeMerchant', 'Lets a suspended merchant go on'],
] as const

const byOf = (request: FastifyRequest, deps: Deps) => {
  const { email, secondFactorAt } = personOf(request)
  return { by: email, fresh: isFresh(secondFactorAt, deps.now()) }
}
