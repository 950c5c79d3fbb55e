import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOf, hashOfEmail } from '#sign-in/secret.ts'
import { openBench } from '../make/cli-bench.ts'

const ANN = 'ann@example.com'
let bench: Awaited<ReturnType<typeof openBench>>
const sql = (text: string, params: unknown[] = []) =>
  bench.database
    .ownerPool()
    .query(text, params)
    .then(({ rows }) => rows)

beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await sql(
    `insert into auth.users (user_id, email, name, created_at, created_by) values ('U0000000000000001', $1, 'Ann', to_timestamp(0), 'test')`,
    [ANN],
  )
}, 180_000)
afterAll(() => bench.close())

test('[U6] a reset link is printed once and only for who is there; it leads to the page with the secret behind a #', async () => {
  expect(await bench.refused(['user', 'reset', 'bob@example.com'])).toContain('There is no user [bob@example.com]')
  const said = await bench.ok(['user', 'reset', 'Ann@Example.com'])
  const secret = /^http:\/\/127\.0\.0\.1:4700\/reset#([\w-]{43})$/m.exec(said)?.[1] ?? ''
  expect(said).toContain('good once, for an hour')
  expect(await sql('select user_id from auth.resets where token_hash = $1', [hashOf(secret)])).toHaveLength(1)
})

test('[U1][U6] links lead to where the demo listens, also when the wanted port was taken', async () => {
  bench.running('http://127.0.0.1:4703')
  for (const args of [
    ['reset', ANN],
    ['invite', 'op@example.com', '--owner'],
    ['invite-operator', 'op2@example.com'],
  ])
    expect(await bench.ok(['user', ...args])).toMatch(/^http:\/\/127\.0\.0\.1:4703\/(reset|welcome)#/m)
  bench.running(null)
})

test('[U6] a locked person is unlocked by the command line, so nobody is locked out for ever (D10)', async () => {
  const tries = () => sql('select failures from auth.tries where email_hash = $1', [hashOfEmail(ANN)])
  await sql('insert into auth.tries (email_hash, failures, last_at) values ($1, 10, to_timestamp(0))', [
    hashOfEmail(ANN),
  ])
  expect(await bench.ok(['user', 'unlock', ANN])).toBe(`${ANN} may try again.\n`)
  expect(await tries()).toEqual([])
  expect(await bench.refused(['user', 'unlock', 'bob@example.com'])).toContain('There is no user [bob@example.com].')
})

test('[U6] disabling ends sessions and links at once, enabling lets in again, and the audit names both (D12)', async () => {
  await sql(
    `insert into auth.sessions (session_id, token_hash, user_id, created_at, last_used_at, second_factor_at, address, agent)
     values ('S1', '\\x01', 'U0000000000000001', now(), now(), now(), '203.0.113.7', 'Firefox on Linux')`,
  )
  expect(await bench.ok(['user', 'sessions', ANN])).toContain('203.0.113.7  Firefox on Linux')
  await sql(
    `insert into auth.sign_ins (user_id, at, how, outcome, address, agent)
     values ('U0000000000000001', now(), 'password', 'next', '203.0.113.7', 'Firefox on Linux')`,
  )
  expect(await bench.ok(['user', 'sessions', ANN])).toContain('password  right, second factor asked')
  await sql('delete from auth.sign_ins')
  await bench.ok(['user', 'disable', ANN])
  expect(await bench.ok(['user', 'sessions', ANN])).toContain(`${ANN} is signed in nowhere.`)
  expect(await sql('select 1 from auth.resets')).toEqual([])
  expect(await bench.refused(['user', 'reset', ANN])).toContain('or they are disabled')
  await bench.ok(['user', 'enable', ANN])
  expect(await sql('select disabled_at from auth.users where email = $1', [ANN])).toEqual([{ disabled_at: null }])
  const acts = (await sql('select content from deployment.audit order by seq')).map(({ content }) =>
    JSON.parse(content),
  )
  expect(acts.map(({ act, who, about }) => [act, who, about])).toEqual(
    expect.arrayContaining([
      ['user-disabled', 'the command line', ANN],
      ['user-enabled', 'the command line', ANN],
      ['user-unlocked', 'the command line', ANN],
    ]),
  )
})

test('[U6] lost factors are forgotten, and sessions ended, by a command of their own (D17)', async () => {
  await sql(
    `insert into auth.totps (user_id, seed, set_at) values ('U0000000000000001', '\\x00', to_timestamp(0));
     insert into auth.recovery_codes (user_id, code_hash) values ('U0000000000000001', '\\x01')`,
  )
  expect(await bench.ok(['user', 'forget-factors', ANN])).toContain('Make sure that it is really them.')
  for (const table of ['totps', 'recovery_codes', 'passkeys'])
    expect(await sql(`select 1 from auth.${table}`)).toEqual([])
  const told = JSON.parse(await bench.ok(['user', 'sessions', ANN, '--end', '--json']))
  expect(told).toEqual({ email: ANN, sessions: [], signIns: [] })
})
