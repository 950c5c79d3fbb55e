import { expect, onTestFinished, test } from 'vitest'
import { openHintQueue } from '#amazon/hint-queue.ts'
import { readHint } from '#amazon/read-hint.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import { describeWithModels, validateAnswer, validateRequest } from '../make/amazon-models.ts'
import { misfit } from '../make/notification-schemas.ts'

const SELLER_TOKEN = 'Atzr|demo-harbor-goods'
const CLIENT = { client_id: 'amzn1.application-oa2-client.demo', client_secret: 'demo-secret-not-a-secret' }
const NOTIFICATIONS = '/notifications/v1'
const SUBSCRIPTION = `${NOTIFICATIONS}/subscriptions/ORDER_CHANGE`
const VERSION = {
  ORDER_CHANGE: '1.0',
  FEED_PROCESSING_FINISHED: '2020-09-04',
  REPORT_PROCESSING_FINISHED: '2020-09-04',
}

/** A simulated Amazon with a queue, called as a program would call it, each answer held against the models where they are. */
async function desk({ checked = false } = {}) {
  const { url, control, close } = await startSimulator({ clock: 'virtual', start: '2026-11-10T15:00:00Z' })
  onTestFinished(close)
  const queue = control.putQueue()
  const tokenBy = async (grant: Record<string, string>): Promise<string> => {
    const body = new URLSearchParams({ ...grant, ...CLIENT })
    const answer = await fetch(`${url}/auth/o2/token`, { method: 'POST', body })
    return ((await answer.json()) as { access_token: string }).access_token
  }
  const seller = await tokenBy({ grant_type: 'refresh_token', refresh_token: SELLER_TOKEN })
  const grantless = await tokenBy({ grant_type: 'client_credentials', scope: 'sellingpartnerapi::notifications' })
  const rotation = await tokenBy({
    grant_type: 'client_credentials',
    scope: 'sellingpartnerapi::client_credential:rotation',
  })
  const call = async (
    method: string,
    path: string,
    { token = seller, body }: { token?: string; body?: unknown } = {},
  ) => {
    const headers = { 'user-agent': 'test', 'x-amz-access-token': token, 'content-type': 'application/json' }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`${url}${path}`, { method, headers, ...sent })
    const text = await answer.text()
    const found = { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
    if (checked) expect(validateAnswer({ method, path: path.replace(/\?.*/, ''), ...found })).toEqual([])
    return found
  }
  const resourceSpecification = { sqs: { arn: queue.arn } }
  const destine = () =>
    call('POST', `${NOTIFICATIONS}/destinations`, { token: grantless, body: { name: 'Ours', resourceSpecification } })
  const key = { accessKeyId: 'AKIASIMULATED', secretAccessKey: 'x', region: 'us-east-1' }
  const open = (more = {}) => openHintQueue({ arn: queue.arn, url: `${url}${queue.path}`, ...key, ...more })
  const subscribe = async (type: string, destinationId: string) => {
    const payloadVersion = VERSION[type as keyof typeof VERSION] ?? '1.0'
    return call('POST', `${NOTIFICATIONS}/subscriptions/${type}`, { body: { payloadVersion, destinationId } })
  }
  return { url, control, queue, call, seller, grantless, rotation, destine, subscribe, open }
}

/** What is in the queue, as JSON. */
async function bodies({ open, control }: Awaited<ReturnType<typeof desk>>): Promise<{ [name: string]: unknown }[]> {
  control.advance(10_000)
  const taken = await open().take(0)
  if (!taken.ok) throw new Error(taken.problem.code)
  await open().remove(taken.value)
  return taken.value.map(({ body }) => JSON.parse(body))
}

