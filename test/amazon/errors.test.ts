import { describe, expect, it } from 'vitest'
import { type Asked, isAboutAccessToken, loginRefusalOf, refusalOf } from '#amazon/errors.ts'

const asked = (more: Partial<Asked> = {}): Asked => ({
  operation: 'searchOrders',
  connection: 'na-A3HARBORGOODS',
  region: 'na',
  what: 'these orders',
  includedData: ['BUYER', 'FULFILLMENT', 'TAX'],
  withPageToken: false,
  secrets: ['Atza|secret-one', 'client-secret-two'],
  ...more,
})
const body = (code: string, message: string | null, details = '') =>
  JSON.stringify({ errors: [{ code, message, details }] })
const VAGUE = 'The input you have submitted is not valid. Please check your input and try again.'

describe('errors of SP-API', () => {
  it.each<[string, number, string, Partial<Asked>, object]>([
    ['429', 429, body('QuotaExceeded', 'You exceeded your quota.'), {}, { code: 'throttled' }],
    [
      '500',
      500,
      body('InternalFailure', 'x'),
      {},
      { code: 'amazon-down', facts: { operation: 'searchOrders', why: 'status 500' } },
    ],
    ['503 in HTML', 503, '<html>', {}, { code: 'amazon-down' }],
    ['408', 408, '', {}, { code: 'amazon-down' }],
    ['a redirect', 302, '', {}, { code: 'answer-unreadable' }],
    [
      '403',
      403,
      body('Unauthorized', 'Access to requested resource is denied.'),
      {},
      { code: 'access-denied', facts: { connection: 'na-A3HARBORGOODS' } },
    ],
    ['403 in HTML', 403, '<html>', {}, { code: 'access-denied' }],
    [
      '404',
      404,
      body('NotFound', 'x'),
      { what: 'the order 1' },
      { code: 'not-found-at-amazon', facts: { what: 'the order 1' } },
    ],
    [
      '413',
      413,
      body('RequestTooLarge', 'Too large'),
      {},
      { code: 'request-refused', facts: { operation: 'searchOrders', message: 'RequestTooLarge: Too large' } },
    ],
    [
      '400 that names nothing',
      400,
      body('InvalidInput', VAGUE),
      {},
      { code: 'request-refused', facts: { operation: 'searchOrders', message: `InvalidInput: ${VAGUE}` } },
    ],
    [
      '400 without a message',
      400,
      body('InvalidInput', null),
      {},
      { code: 'request-refused', facts: { operation: 'searchOrders', message: 'InvalidInput' } },
    ],
    [
      '400 that names a dataset',
      400,
      body('InvalidInput', "Invalid value 'FULFILLMENT' for parameter includedData."),
      {},
      { code: 'dataset-refused', facts: { dataset: 'FULFILLMENT' } },
    ],
    [
      '400 that names one and lists all',
      400,
      body('InvalidInput', "'TAX' is not one of BUYER, FULFILLMENT, TAX"),
      {},
      { code: 'dataset-refused', facts: { dataset: 'TAX' } },
    ],
    ['400 that lists all', 400, body('InvalidInput', 'Use BUYER, FULFILLMENT, TAX'), {}, { code: 'request-refused' }],
    [
      '400 about a dataset we did not ask',
      400,
      body('InvalidInput', "Invalid value 'EXPENSE'"),
      {},
      { code: 'request-refused' },
    ],
    [
      '400 with a word that only contains one',
      400,
      body('InvalidInput', 'TAXES and FULFILLMENT_ORDERS'),
      {},
      { code: 'request-refused' },
    ],
    ['400 with a page token', 400, body('InvalidInput', VAGUE), { withPageToken: true }, { code: 'page-token-died' }],
    [
      '400 with a page token about a dataset',
      400,
      body('InvalidInput', "'TAX'"),
      { withPageToken: true },
      { code: 'dataset-refused' },
    ],
    [
      '400 for a missing role',
      400,
      body('InvalidInput', 'Application do not have access to some or all requested resource'),
      {},
      { code: 'access-denied' },
    ],
  ])('[E4] %s is one of our problems', (...[, status, text, more, problem]) => {
    expect(refusalOf(status, text, asked(more))).toMatchObject(problem)
  })

  it('[C1] Amazon’s words are cut to 200 characters and never hold a token or secret', () => {
    const message = 'bad Atza|secret-one and client-secret-two and Atzr|someone-elses and Atzb|x'
    const { facts } = refusalOf(415, body('Bad', message), asked())
    expect(facts.message).toBe('Bad: bad [secret] and [secret] and [secret] and [secret]')
    expect(String(refusalOf(415, body('Bad', 'too '.repeat(2000)), asked()).facts.message)).toHaveLength(200)
  })

  it('[C1] a 403 about the access token is told from a 403 about the right', () => {
    const about = (details: string, status = 403) =>
      isAboutAccessToken(status, body('Unauthorized', 'Access to requested resource is denied.', details))
    expect(about('The access token you provided has expired.')).toBe(true)
    expect(about('The access token you provided is revoked, malformed or invalid.')).toBe(true)
    expect(about('')).toBe(false)
    expect(about('The access token you provided has expired.', 400)).toBe(false)
    expect(isAboutAccessToken(403, 'not JSON')).toBe(false)
  })
})

describe('errors of Login with Amazon', () => {
  const refusal = (status: number, text: string) => loginRefusalOf(status, text, { connection: 'na-A3', region: 'na' })
  it.each<[number, string, object]>([
    [
      400,
      '{"error":"invalid_grant","error_description":"User may have revoked"}',
      { code: 'authorization-revoked', facts: { connection: 'na-A3' } },
    ],
    [401, '{"error":"invalid_client"}', { code: 'application-secret-refused', facts: { region: 'na' } }],
    [400, '{"error":"invalid_client"}', { code: 'application-secret-refused' }],
    [400, '{"error":"unauthorized_client"}', { code: 'application-wrong', facts: { code: 'unauthorized_client' } }],
    [400, '{"error":"invalid_scope"}', { code: 'application-wrong' }],
    [403, '{"error":"access_denied"}', { code: 'application-wrong' }],
    [400, '{"error":"temporarily_unavailable"}', { code: 'amazon-down' }],
    [503, '', { code: 'amazon-down' }],
    [429, '', { code: 'throttled', facts: { operation: 'login' } }],
    [400, '<html>', { code: 'answer-unreadable' }],
    [400, '{"error":"Atzr|a token"}', { code: 'answer-unreadable' }],
    [401, '', { code: 'application-secret-refused' }],
  ])('[C1] %i %s is one of our problems', (status, text, problem) => {
    expect(refusal(status, text)).toMatchObject(problem)
  })
})
