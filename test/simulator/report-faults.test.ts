import { expect, test } from 'vitest'
import { ACTIONABLE, BY_UPDATE, DOCUMENTS, reportDesk, TOKENS } from './report-desk.ts'
import { CLIENT, HOUR } from './seller-central.ts'

const operation = 'createReport'

async function deskWithOrders() {
  const desk = await reportDesk()
  const orderIds = desk.control.placeOrders({ lines: [{ sku: 'A', title: 'Größe' }] }, 3)
  return { desk, orderIds }
}
const ids = (rows: Record<string, string>[]) => rows.map((row) => row['amazon-order-id'])

test.each(['FATAL', 'CANCELLED', 'IN_PROGRESS', 'IN_QUEUE'] as const)('a report can end %s', async (as) => {
  const { desk } = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'report-ends', as })
  const report = await desk.finished()
  expect([report.processingStatus, report.reportDocumentId]).toEqual([as, undefined])
  desk.control.advance(HOUR / 2)
  expect((await desk.report(report.reportId)).processingStatus).toBe(as)
  expect((await desk.finished()).processingStatus).toBe('DONE')
})

test('a fault may wait for a report of its type', async () => {
  const { desk } = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'report-ends', as: 'FATAL', reportType: ACTIONABLE })
  expect((await desk.finished()).processingStatus).toBe('DONE')
  expect((await desk.finished({ reportType: ACTIONABLE })).processingStatus).toBe('FATAL')
})

test('an order can be missing from one report', async () => {
  const { desk, orderIds } = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'hide-order', orderId: orderIds[1] })
  expect(ids(await desk.rows())).toEqual([orderIds[0], orderIds[2]])
  expect(ids(await desk.rows())).toEqual(orderIds)
})

test('the text can end early inside a sound file', async () => {
  const { desk, orderIds } = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'cut-report' })
  const rows = await desk.rows()
  expect(rows.length).toBeLessThan(orderIds.length)
})

test('the bytes can be in another encoding than the header says', async () => {
  const { desk } = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'wrong-encoding' })
  expect((await desk.rows())[0]?.['product-name']).toBe('Gr\ufffd\ufffde')
  desk.control.setReports({ nameEncoding: false })
  expect((await desk.rows())[0]?.['product-name']).toBe('Größe')
})

test('the columns can stand in another order, with one more', async () => {
  const { desk, orderIds } = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'odd-columns' })
  const rows = await desk.rows()
  expect(ids(rows)).toEqual(orderIds)
  expect(Object.keys(rows[0] ?? {})).toEqual([
    'price-designation',
    ...Array(29).fill(expect.anything()),
    'amazon-order-id',
    'column-of-tomorrow',
  ])
})

test('a report type can be refused as without the role', async () => {
  const { desk } = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'refuse-report-type', reportType: BY_UPDATE })
  expect((await desk.create()).status).toBe(403)
  expect((await desk.create()).status).toBe(202)
})

test('every operation has the faults of the door', async () => {
  const { desk } = await deskWithOrders()
  desk.control.addFault({ operation: 'createReport', kind: 'error', status: 500 })
  desk.control.addFault({ operation: 'getReport', kind: 'throttle' })
  desk.control.addFault({ operation: 'getReportDocument', kind: 'error', status: 503 })
  desk.control.addFault({ operation: 'createRestrictedDataToken', kind: 'error', status: 403 })
  expect((await desk.create()).status).toBe(500)
  expect((await desk.call('GET', '/reports/2021-06-30/reports/1')).status).toBe(429)
  expect((await desk.document('x')).status).toBe(503)
  expect((await desk.restrictedToken('x')).status).toBe(403)
})

async function deskWithRestricted() {
  const { desk, orderIds } = await deskWithOrders()
  const { reportDocumentId } = await desk.finished({ reportType: ACTIONABLE })
  return { desk, orderIds, documentId: reportDocumentId as string }
}

test('the document of a restricted report wants a token for this very document', async () => {
  const { desk, orderIds, documentId } = await deskWithRestricted()
  expect((await desk.document(documentId)).status).toBe(403)
  const other = (await desk.finished({ reportType: ACTIONABLE })).reportDocumentId
  const answer = await desk.restrictedToken(documentId)
  expect(answer.body).toEqual({ restrictedDataToken: expect.stringMatching(/^Atz\.sprdt\|/), expiresIn: 3600 })
  const { restrictedDataToken } = answer.body
  expect(await desk.read((await desk.document(documentId, restrictedDataToken)).body)).toContain(orderIds[0])
  expect((await desk.document(other, restrictedDataToken)).status).toBe(403)
  expect((await desk.call('GET', '/orders/2026-01-01/orders/x', { token: restrictedDataToken })).status).toBe(403)
  desk.control.advance(HOUR)
  expect((await desk.document(documentId, restrictedDataToken)).status).toBe(403)
})

test('a restricted data token ends with the grant that it came from', async () => {
  const { desk, documentId } = await deskWithRestricted()
  const { restrictedDataToken } = (await desk.restrictedToken(documentId)).body
  desk.control.revoke()
  expect((await desk.document(documentId, restrictedDataToken)).status).toBe(403)
})

test('a restricted data token is given for restricted documents only, and not without the role', async () => {
  const { desk, documentId } = await deskWithRestricted()
  const open = (await desk.finished()).reportDocumentId
  const ask = (restrictedResources: unknown) => desk.call('POST', TOKENS, { body: { restrictedResources } })
  const path = `${DOCUMENTS}/${documentId}`
  const bad: [unknown, RegExp][] = [
    [[{ method: 'GET', path: `${DOCUMENTS}/${open}` }], /unsupported document ID/],
    [[{ method: 'GET', path: `${DOCUMENTS}/{reportDocumentId}` }], /unsupported document ID/],
    [[{ method: 'GET', path: '/reports/2021-06-30/reports' }], /unsupported document ID/],
    [[{ method: 'POST', path }], /unsupported document ID/],
    [[{ method: 'FETCH', path }], /method and a path/],
    [[{ path }], /method and a path/],
    [[], /must not be empty/],
    [Array(51).fill({ method: 'GET', path }), /at most 50/],
    [undefined, /must not be empty/],
  ]
  desk.control.setQuota('createRestrictedDataToken', { rate: 1, burst: 100 })
  for (const [resources, message] of bad) {
    const answer = await ask(resources)
    expect([answer.status, answer.body.errors[0].message]).toEqual([400, expect.stringMatching(message)])
  }
  desk.control.putApp({ clientId: CLIENT, roles: ['inventory-and-order-tracking'] })
  const denied = await desk.restrictedToken(documentId)
  expect([denied.status, denied.body.errors[0].message]).toEqual([400, expect.stringMatching(/do not have access/)])
  expect((await desk.create({ reportType: ACTIONABLE })).status).toBe(403)
})

test('restricted data tokens have a burst of ten', async () => {
  const { desk, documentId } = await deskWithRestricted()
  for (let i = 0; i < 10; i++) expect((await desk.restrictedToken(documentId)).status).toBe(200)
  expect((await desk.restrictedToken(documentId)).status).toBe(429)
})

test('a body that is not JSON is refused by its content type', async () => {
  const { desk } = await deskWithOrders()
  const headers = { 'x-amz-access-token': await desk.accessToken() }
  const post = (body: string, more = {}) =>
    fetch(`${desk.url}${TOKENS}`, { method: 'POST', body, headers: { ...headers, ...more } })
  expect((await post('{}')).status).toBe(415)
  expect((await post('[', { 'content-type': 'application/json' })).status).toBe(400)
})