test('destinations are the application’s, subscriptions the seller’s; what is there already is a conflict, and quotas hold', async () => {
  const d = await desk()
  expect((await d.call('GET', `${NOTIFICATIONS}/destinations`)).status).toBe(403)
  const { destinationId } = (await d.destine()).body.payload
  expect((await d.destine()).status).toBe(409)
  expect((await d.call('GET', SUBSCRIPTION)).status).toBe(404)
  expect((await d.subscribe('ORDER_CHANGE', 'nowhere')).status).toBe(400)
  expect((await d.subscribe('LISTINGS_ITEM_STATUS_CHANGE', destinationId)).status).toBe(400)
  expect((await d.subscribe('NO_SUCH_TYPE', destinationId)).status).toBe(400)
  const made = await d.subscribe('ORDER_CHANGE', destinationId)
  expect(made.status).toBe(200)
  expect((await d.subscribe('ORDER_CHANGE', destinationId)).status).toBe(409)
  expect((await d.subscribe('ORDER_CHANGE', destinationId)).status).toBe(429)
  d.control.advance(10_000)
  const one = `${SUBSCRIPTION}/${made.body.payload.subscriptionId}`
  expect((await d.call('DELETE', one)).status).toBe(403)
  const place = `${NOTIFICATIONS}/destinations/${destinationId}`
  expect((await d.call('DELETE', place, { token: d.grantless })).status).toBe(409)
  expect((await d.call('DELETE', one, { token: d.grantless })).status).toBe(200)
  expect((await d.call('DELETE', place, { token: d.grantless })).status).toBe(200)
})

test('the queue speaks the protocol of SQS to Amazon’s own client: at least once, hidden for a while, gone when it is deleted', async () => {
  const d = await desk()
  for (let n = 0; n < 12; n++) d.control.putMessage({ arn: d.queue.arn, body: `message ${n} ünïcode` })
  const queue = d.open()
  const [first, second] = [await queue.take(0), await queue.take(0)]
  if (!first.ok || !second.ok) throw new Error('not taken')
  expect([first.value.length, second.value.length]).toEqual([10, 2])
  expect(first.value.map(({ body }) => body)).not.toEqual([...first.value].map(({ body }) => body).sort())
  expect(await queue.remove(first.value)).toEqual({ ok: true, value: null })
  expect(d.control.queues()).toMatchObject([{ waiting: 2, deleted: 10 }])
  d.control.advance(61_000)
  const again = await queue.take(0)
  expect(again.ok && again.value.map(({ body }) => body).sort()).toEqual(second.value.map(({ body }) => body).sort())
  const code = async (more: object) => {
    const answer = await d.open(more).take(0)
    return answer.ok ? 'ok' : answer.problem.code
  }
  expect(await code({ accessKeyId: 'AKIASTRANGER' })).toBe('hint-queue-refused')
  expect(await code({ url: `${d.url}/123456789012/other` })).toBe('hint-queue-refused')
  expect(await code({ url: 'http://127.0.0.1:9/123456789012/other' })).toBe('hint-queue-away')
})

test('a receiver that waits is answered when something comes, and lets go when it is told to', async () => {
  const d = await desk()
  const waiting = d.open().take(20)
  d.control.putMessage({ arn: d.queue.arn, body: 'here' })
  expect(await waiting).toMatchObject({ ok: true, value: [{ body: 'here' }] })
  const stopping = new AbortController()
  const stopped = d.open().take(20, stopping.signal)
  stopping.abort()
  expect((await stopped).ok).toBe(false)
})

test('notifications are lost, doubled and late on demand', async () => {
  const d = await desk()
  const { destinationId } = (await d.destine()).body.payload
  await d.subscribe('ORDER_CHANGE', destinationId)
  d.control.addFault({ operation: 'sendNotification', kind: 'lose-notification' })
  d.control.placeOrder()
  expect(await bodies(d)).toEqual([])
  d.control.addFault({ operation: 'sendNotification', kind: 'double-notification' })
  d.control.placeOrder()
  const [one, two] = await bodies(d)
  expect(one).toEqual(two)
  d.control.addFault({ operation: 'sendNotification', kind: 'late-notification', ms: 60_000 })
  d.control.placeOrder()
  expect(await bodies(d)).toEqual([])
  d.control.advance(60_000)
  expect(await bodies(d)).toHaveLength(1)
})

test('a new client secret comes by the registered queue only; the old one lives a week longer', async () => {
  const d = await desk()
  const rotate = () => d.call('POST', '/applications/2023-11-30/clientSecret', { token: d.rotation, body: {} })
  expect((await rotate()).status).toBe(400)
  d.control.enrollSecret({ arn: d.queue.arn })
  d.control.advance(60_000)
  expect((await rotate()).status).toBe(204)
  const [told] = (await bodies(d)) as { payload: { applicationOAuthClientNewSecret: Record<string, string> } }[]
  const secret = told?.payload.applicationOAuthClientNewSecret
  expect(secret).toMatchObject({ clientId: CLIENT.client_id })
  const login = async (client_secret: string) => {
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: SELLER_TOKEN,
      ...CLIENT,
      client_secret,
    })
    return (await fetch(`${d.url}/auth/o2/token`, { method: 'POST', body })).status
  }
  expect([await login(CLIENT.client_secret), await login(secret?.newClientSecret ?? '')]).toEqual([200, 200])
  d.control.advance(8 * 86_400_000)
  expect([await login(CLIENT.client_secret), await login(secret?.newClientSecret ?? '')]).toEqual([401, 200])
})

