import { describe, expect, it } from 'vitest'
import { connection, edgeAndSimulator, MINUTE, morning, NOON } from './edge.ts'

const KEY = 'amzn1.application-oa2-client.demo/A3HARBORGOODS/searchOrders'

describe('client', () => {
  it('[O1] each call takes one token of its bucket, with the rate of Amazon’s usage plan', async () => {
    const { amazon, said, search } = await edgeAndSimulator()
    await search()
    await amazon.getOrder(connection, '111-9999999-9999999')
    expect(said.buckets).toEqual([
      { key: KEY, rate: 0.0056, burst: 20 },
      { key: KEY.replace('searchOrders', 'getOrder'), rate: 0.5, burst: 30 },
    ])
  })

  it('[O1] without a token nothing is sent, and the caller is told when to come again', async () => {
    const { calls, search, world } = await edgeAndSimulator()
    world.tokens = 0
    expect(await search()).toEqual({ ok: 'wait', wait: { readyAt: world.readyAt } })
    expect(calls()).toEqual([])
  })

  it('[O1] after a 429 the bucket is blocked, for at least as long as one token takes to grow', async () => {
    const { control, said, search, world, outcomes } = await edgeAndSimulator()
    control.addFault({ operation: 'searchOrders', kind: 'throttle', header: false, count: 3 })
    const waits: number[] = []
    for (const random of [0, 0.99, 0.99]) {
      world.random = random
      const answer = await search()
      waits.push(answer.ok === 'wait' ? answer.wait.readyAt - NOON : 0)
    }
    expect(waits[0]).toBe(Math.ceil(1000 / 0.0056))
    expect(waits[1]).toBeGreaterThan(waits[0]! * 1.9)
    expect(waits[2]).toBeGreaterThan(waits[1]! * 1.9)
    expect(said.blocked).toEqual(waits.map((wait) => ({ key: KEY, readyAt: NOON + wait })))
    expect(outcomes()).toEqual([
      'login ok',
      'searchOrders throttled',
      'searchOrders throttled',
      'searchOrders throttled',
    ])
    await search()
    control.addFault({ operation: 'searchOrders', kind: 'throttle' })
    world.random = 0.99
    const again = await search()
    expect(again.ok === 'wait' && again.wait.readyAt - NOON).toBeLessThan(waits[1]!)
  })

  it('[O1] the rate that Amazon states re-tunes the bucket, once', async () => {
    const { control, said, search } = await edgeAndSimulator()
    await search()
    expect(said.retuned).toEqual([])
    control.setQuota('searchOrders', { rate: 0.05, burst: 20 })
    await search()
    await search()
    expect(said.retuned).toEqual([{ key: KEY, rate: 0.05 }])
    expect(said.buckets.at(-1)).toEqual({ key: KEY, rate: 0.05, burst: 20 })
  })

  it('[C1] an access token is asked for once and renewed after 55 minutes', async () => {
    const { calls, control, search, world } = await edgeAndSimulator()
    const pass = (ms: number) => {
      world.now += ms
      control.advance(ms)
    }
    await search()
    pass(54 * MINUTE)
    await search()
    expect(calls()).toEqual(['login', 'searchOrders', 'searchOrders'])
    pass(2 * MINUTE)
    await search()
    expect(calls().slice(3)).toEqual(['login', 'searchOrders'])
  })

  it('[C1] many who need a token at once share one request for it', async () => {
    const { calls, search } = await edgeAndSimulator()
    await Promise.all([search(), search(), search(), search()])
    expect(calls().filter((operation) => operation === 'login')).toHaveLength(1)
  })

  it('[C1] a refused access token is renewed once and the call made once more, with a second token of the bucket', async () => {
    const { calls, control, search, said } = await edgeAndSimulator()
    await search()
    control.forgetAccessTokens()
    expect(await search()).toMatchObject({ ok: true })
    expect(calls()).toEqual(['login', 'searchOrders', 'searchOrders', 'login', 'searchOrders'])
    expect(said.buckets).toHaveLength(3)
  })

  it('[C1] an access token that is refused twice is no endless loop', async () => {
    const { calls, control, search } = await edgeAndSimulator()
    const message = 'The access token you provided is revoked, malformed or invalid.'
    control.addFault({
      operation: 'searchOrders',
      kind: 'error',
      status: 403,
      code: 'Unauthorized',
      message,
      always: true,
    })
    expect(await search()).toMatchObject({ ok: false, problem: { code: 'access-denied' } })
    expect(calls()).toEqual(['login', 'searchOrders', 'login', 'searchOrders'])
  })

  it('[C1] a revoked authorization is said so, by the connection it concerns', async () => {
    const { control, search, outcomes } = await edgeAndSimulator()
    control.revoke()
    expect(await search()).toEqual({
      ok: false,
      problem: { code: 'authorization-revoked', facts: { connection: 'na-A3HARBORGOODS' } },
    })
    expect(outcomes()).toEqual(['login failed'])
  })

  it('[C1] an authorization revoked while its access token lives is found by the next call', async () => {
    const { control, search } = await edgeAndSimulator()
    await search()
    control.revoke()
    expect(await search()).toMatchObject({ problem: { code: 'authorization-revoked' } })
  })

  it('[C1] a connection without a refresh token calls nobody', async () => {
    const { calls, search } = await edgeAndSimulator({ refreshToken: null })
    expect(await search()).toMatchObject({ problem: { code: 'authorization-revoked' } })
    expect(calls()).toEqual([])
  })

  it('[M4] a refused client secret is a problem of the deployment’s region, not of a merchant', async () => {
    const applications = { na: { clientId: 'amzn1.application-oa2-client.demo', clientSecret: 'an-old-secret' } }
    const { search } = await edgeAndSimulator({ applications })
    expect(await search()).toEqual({
      ok: false,
      problem: { code: 'application-secret-refused', facts: { region: 'na' } },
    })
  })

  it('[M4] there is one application per region; without one nothing is sent', async () => {
    const { amazon, calls } = await edgeAndSimulator()
    const european = { ...connection, region: 'eu' as const }
    expect(await amazon.searchOrders(european, morning, { token: null })).toMatchObject({
      problem: { code: 'application-missing', facts: { region: 'eu' } },
    })
    expect(calls()).toEqual([])
  })

  it('[E4] every failure of Amazon is a known problem, and is counted', async () => {
    const { control, search, outcomes } = await edgeAndSimulator({ timeoutMs: 300, bodyLimitMb: 1 })
    await search()
    const faults = [
      [{ kind: 'error', status: 503 }, 'amazon-down'],
      [{ kind: 'reset-before' }, 'amazon-down'],
      [{ kind: 'reset-after' }, 'amazon-down'],
      [{ kind: 'truncate' }, 'amazon-down'],
      [{ kind: 'slow', ms: 2000 }, 'amazon-down'],
      [{ kind: 'truncate', clean: true }, 'answer-unreadable'],
      [{ kind: 'not-json' }, 'answer-unreadable'],
      [{ kind: 'huge-body', bytes: 3 * 1024 * 1024 }, 'answer-too-large'],
      [{ kind: 'error', status: 404 }, 'not-found-at-amazon'],
    ] as const
    const codes: string[] = []
    for (const [fault] of faults) {
      control.clearFaults()
      control.addFault({ operation: 'searchOrders', ...fault })
      const answer = await search()
      codes.push(answer.ok === false ? answer.problem.code : String(answer.ok))
    }
    expect(codes).toEqual(faults.map(([, code]) => code))
    expect(outcomes().filter((outcome) => outcome === 'searchOrders failed').length).toBeGreaterThanOrEqual(6)
  })

  it('[E4] a login that fails is a known problem and is asked for anew the next time', async () => {
    const { control, search, outcomes } = await edgeAndSimulator()
    control.addFault({ operation: 'login', kind: 'error', status: 503 })
    expect(await search()).toMatchObject({ problem: { code: 'amazon-down', facts: { operation: 'login' } } })
    control.addFault({ operation: 'login', kind: 'not-json' })
    expect(await search()).toMatchObject({ problem: { code: 'answer-unreadable', facts: { operation: 'login' } } })
    expect(await search()).toMatchObject({ ok: true })
    expect(outcomes()).toEqual(['login failed', 'login failed', 'login ok', 'searchOrders ok'])
  })

  it('[C1] what we say of a call never holds a token or a secret', async () => {
    const { control, search, said } = await edgeAndSimulator()
    control.addFault({
      operation: 'searchOrders',
      kind: 'error',
      status: 415,
      message: 'Atza|leak demo-secret-not-a-secret Atzr|demo-harbor-goods',
    })
    const text = JSON.stringify([await search(), said])
    expect(text).toContain('[secret]')
    expect(text).not.toMatch(/Atz[ar]\||not-a-secret/)
  })

  it('[O1] Amazon is told who calls, and when', async () => {
    const { control, search } = await edgeAndSimulator()
    await search()
    for (const { headers } of control.requests())
      expect(headers['user-agent']).toBe('Millrace/0.1 (Language=TypeScript; Platform=Test)')
    expect(control.requests()[1]?.headers['x-amz-date']).toBe('20261110T120000Z')
  })
})
