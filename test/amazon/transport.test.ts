import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createTransport } from '#amazon/transport.ts'
import { edgeTo } from './edge.ts'

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const get = (url: string, allowedHosts: readonly string[]) =>
  createTransport({ allowedHosts, timeoutMs: 500, bodyLimitMb: 1 })({
    operation: 'test',
    url: new URL(url),
    headers: {},
  })

describe('transport', () => {
  it.each([
    ['https://evil.example/', ['api.amazon.com']],
    ['https://api.amazon.com.evil.example/', ['api.amazon.com']],
    ['https://api.amazon.com:8443/', ['api.amazon.com']],
    ['https://api.amazon.com@evil.example/', ['api.amazon.com']],
    ['http://api.amazon.com/', ['api.amazon.com']],
    ['http://169.254.169.254/latest', ['169.254.169.254']],
    ['file:///etc/hosts', ['']],
    ['http://127.0.0.1.evil.example/', ['127.0.0.1.evil.example']],
  ])('[C1] nothing is sent to %s when %j is allowed', async (url, allowed) => {
    expect(await get(url, allowed)).toMatchObject({ ok: false, problem: { code: 'host-not-allowed' } })
  })

  it('[C1] the host must be on the list, this machine’s too', async () => {
    let asked = 0
    const url = await serve((_, response) => {
      asked++
      response.end('{}')
    })
    expect(await get(url, [])).toMatchObject({ ok: false })
    expect(asked).toBe(0)
    expect(await get(url, [new URL(url).host])).toMatchObject({ ok: true, value: { status: 200, body: '{}' } })
  })

  it('[C1] a redirect is not followed', async () => {
    let elsewhere = 0
    const other = await serve((_, response) => {
      elsewhere++
      response.end('{}')
    })
    const url = await serve((_, response) => void response.writeHead(302, { location: other }).end())
    const { search } = edgeTo(url, { allowedHosts: [new URL(url).host, new URL(other).host] })
    expect(await search()).toMatchObject({ ok: false, problem: { code: 'answer-unreadable' } })
    expect(elsewhere).toBe(0)
  })

  it('[C1] proxies of the environment are not used', async () => {
    let asProxy = 0
    const proxy = await serve((_, response) => {
      asProxy++
      response.end('{}')
    })
    for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY']) vi.stubEnv(name, proxy)
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    onTestFinished(() => void vi.unstubAllEnvs())
    const url = await serve((_, response) => response.end('{"direct":true}'))
    expect(await get(url, [new URL(url).host])).toMatchObject({ ok: true, value: { body: '{"direct":true}' } })
    expect(asProxy).toBe(0)
  })

  it('[E4] an answer that goes on for ever is cut at the limit', async () => {
    let sent = 0
    const url = await serve((_, response) => {
      const more = () => {
        if (response.destroyed) return
        sent++
        response.write('x'.repeat(64 * 1024), () => setImmediate(more))
      }
      more()
    })
    expect(await get(url, [new URL(url).host])).toMatchObject({
      problem: { code: 'answer-too-large', facts: { limit: 1 } },
    })
    expect(sent).toBeLessThan(400)
  })

  it('[E4] an answer that never ends is given up', async () => {
    const url = await serve((_, response) => void response.writeHead(200).write('{'))
    expect(await get(url, [new URL(url).host])).toMatchObject({ problem: { code: 'amazon-down' } })
  })

  it('[E4] nobody at the address is Amazon being down', async () => {
    expect(await get('http://127.0.0.1:9/', ['127.0.0.1:9'])).toMatchObject({
      problem: { code: 'amazon-down', facts: { why: 'ECONNREFUSED' } },
    })
  })
})
