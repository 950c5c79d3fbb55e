import { findDocument } from './report-documents.ts'
import { REPORT_TYPES } from './report-types.ts'
import { isReply } from './search-parameters.ts'
import type { RestrictedResource } from './state.ts'
import type { Visit } from './visit.ts'
import { denied, invalidInput, type Reply, readJson } from './wire.ts'

const TOKEN_SECONDS = 3600
const MAX_RESOURCES = 50
const METHODS = ['GET', 'PUT', 'POST', 'DELETE']
const DOCUMENT_PATH = /^\/reports\/2021-06-30\/documents\/([^/]+)$/

/**
 * POST /tokens/2021-03-01/restrictedDataToken. The only restricted resources here are the documents of restricted
 * reports, each by its exact path.
 */
export function createRestrictedDataToken(visit: Visit): Reply {
  const { world, call, caller, now } = visit
  if (caller.restricted) return denied()
  const read = readJson(call)
  if (isReply(read)) return read
  const { restrictedResources, targetApplication } = read.json
  if (!Array.isArray(restrictedResources) || restrictedResources.length === 0)
    return invalidInput('restrictedResources must not be empty.', 'restrictedResources')
  if (restrictedResources.length > MAX_RESOURCES)
    return invalidInput(`restrictedResources holds at most ${MAX_RESOURCES}.`, 'restrictedResources')
  if (targetApplication !== undefined && !world.apps.has(String(targetApplication)))
    return invalidInput('The target application is not known.', 'targetApplication')
  for (const resource of restrictedResources) {
    const refusal = refuseResource(visit, resource)
    if (refusal) return refusal
  }
  const restrictedDataToken = `Atz.sprdt|${world.random.tokens.digits(60)}`
  world.accessTokens.set(restrictedDataToken, {
    clientId: targetApplication === undefined ? caller.clientId : String(targetApplication),
    sellerId: visit.sellerId,
    refreshToken: caller.refreshToken,
    expiresAt: now + TOKEN_SECONDS * 1000,
    resources: restrictedResources.map(({ method, path }: RestrictedResource) => ({ method, path })),
  })
  return { status: 200, body: { restrictedDataToken, expiresIn: TOKEN_SECONDS } }
}

function refuseResource(visit: Visit, resource: Partial<RestrictedResource> | null): Reply | undefined {
  if (!resource || !METHODS.includes(resource.method ?? '') || typeof resource.path !== 'string')
    return invalidInput('Each restricted resource needs a method and a path.', 'restrictedResources')
  const [, id] = DOCUMENT_PATH.exec(resource.path) ?? []
  const document = id === undefined ? undefined : findDocument(visit.world, decodeURIComponent(id), visit)
  const type = document && REPORT_TYPES[document.reportType]
  if (resource.method !== 'GET' || !type?.restricted)
    return invalidInput('Invalid or unsupported document ID found', resource.path)
  if (!type.roles.some((role) => visit.caller.roles.has(role)))
    return invalidInput('Application do not have access to some or all requested resource', resource.path)
  return undefined
}
