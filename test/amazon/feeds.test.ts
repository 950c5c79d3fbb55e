import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createUpload } from '#amazon/upload.ts'
import { readConfig } from '#main/config.ts'
import { connection, edgeAndSimulator, good, MINUTE } from './edge.ts'

const US = 'ATVPDKIKX0DER'

async function sent(options: Parameters<typeof edgeAndSimulator>[0] = {}) {
  const edge = await edgeAndSimulator(options)
  const order = edge.control.placeOrder({})
  const { content, contentType } = edge.amazon.writeOrderFeed(connection, {
    kind: 'cancellation',
    messages: [{ number: 1, amazonOrderId: order, reason: 'no-inventory', lines: [] }],
  })
  const documentId = good(await edge.amazon.uploadFeed(connection, { contentType, content }))
  const wish = { kind: 'cancellation', marketplaceIds: [US], documentId } as const
  const create = (notAfter?: number) => edge.amazon.createFeed(connection, notAfter ? { ...wish, notAfter } : wish)
  return { ...edge, order, content, create }
}

describe('feeds', () => {
  it('[S5] a document is uploaded, worked on, looked at and its report fetched; each call has its bucket and is counted', async () => {
    const { amazon, create, control, content, said, outcomes } = await sent()
    const feedId = good(await create())
    expect(control.feeds()).toMatchObject([{ feedId, feedType: 'POST_ORDER_ACKNOWLEDGEMENT_DATA', text: content }])
    expect(good(await amazon.feedState(connection, feedId))).toEqual({
      state: 'waiting',
      word: 'IN_QUEUE',
      reportId: null,
    })
    control.advance(2 * MINUTE)
    const done = good(await amazon.feedState(connection, feedId))
    expect(done).toMatchObject({ state: 'done', word: 'DONE' })
    const text = good(await amazon.readFeedReport(connection, done.reportId ?? ''))
    expect(amazon.readOrderFeedReport(text)).toMatchObject({ ok: true, value: { processed: 1, successful: 1 } })
    expect(outcomes()).toEqual([
      'login ok',
      'createFeedDocument ok',
      'uploadFeedDocument ok',
      'createFeed ok',
      'getFeed ok',
      'getFeed ok',
      'getFeedDocument ok',
      'downloadFeedDocument ok',
    ])
    const buckets = new Map(said.buckets.map(({ key, rate, burst }) => [key.split('/').at(-1), [rate, burst]]))
    expect(Object.fromEntries(buckets)).toEqual({
      createFeedDocument: [0.5, 15],
      createFeed: [0.0083, 15],
      getFeed: [2, 15],
      getFeedDocument: [0.0222, 10],
    })
  })

  it('[O16] what was held up until after its instant is not sent: by then another may have done it', async () => {
    const { create, control, world } = await sent()
    expect(await create(world.now - 1)).toEqual({ ok: 'wait', wait: { readyAt: world.now } })
    expect(control.feeds()).toEqual([])
    good(await create(world.now))
    expect(control.feeds()).toHaveLength(1)
  })

  it('[O16] the list tells the feeds of a type since an instant', async () => {
    const { amazon, create, control, world } = await sent()
    const before = world.now
    const feedId = good(await create())
    control.advance(MINUTE)
    const ask = (since: number) => amazon.feedsSince(connection, { kind: 'cancellation', since })
    expect(good(await ask(before))).toEqual([{ feedId, createdAt: before, marketplaceIds: [US] }])
    expect(good(await ask(before + MINUTE / 2))).toEqual([])
    expect(good(await amazon.feedsSince(connection, { kind: 'refund', since: before }))).toEqual([])
  })

  it.each(['FATAL', 'CANCELLED'] as const)('[S5] %s is told, with Amazon’s word', async (as) => {
    const { amazon, create, control } = await sent()
    control.addFault({ operation: 'createFeed', kind: 'feed-ends', as })
    const feedId = good(await create())
    control.advance(2 * MINUTE)
    const state = as === 'FATAL' ? 'fatal' : 'cancelled'
    expect(good(await amazon.feedState(connection, feedId))).toEqual({ state, word: as, reportId: null })
  })

  it('[S5] a plain report is read as well as a compressed one; one that is called so and is none is a problem', async () => {
    const { amazon, create, control } = await sent()
    control.setFeeds({ compress: false })
    control.addFault({ operation: 'createFeed', kind: 'bad-processing-report', as: 'NOT_GZIP', feedType: 'none' })
    const feedId = good(await create())
    control.advance(2 * MINUTE)
    const { reportId } = good(await amazon.feedState(connection, feedId))
    expect(good(await amazon.readFeedReport(connection, reportId ?? ''))).toContain('ProcessingReport')
  })

  it('[M4] a host that is not on the list gets nothing', async () => {
    const edge = await edgeAndSimulator({ documentHosts: ['documents.example.com'] })
    const answer = await edge.amazon.uploadFeed(connection, { contentType: 'text/xml', content: '<a/>' })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'host-not-allowed' } })
    expect(edge.calls()).not.toContain('uploadFeedDocument')
    expect(edge.outcomes()).not.toContain('uploadFeedDocument failed')
  })
})

describe('uploading', () => {
  const hosts = readConfig({}).documentHosts
  it.each([
    ['https://tortuga-prod-na.s3.us-east-1.amazonaws.com/x?X-Amz-Signature=1', true],
    ['http://tortuga-prod-na.s3.us-east-1.amazonaws.com/x', false],
    ['https://tortuga-prod-na.s3.us-east-1.amazonaws.com.example.com/x', false],
    ['https://someone@tortuga-prod-na.s3.amazonaws.com/x', false],
    ['https://documents.example.com/x', false],
  ])('[M4] %s: %s', async (url, allowed) => {
    const end = await createUpload({ hosts, timeoutMs: 1 })({ url: new URL(url), contentType: 'text/xml', content: '' })
    expect(end.ok || end.problem.code !== 'host-not-allowed').toBe(allowed)
  })

  it.each([
    [200, 'ok'],
    [403, 'status 403'],
    [307, 'status 307'],
    [0, 'no full answer within 0.5 s'],
  ])('[S5] a store that answers %i: %s, and the address is in no problem', async (status, said) => {
    const got: (string | undefined)[] = []
    const server = createServer((request, response) => {
      got.push(request.method, request.headers['content-type'], request.headers['content-length'])
      request.resume()
      if (status > 0) request.on('end', () => response.writeHead(status, { location: 'http://example.com/' }).end())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close().closeAllConnections())
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const url = new URL(`http://${host}/file?X-Amz-Signature=SECRETMARK`)
    const end = await createUpload({ hosts: [host], timeoutMs: 500 })({
      url,
      contentType: 'text/xml; charset=UTF-8',
      content: 'ü',
    })
    expect(end.ok ? 'ok' : end.problem.facts.why).toBe(said)
    expect(got).toEqual(['PUT', 'text/xml; charset=UTF-8', '2'])
    expect(JSON.stringify(end)).not.toContain('SECRETMARK')
  })
})
