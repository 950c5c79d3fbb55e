import { addApiKey, findApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
import {
  forgetSecret,
  listSecrets,
  promoteSecret,
  putSecret,
  secretProven,
  setSecretLapse,
} from './application-secrets.ts'
import { bucketsOf } from './buckets.ts'
import { listCalls, pageOfCalls } from './calls.ts'
import { addConsent, endConsent, findConsent, listConsents, openConsent, renewState, useConsent } from './consents.ts'
import type { Pool } from './db.ts'
import { listDeploymentProblems } from './deployment-problems.ts'
import { callsOfConnections, databaseStanding, workStanding } from './deployment-standing.ts'
import { forgetOldHints, hintQueue, holdersOf, noteQueueLook, noteStrangeHint, wakeSubscriptions } from './hints.ts'
import { inviteOperator } from './invitations.ts'
import { drawTokens } from './key-buckets.ts'
import { findMembership, merchantsOfUser } from './memberships.ts'
import { pageOfMerchants } from './merchant-standing.ts'
import { addMerchant, findMerchant, listMerchants, readMode, suspendMerchant, writeMode } from './merchants.ts'
import { listOperators, operatorTold, takeTelling } from './operators.ts'
import { choosePlan, listPlans, planOf, savePlans } from './plans.ts'
import { keepDefinition, keptDefinition, withdrawDefinition } from './product-types.ts'
import { forgetDestination, listDestinations, saveDestination } from './subscriptions.ts'

type AfterPool<F> = F extends (pool: Pool, ...rest: infer Rest) => infer R ? (...rest: Rest) => R : never
const bind = <F extends (pool: Pool, ...rest: never[]) => unknown>(pool: Pool, f: F) =>
  ((...rest: never[]) => f(pool, ...rest)) as AfterPool<F>

/** What belongs to the deployment and to no merchant's data: merchants, keys, mode, calls, due times. */
export type Deployment = ReturnType<typeof deploymentStore>

/** Binds the deployment's tables to a pool. */
export const deploymentStore = (pool: Pool) => ({
  addMerchant: bind(pool, addMerchant),
  listMerchants: bind(pool, listMerchants),
  pageOfMerchants: bind(pool, pageOfMerchants),
  workStanding: bind(pool, workStanding),
  databaseStanding: bind(pool, databaseStanding),
  callsOfConnections: bind(pool, callsOfConnections),
  findMerchant: bind(pool, findMerchant),
  suspendMerchant: bind(pool, suspendMerchant),
  readMode: bind(pool, readMode),
  writeMode: bind(pool, writeMode),
  addApiKey: bind(pool, addApiKey),
  findApiKey: bind(pool, findApiKey),
  listApiKeys: bind(pool, listApiKeys),
  revokeApiKey: bind(pool, revokeApiKey),
  drawTokens: bind(pool, drawTokens),
  findMembership: bind(pool, findMembership),
  inviteOperator: bind(pool, inviteOperator),
  merchantsOfUser: bind(pool, merchantsOfUser),
  bucketsOf: bind(pool, bucketsOf),
  listCalls: bind(pool, listCalls),
  pageOfCalls: bind(pool, pageOfCalls),
  keptDefinition: bind(pool, keptDefinition),
  keepDefinition: bind(pool, keepDefinition),
  withdrawDefinition: bind(pool, withdrawDefinition),
  forgetSecret: bind(pool, forgetSecret),
  listSecrets: bind(pool, listSecrets),
  promoteSecret: bind(pool, promoteSecret),
  putSecret: bind(pool, putSecret),
  secretProven: bind(pool, secretProven),
  setSecretLapse: bind(pool, setSecretLapse),
  addConsent: bind(pool, addConsent),
  endConsent: bind(pool, endConsent),
  findConsent: bind(pool, findConsent),
  listConsents: bind(pool, listConsents),
  openConsent: bind(pool, openConsent),
  renewState: bind(pool, renewState),
  useConsent: bind(pool, useConsent),
  listDeploymentProblems: bind(pool, listDeploymentProblems),
  listOperators: bind(pool, listOperators),
  operatorTold: bind(pool, operatorTold),
  takeTelling: bind(pool, takeTelling),
  choosePlan: bind(pool, choosePlan),
  listPlans: bind(pool, listPlans),
  planOf: bind(pool, planOf),
  savePlans: bind(pool, savePlans),
  forgetOldHints: bind(pool, forgetOldHints),
  hintQueue: bind(pool, hintQueue),
  holdersOf: bind(pool, holdersOf),
  noteQueueLook: bind(pool, noteQueueLook),
  noteStrangeHint: bind(pool, noteStrangeHint),
  wakeSubscriptions: bind(pool, wakeSubscriptions),
  forgetDestination: bind(pool, forgetDestination),
  listDestinations: bind(pool, listDestinations),
  saveDestination: bind(pool, saveDestination),
})
