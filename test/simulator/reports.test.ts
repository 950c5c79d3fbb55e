import { expect, test } from 'vitest'
import { BY_ORDER_DATE, BY_UPDATE, MORNING, REPORTS, reportDesk } from './report-desk.ts'
import { CLIENT, HOUR, MINUTE, SELLER, US } from './seller-central.ts'

const DAY = 24 * HOUR

test('a report goes from the queue through the work to done, on the simulated clock', async () => {
  const desk = await reportDesk()
  desk.control.placeOrder()
  desk.control.setReports({ queueMs: 2 * MINUTE, workMs: 5 * MINUTE })
  const created = await desk.create()
  expect([created.status, created.headers.get('x-amzn-ratelimit-limit')]).toEqual([202, '0.0167'])
  const { reportId } = created.body
  expect(await desk.report(reportId)).toEqual({
    reportId,
    reportType: BY_UPDATE,
    marketplaceIds: [US],
    dataStartTime: '2026-11-10T00:00:00+00:00',
    dataEndTime: '2026-11-10T12:00:00+00:00',
    createdTime: '2026-11-10T12:00:00+00:00',
    processingStatus: 'IN_QUEUE',
  })
  desk.control.advance(2 * MINUTE)
  expect(await desk.report(reportId)).toMatchObject({
    processingStatus: 'IN_PROGRESS',
    processingStartTime: '2026-11-10T12:02:00+00:00',
  })
  desk.control.advance(5 * MINUTE)
  expect(await desk.report(reportId)).toMatchObject({
    processingStatus: 'DONE',
    processingEndTime: '2026-11-10T12:07:00+00:00',
    reportDocumentId: expect.stringMatching(/^amzn1\.spdoc\./),
  })
})

test('a report without a row is cancelled and has no document', async () => {
  const desk = await reportDesk()
  const report = await desk.finished()
  expect([report.processingStatus, report.reportDocumentId]).toEqual(['CANCELLED', undefined])
})

test('the orders are those of the time when the work begins', async () => {
  const desk = await reportDesk()
  const before = desk.control.placeOrder()
  const { reportId } = (await desk.create({ dataEndTime: undefined })).body
  desk.control.advance(20_000)
  desk.control.alterOrder(before, { ship: 'all' })
  desk.control.advance(MINUTE)
  const text = await desk.read((await desk.document((await desk.report(reportId)).reportDocumentId)).body)
  expect(text).toContain('Unshipped')
})

test.each([
  ['FATAL', 'FATAL'],
  ['CANCELLED', 'CANCELLED'],
  ['EMPTY', 'DONE'],
] as const)('a range of more than 30 days may end %s', async (tooLong, status) => {
  const desk = await reportDesk()
  desk.control.placeOrder({ createdAt: MORNING })
  desk.control.setReports({ tooLong })
  const dataEndTime = '2026-11-10T11:00:00Z'
  const long = await desk.finished({ dataStartTime: '2026-10-11T10:59:59Z', dataEndTime })
  expect(long.processingStatus).toBe(status)
  if (tooLong === 'EMPTY')
    expect(await desk.read((await desk.document(long.reportDocumentId)).body)).toMatch(/^amazon-order-id[^\n]+\r\n$/)
  const short = await desk.finished({ dataStartTime: '2026-10-11T11:00:00Z', dataEndTime })
  expect(short.processingStatus).toBe('DONE')
})

test('one type goes by the last update, the other by the date of the order', async () => {
  const desk = await reportDesk()
  const id = desk.control.placeOrder({ createdAt: '2026-11-08T12:00:00Z' })
  desk.control.alterOrder(id, { ship: 'all' })
  expect((await desk.finished({ reportType: BY_UPDATE })).processingStatus).toBe('DONE')
  expect((await desk.finished({ reportType: BY_ORDER_DATE })).processingStatus).toBe('CANCELLED')
  const old = { dataStartTime: '2026-11-08T00:00:00Z', dataEndTime: '2026-11-09T00:00:00Z' }
  expect((await desk.finished({ reportType: BY_UPDATE, ...old })).processingStatus).toBe('CANCELLED')
  expect((await desk.finished({ reportType: BY_ORDER_DATE, ...old })).processingStatus).toBe('DONE')
})

test('an equal request is answered with the older rows while the cache lasts', async () => {
  const desk = await reportDesk()
  desk.control.setReports({ cacheMs: 4 * HOUR })
  const first = desk.control.placeOrder()
  const ids = async (more = {}) => (await desk.rows(more)).map((row) => row['amazon-order-id'])
  expect(await ids()).toEqual([first])
  const second = desk.control.placeOrder()
  expect(await ids()).toEqual([first])
  expect(await ids({ dataStartTime: '2026-11-09T23:59:59Z' })).toEqual([first, second])
  desk.control.setReports({ cacheMs: MINUTE })
  expect(await ids()).toEqual([first, second])
})

test('orders of the last minutes may be missing, as in a report that lags', async () => {
  const desk = await reportDesk()
  desk.control.setReports({ lagMs: 30 * MINUTE })
  const old = desk.control.placeOrder({ createdAt: '2026-11-10T11:00:00Z' })
  desk.control.placeOrder()
  expect((await desk.rows()).map((row) => row['amazon-order-id'])).toEqual([old])
})

