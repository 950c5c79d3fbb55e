import { spawn } from 'node:child_process'
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGE = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/package.json'))
const PROGRAM = join(dirname(PACKAGE), 'dist/index.js')
const STARTS_WITHIN = 120_000

/**
 * Starts Prism with a model: it checks each request against the model and answers with the model's example; or it stands before a
 * server, passes on what is asked and answered, and says where either differs from the model.
 */
export async function startPrism(model: string, { before }: { readonly before?: string } = {}) {
  // With --errors a request that the model does not allow is refused, not answered as well as may be.
  const how = before === undefined ? ['mock', '--errors', model] : ['proxy', model, before]
  const child = spawn(process.execPath, [PROGRAM, ...how, '--port', String(await freePort())], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  let told = ''
  const url = await new Promise<string>((resolve, reject) => {
    const give = (why: string) => () => {
      child.kill()
      reject(new Error(`Prism ${why}: ${told.slice(-2000)}`))
    }
    const late = setTimeout(give('did not start in time'), STARTS_WITHIN)
    const listen = (chunk: Buffer) => {
      told += chunk
      const listening = /listening on (http:\/\/\S+)/.exec(told)
      if (!listening) return
      clearTimeout(late)
      resolve(listening[1] as string)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', give('ended'))
  })
  return {
    url,
    ask: (asked: Asked) => askPrism(url, asked),
    close: () =>
      new Promise<void>((resolve) => {
        child.removeAllListeners('exit')
        if (child.exitCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill()
      }),
  }
}

type Asked = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | Buffer | undefined
}

/** Asks through Prism; `violations`: where request or answer differ from the document, as Prism says it. */
function askPrism(url: string, { method, path, headers, payload }: Asked) {
  const length = payload === undefined ? {} : { 'content-length': Buffer.byteLength(payload) }
  return new Promise<{ status: number; text: string; json: unknown; violations: string | null }>((resolve, reject) => {
    const sent = ask(new URL(path, url), { method, headers: { ...headers, ...length } }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      const text = Buffer.concat(chunks).toString()
      const isJson = String(answer.headers['content-type']).includes('json')
      const violations = (answer.headers['sl-violations'] as string | undefined) ?? null
      resolve({ status: answer.statusCode ?? 0, text, json: isJson ? JSON.parse(text) : text, violations })
    })
    sent.on('error', reject)
    sent.end(payload)
  })
}

/** Amazon from two hands: orders from Prism, all else (login, participations) from the simulator, with one clock for both. */
export async function ordersFromPrism(parts: { readonly simulator: string; readonly prism: string; now(): number }) {
  const seen: string[] = []
  const server = createServer((request, response) => {
    const isOrders = request.url?.startsWith('/orders/') ?? false
    const { host, ...headers } = request.headers
    const to = new URL(request.url ?? '/', isOrders ? parts.prism : parts.simulator)
    const onward = ask(to, { method: request.method, headers }, (answer) => {
      if (isOrders) seen.push(`${answer.statusCode} ${to.search}`)
      const date = isOrders ? { date: new Date(parts.now()).toUTCString() } : {}
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...date })
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${port}`,
    /** What Prism answered: status and query of each request for orders. */
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const listening = (server: ReturnType<typeof createServer>) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}
