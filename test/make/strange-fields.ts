import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What Amazon might add tomorrow, with its value. */
export type Strange = { readonly value: string; name(at: number): string }

/** A field that nobody knows, in each of the forms it may take. */
const formOf = (value: string, at: number): unknown =>
  [value, [value], { inner: value, deeper: { list: [{ value }] } }, [[value], { value }], { [value]: true }][at % 5]

/** Amazon as it may be tomorrow: each object of its answers about orders has a field that nobody knows, at every depth. */
export async function tomorrowsAmazon(simulator: string, strange: Strange) {
  let added = 0
  const grown = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(grown)
    if (typeof part !== 'object' || part === null) return part
    const inner = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, grown(value)]))
    const at = added++
    return { ...inner, [strange.name(at)]: formOf(strange.value, at) }
  }
  const server = createServer((request, response) => {
    const { host, 'accept-encoding': encoding, ...headers } = request.headers
    const to = new URL(request.url ?? '/', simulator)
    const onward = ask(to, { method: request.method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const whole = Buffer.concat(parts)
        const isOrders = to.pathname.startsWith('/orders/2026') && answer.statusCode === 200
        const body = isOrders ? Buffer.from(JSON.stringify(grown(JSON.parse(whole.toString())))) : whole
        const { 'transfer-encoding': chunked, ...told } = answer.headers
        response.writeHead(answer.statusCode ?? 502, { ...told, 'content-length': body.length }).end(body)
      })
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many fields were added so far. */
    added: () => added,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