test('reports are listed with the newest first, by type and status, in pages', async () => {
  const desk = await reportDesk()
  desk.control.placeOrder()
  const ids: string[] = []
  for (let i = 0; i < 3; i++) {
    ids.unshift((await desk.create()).body.reportId)
    desk.control.advance(MINUTE)
  }
  const list = (query: string) => desk.call('GET', `${REPORTS}?${query}`)
  const first = (await list(`reportTypes=${BY_UPDATE},${BY_ORDER_DATE}&pageSize=2`)).body
  expect(first.reports.map((r: { reportId: string }) => r.reportId)).toEqual(ids.slice(0, 2))
  await desk.create()
  const second = (await list(`nextToken=${first.nextToken}`)).body
  expect(second.reports.map((r: { reportId: string }) => r.reportId)).toEqual(ids.slice(2))
  expect(second.nextToken).toBeUndefined()
  const queued = (await list(`reportTypes=${BY_UPDATE}&processingStatuses=IN_QUEUE`)).body
  expect(queued.reports).toHaveLength(1)
  for (const bad of [
    '',
    `nextToken=${first.nextToken}&pageSize=2`,
    `reportTypes=${BY_UPDATE}&pageSize=101`,
    'nextToken=x',
  ])
    expect((await list(bad)).status, bad).toBe(400)
})

test('only a report in the queue can be cancelled', async () => {
  const desk = await reportDesk()
  desk.control.placeOrder()
  const { reportId } = (await desk.create()).body
  const cancelled = await desk.call('DELETE', `${REPORTS}/${reportId}`)
  expect([cancelled.status, cancelled.body]).toEqual([200, undefined])
  desk.control.advance(HOUR / 2)
  expect((await desk.report(reportId)).processingStatus).toBe('CANCELLED')
  const { reportId: done } = await desk.finished()
  expect((await desk.call('DELETE', `${REPORTS}/${done}`)).status).toBe(400)
})

test.each<[string, Record<string, unknown>, number]>([
  ['an unknown type', { reportType: 'GET_NOTHING' }, 400],
  ['no marketplace', { marketplaceIds: [] }, 400],
  ['a marketplace of someone else', { marketplaceIds: ['A1F83G8C2ARO7P'] }, 403],
  ['a start that is no time', { dataStartTime: 'yesterday' }, 400],
  ['an end in the future', { dataEndTime: '2026-11-10T12:00:01Z' }, 400],
  ['an end before the start', { dataEndTime: '2026-11-09T00:00:00Z' }, 400],
  ['a field that is not known', { dataStart: MORNING }, 400],
])('a report with %s is refused', async (_, more, status) => {
  const desk = await reportDesk()
  expect((await desk.create(more)).status).toBe(status)
})

test('a report without a range is one of now, and so has no row', async () => {
  const desk = await reportDesk()
  desk.control.placeOrder({ createdAt: '2026-11-10T11:59:00Z' })
  expect((await desk.finished({ dataStartTime: undefined })).processingStatus).toBe('CANCELLED')
})

test('a report needs a role for orders, and the seller whose it is', async () => {
  const desk = await reportDesk()
  desk.control.placeOrder()
  const { reportId } = (await desk.create()).body
  desk.control.putSeller({ sellerId: 'OTHER' })
  const other = await desk.accessToken(desk.control.authorize({ sellerId: 'OTHER' }))
  expect((await desk.call('GET', `${REPORTS}/${reportId}`, { token: other })).status).toBe(404)
  desk.control.putApp({ clientId: CLIENT, roles: ['pricing'] })
  expect((await desk.create()).status).toBe(403)
})

test('a report is forgotten after 90 days', async () => {
  const desk = await reportDesk()
  desk.control.placeOrder()
  const { reportId } = await desk.finished()
  desk.control.advance(91 * DAY)
  const token = await desk.accessToken()
  expect((await desk.call('GET', `${REPORTS}/${reportId}`, { token })).status).toBe(404)
})

test.each([
  ['createReport', 15, '0.0167'],
  ['getReport', 15, '2'],
  ['getReports', 10, '0.0222'],
] as const)('%s has a burst of %i', async (operation, burst, rate) => {
  const desk = await reportDesk()
  const { reportId } = (await desk.create()).body
  desk.control.setQuota(operation)
  const ask = {
    createReport: () => desk.create(),
    getReport: () => desk.call('GET', `${REPORTS}/${reportId}`),
    getReports: () => desk.call('GET', `${REPORTS}?reportTypes=${BY_UPDATE}`),
  }[operation]
  const first = await ask()
  expect([first.status < 300, first.headers.get('x-amzn-ratelimit-limit')]).toEqual([true, rate])
  for (let i = 1; i < burst; i++) expect((await ask()).status).toBeLessThan(300)
  expect((await ask()).status).toBe(429)
  const counter = desk.control.counters().find((c) => c.operation === operation && c.sellerId === SELLER)
  expect(counter?.throttled).toBe(1)
})
