import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDownload, type DownloadLimits } from '#amazon/download.ts'
import type { ListedLine } from '#core/orders/listed-order.ts'
import { readConfig } from '#main/config.ts'
import { connection, edgeAndSimulator, good, MINUTE, NOON } from './edge.ts'

const wish = { by: 'last-update', from: NOON - 24 * 60 * MINUTE, to: NOON, marketplaceIds: ['ATVPDKIKX0DER'] } as const
const early = { updatedAt: '2026-11-10T11:00:00Z', createdAt: '2026-11-10T11:00:00Z' }

async function made(options: Parameters<typeof edgeAndSimulator>[0] = {}) {
  const edge = await edgeAndSimulator(options)
  const orderId = edge.control.placeOrder(early)
  const reportId = good(await edge.amazon.askForOrdersReport(connection, wish))
  edge.control.advance(MINUTE)
  edge.world.now += MINUTE
  const state = good(await edge.amazon.ordersReport(connection, reportId))
  const documentId = state.state === 'done' ? state.documentId : ''
  const lines: ListedLine[] = []
  const read = () =>
    edge.amazon.readOrdersReport(connection, documentId, async (some) => {
      lines.push(...some)
    })
  return { ...edge, orderId, reportId, read, lines }
}

/** A place for documents that answers as it is told. */
async function store(answer: (url: string) => { body: Buffer; type?: string; status?: number; cut?: boolean }) {
  const server = createServer((request, response) => {
    const { body, type = 'text/plain; charset=UTF-8', status = 200, cut } = answer(request.url ?? '')
    response.writeHead(status, { 'content-type': type, 'content-length': body.length + (cut ? 1 : 0) })
    response.write(body, () => (cut ? response.destroy() : response.end()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

function download(host: string, change: Partial<DownloadLimits> & { gzip?: boolean } = {}) {
  const { gzip = false, ...limits } = change
  const way = createDownload({ hosts: [host], timeoutMs: 2000, sentLimitMb: 1, inflatedLimitMb: 2, ...limits })
  const got: Uint8Array[] = []
  let charset: string | null = null
  const wanted = {
    operation: 'downloadReportDocument' as const,
    url: new URL(`http://${host}/file?X-Amz-Signature=SECRETMARK`),
    gzip,
    begin: (told: string | null) => {
      charset = told
    },
    take: async (bytes: Uint8Array) => void got.push(bytes),
  }
  return way(wanted).then((end) => ({ end, text: Buffer.concat(got).toString(), charset }))
}

it('[O18][I12] what cannot be kept of a report ends its reading with that error, in whichever part of the file it comes', async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => `SKU-${n}\tA thing of number ${n}\t15.00\t${Math.sin(n)}`)
  const file = gzipSync(rows.join('\n'))
  const host = await store(() => ({ body: file }))
  const way = createDownload({ hosts: [host], timeoutMs: 60_000, sentLimitMb: 10, inflatedLimitMb: 10 })
  const read = (part: number) => {
    let parts = 0
    const take = async () => {
      parts += 1
      if (parts < part) return
      // Meanwhile the rest of the file comes in.
      await new Promise((resolve) => setTimeout(resolve))
      throw new Error('the database is gone')
    }
    const operation = 'downloadReportDocument' as const
    return way({ operation, url: new URL(`http://${host}/file`), gzip: true, begin: () => {}, take })
      .then(() => parts < part)
      .catch((error: Error) => error.message === 'the database is gone')
  }
  for (let part = 1; part <= 60; part++) expect(await read(part)).toBe(true)
})

describe('the all-orders report', () => {
  it('[O18] is asked for, awaited and read; each call has its bucket and is counted', async () => {
    const { read, lines, orderId, said, outcomes } = await made()
    expect(good(await read())).toMatchObject({ rows: 1, unreadable: 0, cut: false })
    expect(lines).toMatchObject([{ orderId, status: 'UNSHIPPED', fulfilledBy: 'MERCHANT' }])
    expect(outcomes()).toEqual([
      'login ok',
      'createReport ok',
      'getReport ok',
      'getReportDocument ok',
      'downloadReportDocument ok',
    ])
    expect(said.buckets.map(({ key, ...plan }) => [key.split('/').at(-1), plan.rate, plan.burst])).toEqual([
      ['createReport', 0.0167, 15],
      ['getReport', 2, 15],
      ['getReportDocument', 0.0167, 15],
    ])
  })

  it('[O18] waits where the bucket is empty, and where Amazon says so', async () => {
    const { amazon, world, control } = await edgeAndSimulator()
    control.addFault({ operation: 'createReport', kind: 'throttle' })
    expect((await amazon.askForOrdersReport(connection, wish)).ok).toBe('wait')
    world.tokens = 0
    expect(await amazon.askForOrdersReport(connection, wish)).toEqual({ ok: 'wait', wait: { readyAt: world.readyAt } })
  })

  it.each([
    ['FATAL', 'fatal'],
    ['CANCELLED', 'cancelled'],
    ['IN_PROGRESS', 'waiting'],
    ['IN_QUEUE', 'waiting'],
  ] as const)('[O18] a report that ends %s is %s', async (as, state) => {
    const { amazon, control } = await edgeAndSimulator()
    control.placeOrder(early)
    control.addFault({ operation: 'createReport', kind: 'report-ends', as })
    const id = good(await amazon.askForOrdersReport(connection, wish))
    control.advance(2 * MINUTE)
    expect(good(await amazon.ordersReport(connection, id))).toEqual({ state })
  })

  it('[O18] an address that is not on the list of document hosts is not asked', async () => {
    const { read, calls, outcomes } = await made({ documentHosts: ['tortuga-prod-na.s3-*.amazonaws.com'] })
    expect(await read()).toMatchObject({ ok: false, problem: { code: 'host-not-allowed' } })
    expect(calls()).not.toContain('downloadReportDocument')
    expect(outcomes()).not.toContain('downloadReportDocument failed')
  })

  it('[O18] a file that is no such report is a problem with its reason', async () => {
    const { read, control } = await made()
    control.addFault({ operation: 'downloadReportDocument', kind: 'error', status: 503 })
    expect(await read()).toMatchObject({ ok: false, problem: { code: 'amazon-down' } })
    expect(good(await read()).rows).toBe(1)
  })
})

describe('downloading a document', () => {
  const hosts = readConfig({}).documentHosts
  const reaches = async (url: string) => {
    const way = createDownload({ hosts, timeoutMs: 1, sentLimitMb: 1, inflatedLimitMb: 1 })
    const end = await way({
      operation: 'downloadReportDocument',
      url: new URL(url),
      gzip: false,
      begin: () => {},
      take: async () => {},
    })
    return end.ok || end.problem.code !== 'host-not-allowed'
  }

  it.each([
    'http://tortuga-prod-na.s3.amazonaws.com/x',
    'https://tortuga-prod-na.s3.amazonaws.com.evil.example/x',
    'https://evil.s3.amazonaws.com/x',
    'https://tortuga-prod-na.s3evil.s3.amazonaws.com/x',
    'https://tortuga-prod-na.s3.s3.amazonaws.com/x',
    'https://tortuga-prod-na.s3-x.s3.amazonaws.com/x',
    'https://user@tortuga-prod-na.s3.amazonaws.com/x',
    'https://tortuga-prod-na.s3.amazonaws.com:8443/x',
    'https://169.254.169.254/x',
    'http://127.0.0.1/x',
    'file:///etc/hosts',
  ])('[O18] nothing is fetched from %s', async (url) => {
    expect(await reaches(url)).toBe(false)
  })

  it('[O18] hosts may be set, and strange ones are refused', () => {
    expect(readConfig({ MILLRACE_DOCUMENT_HOSTS: 'a.example.com, b-*.example.com' }).documentHosts).toEqual([
      'a.example.com',
      'b-*.example.com',
    ])
    expect(() => readConfig({ MILLRACE_DOCUMENT_HOSTS: 'https://a.example.com' })).toThrow('MILLRACE_DOCUMENT_HOSTS')
  })

  it('[O18] a plain and a compressed file are read, with the encoding that is named', async () => {
    const host = await store(() => ({ body: Buffer.from('hello'), type: 'text/plain; charset=Cp1252' }))
    expect(await download(host)).toMatchObject({ end: { ok: true }, text: 'hello', charset: 'Cp1252' })
    const packed = await store(() => ({ body: gzipSync('hello'), type: 'text/plain' }))
    expect(await download(packed, { gzip: true })).toMatchObject({ end: { ok: true }, text: 'hello', charset: null })
  })

  it('[O18] a file too large as sent, or too large once inflated, is cut off', async () => {
    const large = await store(() => ({ body: Buffer.alloc(1024 * 1024 + 1) }))
    expect((await download(large)).end).toMatchObject({ problem: { code: 'answer-too-large', facts: { limit: 1 } } })
    const bomb = await store(() => ({ body: gzipSync(Buffer.alloc(50 * 1024 * 1024)) }))
    const { end, text } = await download(bomb, { gzip: true })
    expect(end).toMatchObject({ problem: { code: 'answer-too-large', facts: { limit: 2 } } })
    expect(text.length).toBeLessThan(3 * 1024 * 1024)
  })

  it('[O18] a broken file, a cut one, a redirect and one that never ends are problems without the address', async () => {
    const broken = await store(() => ({ body: gzipSync('hello').subarray(0, 20) }))
    const cut = await store(() => ({ body: Buffer.from('hel'), cut: true }))
    const moved = await store(() => ({ body: Buffer.from(''), status: 302 }))
    const ends = [await download(broken, { gzip: true }), await download(cut), await download(moved)]
    expect(ends.map(({ end }) => (end.ok ? 'ok' : end.problem.code))).toEqual([
      'answer-unreadable',
      'amazon-down',
      'amazon-down',
    ])
    const slow = createServer(() => {})
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void slow.close().closeAllConnections())
    const never = await download(`127.0.0.1:${(slow.address() as AddressInfo).port}`, { timeoutMs: 100 })
    expect(never.end).toMatchObject({ problem: { code: 'amazon-down' } })
    expect(JSON.stringify([...ends, never])).not.toContain('SECRETMARK')
  })
})
