import { gzipSync } from 'node:zlib'
import { takeFault } from './faults.ts'
import type { ReportDocument } from './report-book.ts'
import { REPORT_TYPES } from './report-types.ts'
import type { World } from './state.ts'
import type { Visit } from './visit.ts'
import { type Call, denied, problem, type Reply, storageProblem } from './wire.ts'

const DAY = 86_400_000

/** GET /reports/2021-06-30/documents/{reportDocumentId}: where the file is, for five minutes. */
export function getReportDocument(visit: Visit): Reply {
  const { world, call, caller, now } = visit
  const documentId = decodeURIComponent(call.url.pathname.split('/').at(-1) ?? '')
  const document = findDocument(world, documentId, visit)
  if (!document)
    return problem(404, { code: 'NotFound', message: 'The report document was not found.', details: documentId })
  if (REPORT_TYPES[document.reportType]?.restricted && !caller.restricted) return denied()
  const signature = Buffer.from(world.random.tokens.digits(24)).toString('hex')
  const encodingHeader = call.url.searchParams.get('enableContentEncodingUrlHeader') === 'true'
  world.reports.urls.set(signature, { documentId, expiresAt: now + world.reports.settings.urlMs, encodingHeader })
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Date': new Date(now).toISOString().replace(/[-:]|\.\d+/g, ''),
    'X-Amz-Expires': String(Math.round(world.reports.settings.urlMs / 1000)),
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': signature,
  })
  const url = `http://${call.headers.host}/report-documents/${encodeURIComponent(documentId)}?${query}`
  return {
    status: 200,
    body: { reportDocumentId: documentId, url, ...(document.gzip ? { compressionAlgorithm: 'GZIP' } : {}) },
  }
}

/** The document while it is kept, if it is this seller's. */
export function findDocument(
  world: World,
  documentId: string,
  { sellerId, now }: { readonly sellerId: string; readonly now: number },
): ReportDocument | undefined {
  const document = world.reports.documents.get(documentId)
  const kept = document && now - document.madeAt <= world.reports.settings.documentDays * DAY
  return kept && document.sellerId === sellerId ? document : undefined
}

/** GET of a signed address: the file itself. It is storage that answers, not the API: no token, no quota, errors in XML. */
export function downloadReportDocument(world: World, call: Call): Reply {
  const url = world.reports.urls.get(call.url.searchParams.get('X-Amz-Signature') ?? '')
  const documentId = decodeURIComponent(call.url.pathname.split('/').at(-1) ?? '')
  if (!url || url.documentId !== documentId)
    return storageProblem(403, 'SignatureDoesNotMatch', 'The request signature does not match.')
  if (Object.keys(call.headers).some((name) => name.startsWith('x-amz-') || name === 'authorization'))
    return storageProblem(403, 'AccessDenied', 'There were headers present in the request which were not signed')
  if (world.clock.now() >= url.expiresAt) return storageProblem(403, 'AccessDenied', 'Request has expired')
  const document = world.reports.documents.get(documentId)
  if (!document) return storageProblem(404, 'NoSuchKey', 'The specified key does not exist.')
  call.log.sellerId = document.sellerId
  const asking = { operation: 'downloadReportDocument', sellerId: document.sellerId }
  const huge = takeFault(world, asking, ['huge-body'])
  const missing = Math.max(0, (huge?.bytes ?? 0) - document.bytes.length)
  const bytes = missing > 0 ? Buffer.concat([document.bytes, Buffer.alloc(missing, ' ')]) : document.bytes
  return {
    status: 200,
    body: undefined,
    file: { bytes: document.gzip ? gzipSync(bytes) : bytes, contentType: document.contentType },
    headers: document.gzip && url.encodingHeader ? { 'Content-Encoding': 'gzip' } : {},
  }
}
