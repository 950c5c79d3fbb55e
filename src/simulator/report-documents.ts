import { gzipSync } from 'node:zlib'
import { takeFault } from './faults.ts'
import type { ReportDocument } from './report-book.ts'
import { REPORT_TYPES } from './report-types.ts'
import { refuseAddress, signAddress, signedCall } from './signed-address.ts'
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
  const encodingHeader = call.url.searchParams.get('enableContentEncodingUrlHeader') === 'true'
  const path = `/report-documents/${encodeURIComponent(documentId)}`
  const { url, signature } = signAddress(world, call, { path, lifeMs: world.reports.settings.urlMs })
  world.reports.urls.set(signature, { documentId, expiresAt: now + world.reports.settings.urlMs, encodingHeader })
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
  const { signature, documentId } = signedCall(call)
  const url = world.reports.urls.get(signature)
  const refusal = refuseAddress(world, call, url)
  if (refusal) return refusal
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
    headers: document.gzip && url?.encodingHeader ? { 'Content-Encoding': 'gzip' } : {},
  }
}
