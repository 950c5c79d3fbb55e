import { expect, test } from 'vitest'
import { FEED_DOCUMENTS, FEEDS, feedDesk, RETIRED, XML } from './feed-desk.ts'
import { HOUR, MINUTE, US } from './seller-central.ts'

test('a document is uploaded with the content type that was named for it, and no other', async () => {
  const desk = await feedDesk()
  const { feedDocumentId, url } = await desk.newDocument(XML)
  expect(url).toContain(`${desk.url}/feed-documents/`)
  expect((await desk.put(url, '<a/>', 'text/xml')).status).toBe(403)
  expect((await desk.create(feedDocumentId)).body.errors[0].message).toContain('was not uploaded')
  expect((await desk.put(url, '<a/>', XML)).status).toBe(200)
  expect((await desk.create(feedDocumentId)).status).toBe(202)
})

test('the address for an upload lives five minutes, wants no token and cannot be read', async () => {
  const desk = await feedDesk()
  const { url } = await desk.newDocument()
  expect((await fetch(url)).status).toBe(404)
  const headers = { 'content-type': XML, 'x-amz-access-token': 'x' }
  expect((await fetch(url, { method: 'PUT', body: '<a/>', headers })).status).toBe(403)
  expect((await desk.put(url.replace(/Signature=...../, 'Signature=00000'), '<a/>')).status).toBe(403)
  desk.control.advance(5 * MINUTE - 1)
  expect((await desk.put(url, '<a/>')).status).toBe(200)
  expect((await fetch(url)).status).toBe(403)
  desk.control.advance(1)
  const late = await desk.put(url, '<a/>')
  expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')])
})

test.each<[string, Record<string, unknown>, number]>([
  ['an unknown type', { feedType: 'POST_NOTHING' }, 400],
  ['no type', { feedType: undefined }, 400],
  ['no marketplace', { marketplaceIds: [] }, 400],
  ['26 marketplaces', { marketplaceIds: Array(26).fill(US) }, 400],
  ['a marketplace of others', { marketplaceIds: ['NOWHERE'] }, 403],
  ['no document', { inputFeedDocumentId: undefined }, 400],
  ['an unknown document', { inputFeedDocumentId: 'amzn1.tortuga.4.na.1' }, 400],
  ['options that are no texts', { feedOptions: { a: 1 } }, 400],
  ['an unknown field', { more: 1 }, 400],
])('createFeed refuses %s', async (_, wrong, status) => {
  const desk = await feedDesk()
  const documentId = await desk.upload('<a/>')
  expect((await desk.create(documentId, RETIRED, wrong)).status).toBe(status)
  expect(desk.control.feeds()).toEqual([])
})

test('a document of another seller is not known', async () => {
  const desk = await feedDesk()
  const documentId = await desk.upload('<a/>')
  desk.control.putSeller({ sellerId: 'OTHER' })
  const token = await desk.accessToken(desk.control.authorize({ sellerId: 'OTHER' }))
  const body = { feedType: RETIRED, marketplaceIds: [US], inputFeedDocumentId: documentId }
  expect((await desk.call('POST', FEEDS, { body, token })).status).toBe(400)
  expect((await desk.call('GET', `${FEED_DOCUMENTS}/${documentId}`, { token })).status).toBe(404)
})

test('a feed of a retired type is taken and ends FATAL, on the clock', async () => {
  const desk = await feedDesk()
  const feedId = await desk.give(RETIRED, '<a/>')
  const statuses: string[] = []
  for (const ms of [0, 30_000, 60_000]) {
    desk.control.advance(ms)
    statuses.push((await desk.feed(feedId)).processingStatus)
  }
  expect(statuses).toEqual(['IN_QUEUE', 'IN_PROGRESS', 'FATAL'])
  expect((await desk.feed(feedId)).resultFeedDocumentId).toBeUndefined()
})

test('one feed of a type is worked on at a time, in the order they came; another type goes beside it', async () => {
  const desk = await feedDesk()
  const first = await desk.give(RETIRED, '<a/>')
  const second = await desk.give(RETIRED, '<b/>')
  const beside = await desk.give('POST_INVENTORY_AVAILABILITY_DATA', '<c/>')
  const statuses = async () => {
    const feeds = await Promise.all([first, second, beside].map((id) => desk.feed(id)))
    return feeds.map((f) => f.processingStatus)
  }
  desk.control.advance(30_000)
  expect(await statuses()).toEqual(['IN_PROGRESS', 'IN_QUEUE', 'IN_PROGRESS'])
  desk.control.advance(60_000)
  expect(await statuses()).toEqual(['FATAL', 'IN_PROGRESS', 'FATAL'])
  desk.control.advance(60_000)
  expect(await statuses()).toEqual(['FATAL', 'FATAL', 'FATAL'])
})

test('other times for feeds are those of feeds that are given in later', async () => {
  const desk = await feedDesk()
  const before = await desk.give(RETIRED, '<a/>')
  desk.control.setFeeds({ queueMs: HOUR })
  const after = await desk.give('POST_PRODUCT_IMAGE_DATA', '<a/>')
  desk.control.advance(90_000)
  const statuses = async () => [(await desk.feed(before)).processingStatus, (await desk.feed(after)).processingStatus]
  expect(await statuses()).toEqual(['FATAL', 'IN_QUEUE'])
  desk.control.advance(HOUR)
  expect(await statuses()).toEqual(['FATAL', 'FATAL'])
})

