import { gzipSync } from 'node:zlib'
import { takeFault } from './faults.ts'
import type { FeedDocument } from './feed-book.ts'
import { isReply } from './search-parameters.ts'
import { refuseAddress, signAddress, signedCall, wrongSignature } from './signed-address.ts'
import type { World } from './state.ts'
import type { Visit } from './visit.ts'
import { type Call, invalidInput, problem, type Reply, readJson, storageProblem } from './wire.ts'

const DAY = 86_400_000

/** POST /feeds/2021-06-30/documents: a place to upload to, for five minutes. */
export function createFeedDocument(visit: Visit): Reply {
  const { world, sellerId, now } = visit
  const read = readJson(visit.call)
  if (isReply(read)) return read
  const strange = Object.keys(read.json).find((name) => name !== 'contentType')
  if (strange) return invalidInput(`Unknown field '${strange}'.`, strange)
  const { contentType } = read.json
  if (typeof contentType !== 'string' || contentType === '')
    return invalidInput('contentType is required.', 'contentType')
  const documentId = newDocumentId(world)
  const document = { documentId, sellerId, madeAt: now, contentType, result: false, gzip: false, bytes: undefined }
  world.feeds.documents.set(documentId, document)
  const url = addressOf(visit, documentId, 'PUT')
  return { status: 201, body: { feedDocumentId: documentId, url } }
}

/** GET /feeds/2021-06-30/documents/{feedDocumentId}: where the processing report is, for five minutes. */
export function getFeedDocument(visit: Visit): Reply {
  const documentId = decodeURIComponent(visit.call.url.pathname.split('/').at(-1) ?? '')
  const document = findFeedDocument(visit.world, documentId, visit)
  if (!document?.bytes)
    return problem(404, { code: 'NotFound', message: 'The feed document was not found.', details: documentId })
  const url = addressOf(visit, documentId, 'GET')
  const compression = document.gzip ? { compressionAlgorithm: 'GZIP' } : {}
  return { status: 200, body: { feedDocumentId: documentId, url, ...compression } }
}

/** PUT of a signed address: storage takes the bytes when they come with the content type that was signed. */
export function uploadFeedDocument(world: World, call: Call): Reply {
  const { signature, documentId } = signedCall(call)
  const url = world.feeds.urls.get(signature)
  const refusal = refuseAddress(world, call, url)
  if (refusal) return refusal
  const document = world.feeds.documents.get(documentId)
  if (!document) return storageProblem(404, 'NoSuchKey', 'The specified key does not exist.')
  call.log.sellerId = document.sellerId
  if (url?.method !== 'PUT' || call.headers['content-type'] !== document.contentType) return wrongSignature()
  document.bytes = call.bytes
  return { status: 200, body: undefined }
}

/** GET of a signed address: the document itself, without token and quota. */
export function downloadFeedDocument(world: World, call: Call): Reply {
  const { signature, documentId } = signedCall(call)
  const url = world.feeds.urls.get(signature)
  const refusal = refuseAddress(world, call, url)
  if (refusal) return refusal
  const document = world.feeds.documents.get(documentId)
  if (!document?.bytes) return storageProblem(404, 'NoSuchKey', 'The specified key does not exist.')
  call.log.sellerId = document.sellerId
  if (url?.method !== 'GET') return wrongSignature()
  const asking = { operation: 'downloadFeedDocument', sellerId: document.sellerId }
  const huge = takeFault(world, asking, ['huge-body'])
  const missing = Math.max(0, (huge?.bytes ?? 0) - document.bytes.length)
  const bytes = missing > 0 ? Buffer.concat([document.bytes, Buffer.alloc(missing, ' ')]) : document.bytes
  return {
    status: 200,
    body: undefined,
    file: {
      bytes: document.gzip && !document.falseGzip ? gzipSync(bytes) : bytes,
      contentType: document.contentType,
    },
    headers: document.gzip && url.encodingHeader ? { 'Content-Encoding': 'gzip' } : {},
  }
}

/** A document of this seller, while it is kept. */
export function findFeedDocument(
  world: World,
  documentId: string,
  { sellerId, now }: { readonly sellerId: string; readonly now: number },
): FeedDocument | undefined {
  const document = world.feeds.documents.get(documentId)
  const kept = document && now - document.madeAt <= world.feeds.settings.resultDays * DAY
  return kept && document.sellerId === sellerId ? document : undefined
}

/** A document id that was never used. */
export const newDocumentId = (world: World) =>
  `amzn1.tortuga.4.na.${world.random.tokens.digits(24)}.T${world.random.tokens.digits(12)}`

function addressOf({ world, call, now }: Visit, documentId: string, method: 'GET' | 'PUT'): string {
  const lifeMs = world.feeds.settings.urlMs
  const { url, signature } = signAddress(world, call, {
    path: `/feed-documents/${encodeURIComponent(documentId)}`,
    lifeMs,
  })
  const encodingHeader = call.url.searchParams.get('enableContentEncodingUrlHeader') === 'true'
  world.feeds.urls.set(signature, { documentId, method, expiresAt: now + lifeMs, encodingHeader })
  return url
}
