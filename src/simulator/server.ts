import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { ClockMode } from './clock.ts'
import { type Control, openSideDoor, putSample } from './control.ts'
import { answerControl } from './control-routes.ts'
import { startDay } from './day.ts'
import type { DayKind } from './day-report.ts'
import { answer } from './operations.ts'
import { answerQueue, isForQueue } from './queue-protocol.ts'
import { logRequest } from './request-log.ts'
import { cut, send } from './send.ts'
import { emptyWorld, type World } from './state.ts'
import type { Call } from './wire.ts'

export type SimulatorOptions = {
  /** 0 picks a free one. */
  readonly port?: number
  readonly clock?: ClockMode
  readonly start?: string | number
  readonly seed?: string
  readonly day?: DayKind
  /** The day has buyers who ask to cancel. */
  readonly cancelRequests?: boolean
}
export type Simulator = { readonly url: string; readonly control: Control; readonly close: () => Promise<void> }

const MAX_BODY = 16 * 1024 * 1024

/** Starts a simulated Amazon on the loopback interface, with the sample merchant known to it. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const start = options.start === undefined ? undefined : new Date(options.start).getTime()
  if (Number.isNaN(start)) throw new Error(`Not a time: ${options.start}`)
  const world = emptyWorld({ mode: options.clock ?? 'real', start, seed: options.seed ?? 'harbor' })
  putSample(world)
  if (options.day) startDay(world, options.day, options)
  const control = openSideDoor(world)
  const server = createServer((request, response) => {
    respond({ world, control }, request, response).catch((error: unknown) => {
      console.error('simulator:', error)
      if (response.headersSent) cut(response)
      else response.writeHead(500).end('{"error":"the simulator itself failed"}')
    })
  })
  server.keepAliveTimeout = 30_000
  await listen(server, options.port ?? 0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    control,
    close: () =>
      new Promise((resolve) => {
        world.clock.forgetPlans()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}

async function respond(
  { world, control }: { world: World; control: Control },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const bytes = await readBody(request)
  const body = bytes.toString()
  const method = request.method ?? ''
  if (url.pathname.startsWith('/control/')) {
    const reply = answerControl(control, { method, path: url.pathname, body })
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body))
    return
  }
  world.clock.runDue()
  const log = logRequest(world, { request, url, body })
  const call: Call = { method, url, body, bytes, log, headers: request.headers as Record<string, string> }
  const reply = isForQueue(call) ? await answerQueue(world, call, () => response.destroyed) : answer(world, call)
  if (reply === 'reset') cut(response)
  else await send({ world, call, response }, reply)
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (request.method === 'GET' || request.method === 'DELETE') return Buffer.alloc(0)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > MAX_BODY) throw new Error('The request body is too large.')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

async function main(): Promise<void> {
  // `--day` alone means the fast day.
  const args = process.argv.slice(2).flatMap((arg, at, all) => {
    const bare = arg === '--day' && (all[at + 1] === undefined || all[at + 1]?.startsWith('--'))
    return bare ? ['--day', 'fast'] : [arg]
  })
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '0' },
      clock: { type: 'string', default: 'real' },
      start: { type: 'string' },
      seed: { type: 'string' },
      day: { type: 'string' },
      'cancel-requests': { type: 'boolean', default: false },
      'with-parent': { type: 'boolean', default: false },
    },
  })
  if (!['real', 'virtual'].includes(values.clock)) throw new Error('--clock is real or virtual')
  if (values.day && !['fast', 'live'].includes(values.day)) throw new Error('--day is fast or live')
  const simulator = await startSimulator({
    port: Number(values.port),
    clock: values.clock as ClockMode,
    start: values.start,
    seed: values.seed,
    day: values.day as DayKind | undefined,
    cancelRequests: values['cancel-requests'],
  })
  const stop = () => simulator.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  if (values['with-parent']) process.stdin.resume().once('end', stop).once('close', stop)
  console.log(JSON.stringify({ listening: simulator.url, pid: process.pid, ...simulator.control.clock() }))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
