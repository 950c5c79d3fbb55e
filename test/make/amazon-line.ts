import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Boundaries } from './boundaries.ts'

/** The line between Millrace and the simulated Amazon: it can be cut, and it asks for small pages. */
export type AmazonLine = { readonly url: string; target: string; close(): Promise<void> }

/**
 * Opens a line on a port of its own. Millrace always asks for Amazon's largest page; on the line a smaller size is added,
 * so that a few orders are several pages.
 */
export async function openLine(options: {
  pageSize: number
  boundaries?: Pick<Boundaries, 'exchange'>
}): Promise<AmazonLine> {
  const line = { url: '', target: '', close: () => Promise.resolve() }
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const url = new URL(request.url ?? '/', line.target)
    if (request.method === 'GET' && url.pathname.endsWith('/orders'))
      url.searchParams.set('maxResultsPerPage', String(options.pageSize))
    const headers = { ...request.headers } as Record<string, string>
    for (const name of ['host', 'connection', 'content-length']) delete headers[name]
    const send = async () => {
      const answer = await fetch(url, { method: request.method ?? 'GET', headers, ...(body === '' ? {} : { body }) })
      return { status: answer.status, headers: answer.headers, body: await bodyThrough(answer, url, line.url) }
    }
    const { boundaries } = options
    const answer = await (boundaries ? boundaries.exchange(`${request.method} ${url.pathname}`, send) : send()).catch(
      () => null,
    )
    if (!answer) return void request.socket.destroy()
    response.sendDate = false
    for (const name of ['date', 'content-type', 'x-amzn-ratelimit-limit']) {
      const value = answer.headers.get(name)
      if (value !== null) response.setHeader(name, value)
    }
    response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  line.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  line.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return line
}

/** The first byte of a compressed document, which names no address that could be read. */
const GZIP = 0x1f

/** The body as it came; where it names an address of Amazon's it names the line instead, so that files come over it too. */
async function bodyThrough(answer: Response, from: URL, line: string): Promise<Buffer> {
  const body = Buffer.from(await answer.arrayBuffer())
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') && body[0] !== GZIP
  return isJson ? Buffer.from(body.toString().replaceAll(from.origin, line)) : body
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
