import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { takeFault } from './faults.ts'
import type { World } from './state.ts'
import type { Call, Reply } from './wire.ts'

type Exchange = { readonly world: World; readonly call: Call; readonly response: ServerResponse }
type Who = { readonly operation: string; readonly sellerId: string | undefined }

/** Puts an answer on the wire, with Amazon's headers and with the faults that strike on the way out. */
export async function send(exchange: Exchange, reply: Reply): Promise<void> {
  const { world, call, response } = exchange
  const who = { operation: call.log.operation ?? '', sellerId: call.log.sellerId }
  const slow = takeFault(world, who, ['slow'])
  if (slow) await delay(slow.ms, undefined, { ref: false })
  if (takeFault(world, who, ['reset-after'])) return cut(response)
  call.log.status = reply.status
  const skew = takeFault(world, who, ['clock-skew'])?.ms ?? 0
  response.sendDate = false
  response.setHeader('Date', new Date(world.clock.now() + skew).toUTCString())
  response.setHeader('x-amzn-RequestId', randomUUID())
  if (call.log.operation === 'login') response.setHeader('Cache-Control', 'no-store')
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value)
  response.statusCode = reply.status
  const { bytes, contentType } = content(world, who, reply)
  response.setHeader('Content-Type', contentType)
  const truncate = takeFault(world, who, ['truncate'])
  if (!truncate) {
    response.end(bytes)
    return
  }
  const kept = bytes.subarray(0, truncate.keep ?? Math.floor(bytes.length / 2))
  if (truncate.clean) {
    response.end(kept)
    return
  }
  response.setHeader('Content-Length', bytes.length)
  response.write(kept, () => cut(response))
}

function content(world: World, who: Who, reply: Reply): { bytes: Buffer; contentType: string } {
  const notJson = takeFault(world, who, ['not-json'])
  if (notJson) {
    const page = notJson.body ?? '<html><body>Service busy</body></html>'
    return { bytes: Buffer.from(page), contentType: 'text/html' }
  }
  if (reply.file) return reply.file
  let body = reply.body === undefined ? '' : JSON.stringify(reply.body)
  const huge = takeFault(world, who, ['huge-body'])
  if (huge && body.length < huge.bytes) body = body.slice(0, -1) + ' '.repeat(huge.bytes - body.length) + body.slice(-1)
  return { bytes: Buffer.from(body), contentType: 'application/json' }
}

/** Cuts the connection under an unfinished answer. */
export function cut(response: ServerResponse): void {
  response.socket?.destroy()
}
