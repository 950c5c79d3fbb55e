import type { IncomingMessage } from 'node:http'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { failed, ok, type Result } from '#core/problems.ts'
import type { DocumentTransfer } from './client.ts'
import { isSafePlace, leadsInside, openRequest } from './outbound.ts'

/** What a download may reach and how much of it. A host is exact, or has `*` for one part without dots. */
export type DownloadLimits = {
  readonly hosts: readonly string[]
  readonly timeoutMs: number
  readonly sentLimitMb: number
  readonly inflatedLimitMb: number
}

/** A file to be fetched from a signed address, and who reads its bytes as they come. `operation` names it in problems. */
export type Wanted = {
  readonly operation: DocumentTransfer
  readonly url: URL
  readonly gzip: boolean
  /** Told once, before any bytes: the encoding that the answer names. */
  begin(charset: string | null): void
  take(bytes: Uint8Array): Promise<void>
}

/** Fetches one file. The address is a key to it, so it is never logged and never part of a problem. */
export type Download = (wanted: Wanted) => Promise<Result<null>>

const MB = 1024 * 1024

/** Builds the way to Amazon's documents: by https to hosts on the list only, without redirects and proxies, within a time and sizes. */
export function createDownload(limits: DownloadLimits): Download {
  const isAllowed = documentPlaces(limits.hosts)
  return async (wanted) => {
    const { operation } = wanted
    if (!isAllowed(wanted.url)) return failed('host-not-allowed', { host: wanted.url.host })
    const stop = AbortSignal.timeout(limits.timeoutMs)
    try {
      const response = await open(wanted.url, stop)
      if (response.statusCode !== 200) {
        response.destroy()
        return failed('amazon-down', { operation, why: `status ${response.statusCode}` })
      }
      return await receive(response, wanted, { ...limits, stop })
    } catch (error) {
      if (leadsInside(error)) return failed('host-not-allowed', { host: wanted.url.host })
      if (error instanceof TooLarge) return failed('answer-too-large', { operation, limit: error.limitMb })
      if (stop.aborted)
        return failed('amazon-down', {
          operation,
          why: `no full answer within ${limits.timeoutMs / 1000} s`,
        })
      const { code } = error as NodeJS.ErrnoException
      if (code?.startsWith('Z_'))
        return failed('answer-unreadable', { operation, why: 'its compressed file is broken' })
      if (code === undefined || !/^(E[A-Z]+|ERR_STREAM_PREMATURE_CLOSE)$/.test(code)) throw error
      return failed('amazon-down', { operation, why: code })
    }
  }
}

/** Tells whether an address lies in Amazon's store of documents: by https, or on this machine itself, at a host of the list. */
export function documentPlaces(hosts: readonly string[]): (url: URL) => boolean {
  const allowed = hosts.map(patternOf)
  return (url) => isSafePlace(url) && url.username === '' && allowed.some((pattern) => pattern.test(url.host))
}

const patternOf = (host: string): RegExp =>
  new RegExp(
    `^${host
      .toLowerCase()
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[a-z0-9-]+')}$`,
  )

class TooLarge extends Error {
  readonly limitMb: number

  constructor(limitMb: number) {
    super('A file is too large.')
    this.limitMb = limitMb
  }
}

const open = (url: URL, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = openRequest(url, { method: 'GET', signal })
    request.on('error', reject)
    request.on('response', resolve)
    request.end()
  })

async function receive(
  response: IncomingMessage,
  { gzip, begin, take }: Wanted,
  limits: DownloadLimits & { readonly stop: AbortSignal },
): Promise<Result<null>> {
  begin(/charset\s*=\s*"?([\w.:-]+)/i.exec(response.headers['content-type'] ?? '')?.[1] ?? null)
  const sent = atMost(limits.sentLimitMb)
  // A compressed file may also come as a plain one with the header, which is the same thing.
  const isPacked = gzip || response.headers['content-encoding'] === 'gzip'
  const steps = isPacked ? [sent, createGunzip(), atMost(limits.inflatedLimitMb)] : [sent]
  const flow = pipeline([response as Readable, ...steps], { signal: limits.stop })
  // What ends the flow ends the last step, and is thrown there.
  flow.catch(() => {})
  // Not a step of the flow itself: Node's pipeline may wait for ever for the others once such a step has thrown.
  for await (const chunk of steps.at(-1) ?? sent) await take(chunk)
  await flow
  return ok(null)
}

function atMost(limitMb: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length
      if (size > limitMb * MB) done(new TooLarge(limitMb))
      else done(null, chunk)
    },
  })
}
