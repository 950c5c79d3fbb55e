import { failed, ok, type Result } from '#core/problems.ts'
import { documentPlaces } from './download.ts'
import { leadsInside, openRequest } from './outbound.ts'

/** What an upload may reach, and for how long. A host is exact, or has `*` for one part without dots. */
export type UploadLimits = { readonly hosts: readonly string[]; readonly timeoutMs: number }

/** A text for a signed address, with the content type that was named when the address was asked for. */
export type ToUpload = { readonly url: URL; readonly contentType: string; readonly content: string }

/** Puts one file at its address. The address is a key to it, so it is never logged and never part of a problem. */
export type Upload = (file: ToUpload) => Promise<Result<null>>

const operation = 'uploadFeedDocument'

/** Builds the way to Amazon's store of documents: by https to hosts on the list only, without redirects and proxies, within a time. */
export function createUpload({ hosts, timeoutMs }: UploadLimits): Upload {
  const isAllowed = documentPlaces(hosts)
  return async (file) => {
    if (!isAllowed(file.url)) return failed('host-not-allowed', { host: file.url.host })
    const stop = AbortSignal.timeout(timeoutMs)
    try {
      const status = await put(file, stop)
      return status === 200 ? ok(null) : failed('amazon-down', { operation, why: `status ${status}` })
    } catch (error) {
      if (leadsInside(error)) return failed('host-not-allowed', { host: file.url.host })
      if (stop.aborted) return failed('amazon-down', { operation, why: `no full answer within ${timeoutMs / 1000} s` })
      const { code } = error as NodeJS.ErrnoException
      if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error
      return failed('amazon-down', { operation, why: code })
    }
  }
}

const put = ({ url, contentType, content }: ToUpload, signal: AbortSignal): Promise<number> =>
  new Promise((resolve, reject) => {
    const body = Buffer.from(content, 'utf8')
    const headers = { 'content-type': contentType, 'content-length': body.length }
    const request = openRequest(url, { method: 'PUT', signal, headers })
    request.on('error', reject)
    request.on('response', (response) => {
      response.on('error', reject)
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.resume()
    })
    request.end(body)
  })