test('only a feed in the queue can be cancelled', async () => {
  const desk = await feedDesk()
  const feedId = await desk.give(RETIRED, '<a/>')
  expect((await desk.call('DELETE', `${FEEDS}/${feedId}`)).status).toBe(200)
  desk.control.advance(HOUR)
  expect((await desk.feed(feedId)).processingStatus).toBe('CANCELLED')
  const late = await desk.give(RETIRED, '<a/>')
  desk.control.advance(30_000)
  expect((await desk.call('DELETE', `${FEEDS}/${late}`)).status).toBe(400)
  expect((await desk.call('DELETE', `${FEEDS}/1`)).status).toBe(404)
})

test('feeds are listed the newest first, by type, status and time, page by page', async () => {
  const desk = await feedDesk()
  const ids: string[] = []
  for (let i = 0; i < 3; i++) {
    ids.unshift(await desk.give(RETIRED, '<a/>'))
    desk.control.advance(1000)
  }
  const other = await desk.give('POST_PRODUCT_IMAGE_DATA', '<a/>')
  const list = async (query: string) => (await desk.call('GET', `${FEEDS}?${query}`)).body
  const listed = async (query: string) => (await list(query)).feeds.map((f: { feedId: string }) => f.feedId)
  expect(await listed(`feedTypes=${RETIRED}`)).toEqual(ids)
  expect(await listed(`feedTypes=${RETIRED},POST_PRODUCT_IMAGE_DATA&pageSize=1`)).toEqual([other])
  const first = await list(`feedTypes=${RETIRED}&pageSize=2`)
  expect(await listed(`nextToken=${first.nextToken}`)).toEqual([ids[2]])
  expect(await listed(`feedTypes=${RETIRED}&createdSince=2026-11-10T12:00:01Z`)).toEqual(ids.slice(0, 2))
  expect(await listed(`feedTypes=${RETIRED}&createdUntil=2026-11-10T12:00:00Z`)).toEqual(ids.slice(2))
  desk.control.advance(29_000)
  expect(await listed(`feedTypes=${RETIRED}&processingStatuses=IN_QUEUE`)).toEqual(ids.slice(0, 2))
  expect(await listed(`feedTypes=${RETIRED}&marketplaceIds=A2EUQ1WTGCTBG2`)).toEqual([])
  for (const bad of [
    '',
    'feedTypes=',
    'feedTypes=A&pageSize=0',
    'feedTypes=A&createdSince=x',
    'nextToken=x&pageSize=1',
  ])
    expect((await desk.call('GET', `${FEEDS}?${bad}`)).status).toBe(400)
})

test('feeds are kept for 90 days', async () => {
  const desk = await feedDesk()
  const feedId = await desk.give(RETIRED, '<a/>')
  desk.control.advance(91 * 24 * HOUR)
  expect((await desk.call('GET', `${FEEDS}/${feedId}`)).status).toBe(404)
  expect((await desk.call('GET', `${FEEDS}?feedTypes=${RETIRED}`)).body.feeds).toEqual([])
})

test.each([
  ['createFeedDocument', 15],
  ['getFeed', 15],
  ['cancelFeed', 15],
])('%s has a burst of %i', async (operation, burst) => {
  const desk = await feedDesk()
  const call = {
    createFeedDocument: () => desk.call('POST', FEED_DOCUMENTS, { body: { contentType: XML }, token }),
    getFeed: () => desk.call('GET', `${FEEDS}/1`, { token }),
    cancelFeed: () => desk.call('DELETE', `${FEEDS}/1`, { token }),
  }[operation]
  const token = await desk.accessToken()
  const statuses: number[] = []
  for (let i = 0; i <= burst; i++) statuses.push((await call?.())?.status ?? 0)
  expect(statuses.indexOf(429)).toBe(burst)
})

test.each([
  ['createFeed', 15],
  ['getFeeds', 10],
  ['getFeedDocument', 10],
])('%s has Amazon’s burst of %i', async (operation, burst) => {
  const desk = await feedDesk()
  desk.control.setQuota(operation)
  const token = await desk.accessToken()
  const call = {
    createFeed: () => desk.call('POST', FEEDS, { body: {}, token }),
    getFeeds: () => desk.call('GET', FEEDS, { token }),
    getFeedDocument: () => desk.call('GET', `${FEED_DOCUMENTS}/1`, { token }),
  }[operation]
  const statuses: number[] = []
  for (let i = 0; i <= burst; i++) statuses.push((await call?.())?.status ?? 0)
  expect(statuses.indexOf(429)).toBe(burst)
})

test('the log keeps what was uploaded and no signature; a reset forgets all feeds', async () => {
  const desk = await feedDesk()
  const { url } = await desk.newDocument()
  await desk.put(url, '<a>text</a>')
  expect(desk.control.requests().at(-1)).toMatchObject({ operation: 'uploadFeedDocument', body: '<a>text</a>' })
  expect(JSON.stringify(desk.control.requests())).not.toContain(new URL(url).searchParams.get('X-Amz-Signature'))
  await desk.give(RETIRED, '<a/>')
  expect(desk.control.feeds()).toMatchObject([{ feedType: RETIRED, status: 'IN_QUEUE', text: '<a/>', report: null }])
  desk.control.reset()
  expect(desk.control.feeds()).toEqual([])
})
