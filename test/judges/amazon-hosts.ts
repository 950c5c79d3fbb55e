import { request as ask } from 'node:http'
import { Agent, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { throwAwayCertificate } from './throw-away-certificate.ts'

const HOSTS = ['api.amazon.com', 'sellingpartnerapi-na.amazon.com']

/**
 * Stands where Amazon's hosts are for clients that build their names in: an agent that leads every connection to a TLS
 * server of our own, which passes each request on. Nothing leaves the machine: the agent connects nowhere else.
 */
export async function playAmazonHosts(simulator: string) {
  const { key, cert } = throwAwayCertificate(HOSTS)
  const server = createServer({ key, cert }, (request, response) => {
    const options = { method: request.method, headers: request.headers }
    const onward = ask(new URL(request.url ?? '/', simulator), options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  class ToUs extends Agent {
    override createConnection(...[options, connected]: Parameters<Agent['createConnection']>) {
      return super.createConnection({ ...options, host: '127.0.0.1', port, ca: cert }, connected)
    }
  }
  const agent = new ToUs()
  return {
    agent,
    close: () =>
      new Promise<void>((resolve) => {
        agent.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
