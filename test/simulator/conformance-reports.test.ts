import { expect, test } from 'vitest'
import { describeWithModels, validateAnswer, validateRequest } from '../make/amazon-models.ts'
import { ACTIONABLE, BY_UPDATE, DOCUMENTS, REPORTS, reportDesk, TOKENS } from './report-desk.ts'
import { type Answer, CLIENT, MINUTE, US } from './seller-central.ts'

/** A desk whose every call is checked against the models, answer and logged request. */
async function checkedDesk() {
  const desk = await reportDesk()
  const call = async (method: string, path: string, more: { body?: unknown; token?: string } = {}): Promise<Answer> => {
    const answer = await desk.call(method, path, more)
    const bare = path.replace(/\?.*/, '')
    const problems = validateAnswer({ method, path: bare, status: answer.status, body: answer.body })
    expect(problems, `${method} ${path} ${answer.status}`).toEqual([])
    return answer
  }
  const soundRequests = () => desk.control.requests().flatMap((request) => validateRequest(request))
  return { ...desk, call, soundRequests }
}

describeWithModels("reports and tokens keep to Amazon's models", () => {
  test('from the request to the document, restricted and not, and every request is sound', async () => {
    const desk = await checkedDesk()
    desk.control.placeOrder()
    for (const reportType of [BY_UPDATE, ACTIONABLE]) {
      const body = {
        reportType,
        marketplaceIds: [US],
        dataStartTime: '2026-11-10T00:00:00Z',
        reportOptions: { a: 'b' },
      }
      const { reportId } = (await desk.call('POST', REPORTS, { body })).body
      await desk.call('GET', `${REPORTS}/${reportId}`)
      desk.control.advance(20_000)
      await desk.call('GET', `${REPORTS}/${reportId}`)
      desk.control.advance(MINUTE)
      const { reportDocumentId } = (await desk.call('GET', `${REPORTS}/${reportId}`)).body
      const path = `${DOCUMENTS}/${reportDocumentId}`
      const resources = { restrictedResources: [{ method: 'GET', path, dataElements: ['shippingAddress'] }] }
      const token =
        reportType === ACTIONABLE
          ? (await desk.call('POST', TOKENS, { body: resources })).body.restrictedDataToken
          : undefined
      const document = await desk.call('GET', `${path}?enableContentEncodingUrlHeader=false`, { token })
      await desk.read(document.body)
    }
    const first = await desk.call('GET', `${REPORTS}?reportTypes=${BY_UPDATE},${ACTIONABLE}&pageSize=1`)
    await desk.call('GET', `${REPORTS}?nextToken=${first.body.nextToken}`)
    const { reportId } = (await desk.call('POST', REPORTS, { body: { reportType: BY_UPDATE, marketplaceIds: [US] } }))
      .body
    await desk.call('DELETE', `${REPORTS}/${reportId}`)
    await desk.call('GET', `${REPORTS}/${reportId}`)
    expect(desk.soundRequests()).toEqual([])
    expect(desk.control.requests().map((r) => r.operation)).toContain('downloadReportDocument')
  })

  test('every error that can be met', async () => {
    const desk = await checkedDesk()
    desk.control.placeOrder()
    const body = { reportType: BY_UPDATE, marketplaceIds: [US], dataStartTime: '2026-11-10T00:00:00Z' }
    const statuses = [
      await desk.call('POST', REPORTS, { body: { ...body, reportType: 'GET_NOTHING' } }),
      await desk.call('POST', REPORTS, { body: { ...body, marketplaceIds: ['NOWHERE'] } }),
      await desk.call('POST', REPORTS),
      await desk.call('GET', `${REPORTS}/1`),
      await desk.call('GET', `${REPORTS}`),
      await desk.call('GET', `${DOCUMENTS}/1`),
      await desk.call('POST', TOKENS, { body: { restrictedResources: [] } }),
      await desk.call('POST', TOKENS),
    ]
    const done = (await desk.call('POST', REPORTS, { body })).body.reportId
    desk.control.advance(MINUTE)
    statuses.push(await desk.call('DELETE', `${REPORTS}/${done}`))
    for (const [status, operation] of [
      [429, 'createReport'],
      [500, 'createReport'],
      [503, 'createReport'],
    ] as const) {
      desk.control.addFault({ operation, kind: 'error', status })
      statuses.push(await desk.call('POST', REPORTS, { body }))
    }
    desk.control.putApp({ clientId: CLIENT, roles: [] })
    statuses.push(await desk.call('POST', TOKENS, { body: {} }))
    expect(statuses.map((a) => a.status)).toEqual([400, 403, 415, 404, 400, 404, 400, 415, 400, 429, 500, 503, 403])
  })

  test.each<[string, object]>([
    ['no report type', { body: { marketplaceIds: [US] } }],
    ['an unknown field', { body: { reportType: BY_UPDATE, marketplaceIds: [US], dataStart: 'x' } }],
    ['a range that is no time', { body: { reportType: BY_UPDATE, marketplaceIds: [US], dataStartTime: 'today' } }],
    ['no body', { body: undefined }],
    [
      'another content type',
      { headers: { 'user-agent': 'x', 'x-amz-access-token': '***', 'content-type': 'text/plain' } },
    ],
  ])('a request with %s is found out', (_, wrong) => {
    const sound = {
      method: 'POST',
      path: REPORTS,
      body: { reportType: BY_UPDATE, marketplaceIds: [US] },
      headers: { 'user-agent': 'x', 'x-amz-access-token': '***', 'content-type': 'application/json' },
    }
    expect(validateRequest(sound)).toEqual([])
    expect(validateRequest({ ...sound, ...wrong })).toHaveLength(1)
  })

  test('a signed address that is called with a token is found out', () => {
    const request = { method: 'GET', path: '/report-documents/x', headers: { 'user-agent': 'x' } }
    expect(validateRequest(request)).toEqual([])
    expect(validateRequest({ ...request, headers: { 'x-amz-access-token': '***' } })).toHaveLength(1)
  })
})
