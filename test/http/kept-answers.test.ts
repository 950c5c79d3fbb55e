import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import type { Deps, Tx } from '#flows/deps.ts'
import { buildApp } from '#http/app.ts'
import type { MerchantStore } from '#store/merchant-store.ts'
import { MILLS, makeApi, mug, NOW, OTHER } from '../make/api.ts'

const HOUR = 3_600_000

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

type App = Awaited<ReturnType<typeof buildApp>>
type Sent = { key?: string; body?: unknown; method?: 'PUT' | 'POST'; path?: string; apiKey?: string; app?: App }

/** Sends a request under an Idempotency-Key. */
async function send({ key, body, method = 'PUT', path = '/items', apiKey = api.key, app = api.app }: Sent) {
  const reply = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
  return {
    status: reply.statusCode,
    type: reply.headers['content-type'],
    body: reply.json(),
    replayed: reply.headers['idempotent-replayed'] === 'true',
  }
}

const items = (description: string) => ({ items: [{ ...mug, description }] })
const descriptionNow = async () => ((await api.call('GET', '/items/MUG')).body as { description: string }).description
const rows = async () =>
  (
    await api.database
      .ownerPool()
      .query(`select answer_key, status, body from millrace.kept_answers where merchant_id = 'MILLS' order by 1`)
  ).rows

/** The same API with something changed, such as its clock. */
const appWith = (change: Partial<Deps>) =>
  buildApp({ ...api.deps, ...change }, { version: 'test', isOutage: () => false })

/** Transactions whose store has something changed. */
const withStore = (change: (store: MerchantStore) => MerchantStore): Deps['transaction'] =>
  ((merchant: MerchantId, _scope: 'app', work: (tx: Tx) => Promise<unknown>) =>
    api.deps.transaction(merchant, 'app', (tx) => work({ ...tx, store: change(tx.store) }))) as Deps['transaction']

