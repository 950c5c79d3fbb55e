import { afterAll, beforeAll, expect, test } from 'vitest'
import { APPLICATION, SELLER } from '#main/demo/sample-merchant.ts'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
})
afterAll(() => bench.close())

const NEW = 'a-new-secret-of-the-application'
const CONNECT = ['connect', '--region', 'na', '--seller', SELLER.sellingPartnerId]

test('[C8][X3] plans are set by a file; connecting on one without the channel says so, and raises it when that is agreed to', async () => {
  const plans = {
    plans: [
      { name: 'Small', includesChannel: false },
      { name: 'Large', includesChannel: true },
    ],
  }
  expect(await bench.ok(['plan', 'list'])).toContain('There are no plans')
  expect(await bench.ok(['plan', 'set', bench.file('plans.json', plans)])).toContain('Small, Large')
  expect(await bench.ok(['plan', 'choose', 'HRBOR', 'Small'])).toContain('HRBOR is on the plan Small')
  expect(await bench.refused(['plan', 'choose', 'HRBOR', 'Huge'])).toContain('no plan [Huge]')
  const refused = await bench.refused(CONNECT, SELLER.refreshToken)
  expect(refused).toContain('The plan Small does not include Amazon Seller Central. Connecting raises it to Large.')
  expect(refused).toContain('--raise-plan')
  expect(await bench.ok([...CONNECT, '--raise-plan'], SELLER.refreshToken)).toContain('na-A3HARBORGOODS is connected')
  expect(await bench.ok(['plan', 'list'])).toMatch(/Large +yes +HRBOR/)
})

test('[C1][C4][X3] connect test names each role, and connect lapse sets the day', async () => {
  const said = await bench.ok(['connect', 'test', '--merchant', 'HRBOR'])
  expect(said).toContain('no role is known to be missing')
  expect(said).toMatch(/Product Listing: listings, stock and prices +good +\S+/)
  expect(await bench.ok(['connect', 'lapse', 'none'])).toContain('has no end')
  expect(await bench.ok(['connect', 'lapse', '2027-02-03', '--merchant', 'HRBOR'])).toContain('lapses on 2027-02-03')
  expect(await bench.mistyped(['connect', 'lapse', 'soon'])).toContain('2027-11-10')
  expect(await bench.refused(['connect'], '')).toContain('--region na --seller A3')
})

test('[C5][X3] a secret is added by standard input, tested, promoted; it is never shown', async () => {
  expect(await bench.ok(['secret', 'list'])).toContain('environment')
  const na = ['--region', 'na']
  expect(await bench.ok(['secret', 'add', ...na], NEW)).toContain('./millrace secret test --region na')
  expect(await bench.refused(['secret', 'promote', ...na])).toContain('was not proven yet')
  expect(await bench.refused(['secret', 'test', ...na])).toContain('The one in use stays.')
  bench.control.putApp({ clientId: APPLICATION.clientId, secrets: [NEW] })
  expect(await bench.ok(['secret', 'test', ...na])).toContain('Amazon takes the next secret')
  expect(await bench.ok(['secret', 'promote', ...na])).toContain('without a start')
  expect(await bench.ok(['secret', 'lapse', '2027-05-09', ...na])).toContain('lapses on 2027-05-09')
  const listed = await bench.ok(['secret', 'list'])
  expect(listed).toMatch(/na +current +database .* 2027-05-09/)
  expect(listed).not.toContain(NEW)
  expect(await bench.ok(['connect', 'test'])).toContain('The authorization is good')
  expect(await bench.refused(['secret', 'forget', ...na])).toContain('There is no next secret')
})

test('[C5][X3] sqs tells of the queue, of its last message, and what each connection is told of', async () => {
  expect(await bench.ok(['sqs'])).toContain('No queue is set: orders come by the sweeps alone')
  const owner = bench.database.ownerPool()
  await owner.query(`insert into deployment.hint_queue (arn, answered_at, problem) values ('arn:aws:sqs:us-east-1:123456789012:millrace',
      to_timestamp(1794322800), '{"code": "hint-queue-refused", "facts": {"said": "AccessDenied"}}');
    insert into millrace.subscriptions (merchant_id, connection_id, topic, subscription_id, checked_at, problem)
      values ('HRBOR', 'na-A3HARBORGOODS', 'feeds', 'one', to_timestamp(1794322800), null),
             ('HRBOR', 'na-A3HARBORGOODS', 'orders', null, to_timestamp(1794322800), '{"code": "access-denied", "facts": {"connection": "na-A3HARBORGOODS"}}')`)
  const said = await bench.ok(['sqs'])
  expect(said).toContain('No queue is set any more')
  expect(said).toContain("AWS refuses us the queue for Amazon's notifications (AccessDenied)")
  expect(said).toMatch(/HRBOR +na-A3HARBORGOODS +feeds +\S+ +not in a day +asked for/)
  expect(said).toMatch(/HRBOR +na-A3HARBORGOODS +orders +\S+ +\S+.*denied|orders.*Amazon/)
  const json = JSON.parse(await bench.ok(['sqs', '--json']))
  expect(json).toMatchObject({
    set: null,
    queue: { messageAt: null },
    subscriptions: [{ topic: 'feeds' }, { topic: 'orders' }],
  })
})

test('[C6][X3] disconnect lists what stops and asks; with nobody to ask it does nothing without --yes', async () => {
  const { out, err } = await bench.run(['disconnect'])
  expect(`${out}${err}`).toContain('The token is deleted at once.')
  expect(err).toContain('Nothing was changed')
  expect(await bench.ok(['disconnect', '--yes'])).toContain('End the grant there too: in Seller Central')
  const { connections } = (await bench.json(['status', '--merchant', 'HRBOR'])).merchants[0]
  expect(connections).toMatchObject([{ state: 'disabled', importing: false }])
  expect(await bench.ok(['disconnect', 'certificates'])).toContain('HRBOR has no certificate of deletion.')
  expect(await bench.refused(['connect', 'test'])).toContain('na-A3HARBORGOODS was cleared here')
})