describeWithModels("notifications keep to Amazon's models", () => {
  test('every call and every answer', async () => {
    const d = await desk({ checked: true })
    const { destinationId } = (await d.destine()).body.payload
    await d.call('GET', `${NOTIFICATIONS}/destinations`, { token: d.grantless })
    await d.call('GET', `${NOTIFICATIONS}/destinations/${destinationId}`, { token: d.grantless })
    await d.call('GET', SUBSCRIPTION)
    const { subscriptionId } = (await d.subscribe('ORDER_CHANGE', destinationId)).body.payload
    await d.subscribe('ORDER_CHANGE', destinationId)
    await d.call('GET', `${SUBSCRIPTION}?payloadVersion=1.0`)
    await d.call('GET', `${SUBSCRIPTION}/${subscriptionId}`, { token: d.grantless })
    await d.call('DELETE', `${SUBSCRIPTION}/${subscriptionId}`, { token: d.grantless })
    const sound = d.control.requests().flatMap((request) => validateRequest(request))
    expect(sound).toEqual([])
  })

  test('what is sent fits the schema of its type: orders of every kind and state, feeds, reports, listings', async () => {
    const d = await desk()
    const { destinationId } = (await d.destine()).body.payload
    for (const type of Object.keys(VERSION)) await d.subscribe(type, destinationId)
    const pending = d.control.placeOrder({ status: 'PENDING' })
    const asked = d.control.placeOrder({ like: 'business' })
    d.control.alterOrder(asked, { requestCancellation: {} })
    d.control.alterOrder(pending, { cancel: { by: 'AMAZON' } })
    d.control.alterOrder(d.control.placeOrder(), { ship: 'all' })
    const seller = { SellerId: 'A3HARBORGOODS', MarketplaceId: 'ATVPDKIKX0DER', Sku: 'MUG-BLUE' }
    const { arn } = d.queue
    d.control.notify({ type: 'LISTINGS_ITEM_ISSUES_CHANGE', arn, payload: { ...seller, Severities: ['ERROR'] } })
    const stock = { SellerId: 'A3HARBORGOODS', FulfillmentChannelCode: 'DEFAULT', Sku: 'MUG-BLUE', Quantity: 3 }
    d.control.notify({ type: 'LISTINGS_ITEM_MFN_QUANTITY_CHANGE', arn, payload: stock })
    const report = { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: ['ATVPDKIKX0DER'] }
    await d.call('POST', '/reports/2021-06-30/reports', { body: report })
    await sendFeed(d, '{"header":{"sellerId":"A3HARBORGOODS","version":"2.0"},"messages":[]}')
    d.control.advance(600_000)
    const sent = [...(await bodies(d)), ...(await bodies(d))]
    expect(sent.length).toBe(10)
    expect(sent.filter(({ notificationType }) => notificationType === 'FEED_PROCESSING_FINISHED')).toHaveLength(1)
    for (const body of sent) expect(misfit(body)).toEqual([])
    const about = sent.map((body) => readHint(JSON.stringify(body))).map((read) => read.ok && read.value.about.of)
    expect([...new Set(about)].sort()).toEqual(['feed', 'listing', 'order', 'report'])
  })
})

/** Sends a feed of listings, as a program does. */
async function sendFeed(d: Awaited<ReturnType<typeof desk>>, content: string): Promise<void> {
  const contentType = 'application/json; charset=UTF-8'
  const document = (await d.call('POST', '/feeds/2021-06-30/documents', { body: { contentType } })).body
  await fetch(document.url, { method: 'PUT', headers: { 'content-type': contentType }, body: content })
  const feed = { feedType: 'JSON_LISTINGS_FEED', marketplaceIds: ['ATVPDKIKX0DER'] }
  const made = await d.call('POST', '/feeds/2021-06-30/feeds', {
    body: { ...feed, inputFeedDocumentId: document.feedDocumentId },
  })
  expect(made.status).toBe(202)
}
