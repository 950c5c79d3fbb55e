import { expect, test } from 'vitest'
import { CLIENT, MINUTE, REFRESH, sellerCentral } from './seller-central.ts'

test('a refresh token gives an access token for 3600 seconds of simulated time', async () => {
  const amazon = await sellerCentral()
  const answer = await amazon.login({ grant_type: 'refresh_token', refresh_token: REFRESH })
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({
    access_token: expect.stringMatching(/^Atza\|/),
    refresh_token: REFRESH,
    token_type: 'bearer',
    expires_in: 3600,
  })
  expect(answer.headers.get('date')).toBe('Tue, 10 Nov 2026 12:00:00 GMT')
  const headers = { 'x-amz-access-token': answer.body.access_token }
  amazon.control.advance(3_599_000)
  expect((await amazon.search({}, headers)).status).toBe(200)
  amazon.control.advance(1000)
  const late = await amazon.search({}, headers)
  expect([late.status, late.body.errors[0].details]).toEqual([403, 'The access token you provided has expired.'])
})

test.each<[string, Record<string, string>, [number, string]]>([
  [
    'a wrong secret',
    { grant_type: 'refresh_token', refresh_token: REFRESH, client_secret: 'no' },
    [401, 'invalid_client'],
  ],
  [
    'an unknown client',
    { grant_type: 'refresh_token', refresh_token: REFRESH, client_id: 'no' },
    [401, 'invalid_client'],
  ],
  ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'Atzr|no' }, [400, 'invalid_grant']],
  ['a missing refresh token', { grant_type: 'refresh_token' }, [400, 'invalid_request']],
  ['a missing grant type', { refresh_token: REFRESH }, [400, 'invalid_request']],
  ['a grant type that Amazon has not', { grant_type: 'password' }, [400, 'unsupported_grant_type']],
  ['an unknown code', { grant_type: 'authorization_code', code: 'no' }, [400, 'invalid_grant']],
  ['an unknown scope', { grant_type: 'client_credentials', scope: 'no' }, [400, 'invalid_scope']],
])('the login refuses %s', async (_, form, expected) => {
  const amazon = await sellerCentral()
  const answer = await amazon.login(form)
  expect([answer.status, answer.body.error]).toEqual(expected)
  expect(answer.body.error_description).toBeTypeOf('string')
})

test('the login takes JSON too, as published clients send it, and nothing else beside forms; its secrets are struck out of the log', async () => {
  const { url, control } = await sellerCentral()
  const post = async (type: string, body: string) =>
    (await fetch(`${url}/auth/o2/token`, { method: 'POST', headers: { 'content-type': type }, body })).status
  const grant = {
    grant_type: 'refresh_token',
    refresh_token: REFRESH,
    client_id: 'amzn1.application-oa2-client.demo',
    client_secret: 'demo-secret-not-a-secret',
  }
  expect(await post('application/json', JSON.stringify(grant))).toBe(200)
  expect(await post('application/json', '{"grant_type":"refresh_token"}')).toBe(401)
  for (const body of ['{', '[]', 'null', '7']) expect(await post('application/json', body)).toBe(400)
  expect(await post('text/plain', JSON.stringify(grant))).toBe(400)
  const log = JSON.stringify(control.requests().filter((request) => request.headers['content-type'] !== 'text/plain'))
  expect(log).not.toContain(REFRESH)
  expect(log).not.toContain('demo-secret-not-a-secret')
})

test('a revoked refresh token is an invalid grant, and its access tokens stop working', async () => {
  const amazon = await sellerCentral()
  expect((await amazon.search()).status).toBe(200)
  amazon.control.revoke(REFRESH)
  const answer = await amazon.login({ grant_type: 'refresh_token', refresh_token: REFRESH })
  expect([answer.status, answer.body.error]).toEqual([400, 'invalid_grant'])
  const search = await amazon.search()
  expect(search.body.errors[0].details).toBe('The access token you provided is revoked, malformed or invalid.')
})

test('a refresh token of another application is an invalid grant', async () => {
  const amazon = await sellerCentral()
  amazon.control.putApp({ clientId: 'another', secrets: ['s'] })
  const answer = await amazon.login({
    grant_type: 'refresh_token',
    refresh_token: REFRESH,
    client_id: 'another',
    client_secret: 's',
  })
  expect(answer.body.error).toBe('invalid_grant')
})

test('two secrets are valid during a rotation', async () => {
  const amazon = await sellerCentral()
  amazon.control.putApp({ clientId: CLIENT, secrets: ['old', 'new'] })
  for (const client_secret of ['old', 'new'])
    expect((await amazon.login({ grant_type: 'refresh_token', refresh_token: REFRESH, client_secret })).status).toBe(
      200,
    )
})

test('an authorization code works once', async () => {
  const amazon = await sellerCentral()
  const form = { grant_type: 'authorization_code', code: amazon.control.issueCode() }
  const first = await amazon.login(form)
  expect(first.body.refresh_token).toMatch(/^Atzr\|/)
  expect((await amazon.accessToken(first.body.refresh_token)).slice(0, 5)).toBe('Atza|')
  expect((await amazon.login(form)).body.error).toBe('invalid_grant')
})

test('an authorization code dies after five minutes', async () => {
  const amazon = await sellerCentral()
  const form = { grant_type: 'authorization_code', code: amazon.control.issueCode() }
  amazon.control.advance(5 * MINUTE)
  expect((await amazon.login(form)).body.error).toBe('invalid_grant')
})

test('an authorization code given for a redirect address wants that address', async () => {
  const amazon = await sellerCentral()
  const form = {
    grant_type: 'authorization_code',
    code: amazon.control.issueCode({ redirectUri: 'https://a.example/' }),
  }
  expect((await amazon.login({ ...form, redirect_uri: 'https://b.example/' })).body.error).toBe('invalid_grant')
  expect((await amazon.login({ ...form, redirect_uri: 'https://a.example/' })).status).toBe(200)
})

test.each(['sellingpartnerapi::notifications', 'sellingpartnerapi::client_credential:rotation'])(
  'the scope %s gives a token without a seller, useless for orders',
  async (scope) => {
    const amazon = await sellerCentral()
    const answer = await amazon.login({ grant_type: 'client_credentials', scope })
    expect(answer.body).toMatchObject({ scope, token_type: 'bearer', expires_in: 3600 })
    expect(answer.body.refresh_token).toBeUndefined()
    const headers = { 'x-amz-access-token': answer.body.access_token }
    expect((await amazon.search({}, headers)).status).toBe(403)
  },
)
