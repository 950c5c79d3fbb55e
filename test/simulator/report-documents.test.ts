import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { reportDesk, rowsOf } from './report-desk.ts'
import { HOUR, MINUTE } from './seller-central.ts'

const DAY = 24 * HOUR

async function deskWithReport() {
  const desk = await reportDesk()
  const orderId = desk.control.placeOrder()
  const { reportDocumentId } = await desk.finished()
  return { desk, orderId, documentId: reportDocumentId as string }
}

test('a document is compressed, and its signed address needs no token', async () => {
  const { desk, orderId, documentId } = await deskWithReport()
  const { body } = await desk.document(documentId)
  expect(body).toEqual({
    reportDocumentId: documentId,
    url: expect.stringContaining(`${desk.url}/report-documents/`),
    compressionAlgorithm: 'GZIP',
  })
  const file = await fetch(body.url)
  expect([file.headers.get('content-type'), file.headers.get('content-encoding')]).toEqual([
    'text/plain; charset=UTF-8',
    null,
  ])
  expect(gunzipSync(Buffer.from(await file.arrayBuffer())).toString()).toContain(orderId)
})

test('a document may come uncompressed, or with a header by which clients unpack it themselves', async () => {
  const { desk, orderId, documentId } = await deskWithReport()
  const { body } = await desk.document(documentId, undefined, '?enableContentEncodingUrlHeader=true')
  expect(await (await fetch(body.url)).text()).toContain(orderId)
  desk.control.setReports({ compress: false })
  const { reportDocumentId } = await desk.finished()
  const plain = (await desk.document(reportDocumentId)).body
  expect(plain.compressionAlgorithm).toBeUndefined()
  expect(await (await fetch(plain.url)).text()).toContain(orderId)
})

test('a signed address lives five minutes, and a new one is given out after it', async () => {
  const { desk, orderId, documentId } = await deskWithReport()
  const { url } = (await desk.document(documentId)).body
  desk.control.advance(5 * MINUTE - 1)
  expect((await fetch(url)).status).toBe(200)
  desk.control.advance(1)
  const late = await fetch(url)
  expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')])
  expect(rowsOf(await desk.read((await desk.document(documentId)).body))[0]?.['amazon-order-id']).toBe(orderId)
})

test('storage refuses a wrong signature, and a call that brings a token along', async () => {
  const { desk, documentId } = await deskWithReport()
  const { url } = (await desk.document(documentId)).body
  expect((await fetch(url.replace(/Signature=...../, 'Signature=00000'))).status).toBe(403)
  expect((await fetch(url, { headers: { 'x-amz-access-token': 'Atza|leaked' } })).status).toBe(403)
})

test('a document is kept for 30 days, and is no one else’s', async () => {
  const { desk, documentId } = await deskWithReport()
  desk.control.putSeller({ sellerId: 'OTHER' })
  const other = await desk.accessToken(desk.control.authorize({ sellerId: 'OTHER' }))
  expect((await desk.document(documentId, other)).status).toBe(404)
  desk.control.advance(31 * DAY)
  expect((await desk.document(documentId, await desk.accessToken())).status).toBe(404)
})

test('the log keeps no signature', async () => {
  const { desk, documentId } = await deskWithReport()
  const { url } = (await desk.document(documentId)).body
  await fetch(url)
  const last = desk.control.requests().at(-1)
  expect(last).toMatchObject({ operation: 'downloadReportDocument', status: 200, sellerId: 'A3HARBORGOODS' })
  expect(JSON.stringify(desk.control.requests())).not.toContain(new URL(url).searchParams.get('X-Amz-Signature'))
})

test('a download can be cut, throttled or huge', async () => {
  const { desk, documentId } = await deskWithReport()
  const { url } = (await desk.document(documentId)).body
  const operation = 'downloadReportDocument'
  desk.control.addFault({ operation, kind: 'truncate' })
  await expect(fetch(url).then((answer) => answer.arrayBuffer())).rejects.toThrow('terminated')
  desk.control.addFault({ operation, kind: 'truncate', clean: true })
  const half = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(() => gunzipSync(half)).toThrow('unexpected end of file')
  desk.control.addFault({ operation, kind: 'throttle' })
  const slow = await fetch(url)
  expect([slow.status, await slow.text()]).toEqual([503, expect.stringContaining('<Code>SlowDown</Code>')])
  desk.control.addFault({ operation, kind: 'huge-body', bytes: 5_000_000 })
  const bomb = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect([bomb.length < 50_000, gunzipSync(bomb).length]).toEqual([true, 5_000_000])
})