describe('a request under an Idempotency-Key', () => {
  test('[X1] is done once: a repeat is given the first answer, and says so', async () => {
    const first = await send({ key: 'once', body: items('first') })
    expect([first.status, first.replayed]).toEqual([200, false])
    await api.call('PUT', '/items', items('changed since'))
    const again = await send({ key: 'once', body: items('first') })
    expect(again).toEqual({ ...first, replayed: true })
    expect(await descriptionNow()).toBe('changed since')
  })

  test('[X1] with another body, method or address is refused', async () => {
    await send({ key: 'other', body: items('one') })
    const reply = await send({ key: 'other', body: items('two') })
    expect([reply.status, reply.body.code]).toEqual([422, 'another-request'])
    expect((await send({ key: 'other', body: items('one'), path: '/items?x=1' })).status).toBe(422)
    expect((await send({ key: 'other', body: items('one') })).replayed).toBe(true)
    expect(await descriptionNow()).toBe('one')
  })

  test('[X1] spaces and the order of fields do not make another body', async () => {
    await send({ key: 'same', body: items('same') })
    const turned = { items: [Object.fromEntries(Object.entries(items('same').items[0] ?? {}).reverse())] }
    expect((await send({ key: 'same', body: turned })).replayed).toBe(true)
  })

  test('[X1] refused by the rules, the refusal is the answer; refused for its form, nothing is kept', async () => {
    const bad = { items: [{ ...mug, price: { amount: 'x', currency: 'USD' } }] }
    const first = await send({ key: 'refused', body: bad })
    expect([first.status, first.type]).toEqual([422, expect.stringContaining('application/problem+json')])
    expect(await send({ key: 'refused', body: bad })).toEqual({ ...first, replayed: true })
    expect((await send({ key: 'form', body: { items: 'none' } })).status).toBe(400)
    expect((await send({ key: 'form', body: items('form') })).status).toBe(200)
  })

  test('[X1] belongs to its merchant', async () => {
    await send({ key: 'mine', body: items('mine') })
    const yen = { items: [{ ...mug, price: null }] }
    const other = await send({ key: 'mine', body: yen, apiKey: api.otherKey })
    expect([other.status, other.replayed]).toEqual([200, false])
    const seen = await api.deps.transaction(OTHER, 'app', (tx) =>
      tx.store.takeTurn({ key: 'once', request: 'x', at: NOW, forgottenBefore: 0, abandonedBefore: 0 }),
    )
    expect(seen.kind).toBe('ours')
  })

  test('[X1] is answered for 24 hours, then done again', async () => {
    await send({ key: 'day', body: items('day') })
    const late = await appWith({ now: () => NOW + 24 * HOUR })
    expect((await send({ key: 'day', body: items('day'), app: late })).replayed).toBe(true)
    const later = await appWith({ now: () => NOW + 24 * HOUR + 1 })
    expect((await send({ key: 'day', body: items('next day'), app: later })).replayed).toBe(false)
    expect((await rows()).map((row) => row.answer_key)).toEqual(['day'])
    await Promise.all([late.close(), later.close()])
  })

  test('[X1] sent twice at the same moment is done once; the other is told to ask again', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => send({ key: 'rush', body: items('rush') })))
    const done = replies.filter((reply) => reply.status === 200 && !reply.replayed)
    expect(done).toHaveLength(1)
    for (const reply of replies) expect([200, 409]).toContain(reply.status)
    expect((await send({ key: 'rush', body: items('rush') })).replayed).toBe(true)
  })

  test('[X1] whose first run still runs is told so', async () => {
    let release = () => {}
    const waiting = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow = await appWith({
      transaction: withStore((store) => ({
        ...store,
        findKitsWith: (ids) => waiting.then(() => store.findKitsWith(ids)),
      })),
    })
    const first = send({ key: 'slow', body: items('slow'), app: slow })
    await expect.poll(async () => (await rows()).some((row) => row.answer_key === 'slow')).toBe(true)
    const second = await send({ key: 'slow', body: items('slow') })
    expect([second.status, second.body.code]).toEqual([409, 'still-running'])
    release()
    expect((await first).status).toBe(200)
    expect((await send({ key: 'slow', body: items('slow') })).replayed).toBe(true)
    await slow.close()
  })

  test('[X1] that failed on our side leaves no answer: a repeat is done', async () => {
    let broken = true
    const upsertItems = () => Promise.reject(new Error('broken'))
    const app = await appWith({ transaction: withStore((store) => (broken ? { ...store, upsertItems } : store)) })
    expect((await send({ key: 'broken', body: items('broken'), app })).status).toBe(500)
    broken = false
    const again = await send({ key: 'broken', body: items('broken'), app })
    expect([again.status, again.replayed]).toEqual([200, false])
    await app.close()
  })

  test('[X1] whose worker died in between leaves no false answer: after five minutes a repeat is done, and the dead one can write nothing', async () => {
    const asked = { key: 'dead', at: NOW, forgottenBefore: NOW - 24 * HOUR, abandonedBefore: NOW - 300_000 }
    const body = items('after the crash')
    const live = await send({ key: 'probe', body })
    expect(live.status).toBe(200)
    const { rows: found } = await api.database
      .ownerPool()
      .query(`select request from millrace.kept_answers where answer_key = 'probe'`)
    const request = found[0].request as string
    const turn = await api.deps.transaction(MILLS, 'app', (tx) => tx.store.takeTurn({ ...asked, request }))
    expect(turn).toEqual({ kind: 'ours', run: 1 })
    expect((await send({ key: 'dead', body })).status).toBe(409)
    const later = await appWith({ now: () => NOW + 300_001 })
    const repeat = await send({ key: 'dead', body, app: later })
    expect([repeat.status, repeat.replayed]).toEqual([200, false])
    const answer = { status: 500, contentType: 'text/plain', body: 'false' }
    await api.deps.transaction(MILLS, 'app', (tx) => tx.store.keepAnswer({ key: 'dead', run: 1, answer }))
    expect(await send({ key: 'dead', body })).toEqual({ ...repeat, replayed: true })
    await later.close()
  })

  test.each(['x'.repeat(256), 'two words', 'ä', ''])('[X1] with a key that is none is refused: %s', async (key) => {
    const reply = await send({ key: Buffer.from(key).toString('latin1'), body: items('x') })
    expect([reply.status, reply.body.fields?.[0]?.field]).toEqual([400, 'Idempotency-Key'])
  })

  test('[X1] POST is kept as PUT is; a preview changes nothing and is not', async () => {
    const start = { key: 'start', method: 'POST', path: '/connections/na-NONE/start' } as const
    const first = await send(start)
    expect(first.status).toBe(404)
    expect(await send(start)).toEqual({ ...first, replayed: true })
    await send({ key: 'preview', method: 'POST', path: '/connections/na-NONE/preview' })
    expect((await rows()).map((row) => row.answer_key)).not.toContain('preview')
  })

  test('[X1] without a key nothing is kept, and a token in the body is never kept', async () => {
    const before = (await rows()).length
    await send({ body: items('no key') })
    expect((await rows()).length).toBe(before)
    const token = 'Atzr|never-kept'
    await send({
      key: 'token',
      path: '/connections',
      body: { region: 'na', sellingPartnerId: 'A1', refreshToken: token },
    })
    expect(JSON.stringify(await rows())).not.toContain(token)
  })

  test('[X1][X2] the secret of a webhook is sealed or nowhere: its answer is not kept, and its document offers no key', async () => {
    const webhook = { url: 'https://shop.example.com/millrace', name: 'A shop' }
    const made = await send({ key: 'made', method: 'POST', path: '/webhooks', body: webhook })
    const renewed = await send({
      key: 'renewed',
      method: 'POST',
      path: `/webhooks/${made.body.webhook.webhookId}/secret`,
    })
    expect([made.body.secret, renewed.body.secret].map((secret) => /^whsec_/.test(secret))).toEqual([true, true])
    expect(JSON.stringify(await rows())).not.toContain('whsec_')
    const { paths } = (await api.call('GET', '/openapi.json')).body as {
      paths: Record<string, { post: { parameters?: { name: string }[] } }>
    }
    expect(paths['/api/v1/webhooks']?.post.parameters ?? []).toEqual([])
  })
})
