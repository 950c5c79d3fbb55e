import type { FastifyRequest } from 'fastify'
import {
  merchantBody,
  merchantParams,
  merchantState,
  operatedMerchant,
  removalBody,
  writeMerchantState,
  writeOperated,
} from '#contract/deployment.ts'
import { listOf } from '#contract/parts.ts'
import { isFresh } from '#core/sign-in/session-ends.ts'
import { addMerchant } from '#flows/add-merchant.ts'
import type { Deps } from '#flows/deps.ts'
import { readDeployment, removeMerchant, suspendMerchant } from '#flows/operate-merchants.ts'
import { type Api, about } from '../api.ts'
import { personOf } from '../guard.ts'
import { checkedValue, goodValue } from '../refusal.ts'

/** What operators of the deployment do: merchants come, rest and go; of their work only counts are seen (M2). */
export function deploymentRoutes(api: Api, deps: Deps): void {
  const list = about(
    'operator',
    ['listMerchants', 'Deployment', 'All merchants, and how their work stands'],
    listOf(operatedMerchant),
  )
  api.get('/deployment/merchants', list, async () => ({ rows: (await readDeployment(deps)).map(writeOperated) }))

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
