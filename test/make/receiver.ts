import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a receiver was sent. */
export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string }

/** A program of the merchant's that listens; it answers what `answer` says, 204 at first. */
export async function startReceiver() {
  const received: Received[] = []
  const state = { answer: 204 as number | 'nothing' }
  const server = createServer(async (request, reply) => {
    let body = ''
    for await (const part of request) body += part
    received.push({ headers: request.headers, body })
    if (state.answer !== 'nothing') reply.writeHead(state.answer).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/millrace`, received, state }
}
