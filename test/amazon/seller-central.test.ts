import { describe, expect, test } from 'vitest'
import { acceptCallback, callbackAddress, consentAddress, SELLER_CENTRAL } from '#amazon/seller-central.ts'

const config = { applicationIds: { na: 'amzn1.sp.solution.one', eu: 'amzn1.sp.solution.two' }, draft: false }
const CONFIRM = '/apps/authorize/confirm/amzn1.sp.solution.one'
const wish = {
  region: 'na',
  country: null,
  state: 'a-state',
  redirectUri: 'https://millrace.example.com/authorization/return',
} as const

describe('the address of the consent page', () => {
  test('[C3] it names application, state and return address; version=beta only while the application is a draft', () => {
    const address = consentAddress(config, wish)
    expect(address.ok && address.value).toBe(
      'https://sellercentral.amazon.com/apps/authorize/consent?application_id=amzn1.sp.solution.one&state=a-state&redirect_uri=https%3A%2F%2Fmillrace.example.com%2Fauthorization%2Freturn',
    )
    const draft = consentAddress({ ...config, draft: true }, wish)
    expect(draft.ok && new URL(draft.value).searchParams.get('version')).toBe('beta')
  })

  test('[C3] each marketplace has its Seller Central', () => {
    const hosts = (['eu', 'na'] as const).flatMap((region) =>
      SELLER_CENTRAL[region].map(([country]) => {
        const address = consentAddress(config, { ...wish, region, country })
        return address.ok ? new URL(address.value).hostname : address.problem.code
      }),
    )
    expect(hosts).toContain('sellercentral.amazon.com.tr')
    expect(hosts).toContain('sellercentral-europe.amazon.com')
    expect(hosts).toContain('sellercentral.amazon.ca')
    expect(consentAddress(config, { ...wish, country: 'DE' })).toMatchObject({ ok: false })
  })

  test('[M4] a region without an application id is a problem of the operator', () => {
    expect(consentAddress(config, { ...wish, region: 'fe' })).toMatchObject({
      ok: false,
      problem: { code: 'application-id-missing' },
    })
    expect(consentAddress(undefined, wish)).toMatchObject({ ok: false })
  })
})

describe('the address that Amazon hands to our Login URI', () => {
  test.each([
    [`https://amazon.com${CONFIRM}`, null],
    [`https://sellercentral.amazon.com${CONFIRM}`, 'na'],
    [`https://sellercentral-europe.amazon.com${CONFIRM}`, 'eu'],
    [`https://sellercentral.amazon.co.jp${CONFIRM}`, 'fe'],
  ])('[C3] %s is accepted, of region %s', (entered, region) => {
    expect(acceptCallback(config, entered)).toEqual({ ok: true, value: { address: entered, region } })
  })

  test.each([
    ['plain http', `http://sellercentral.amazon.com${CONFIRM}`],
    ['another host', `https://evil.example.com${CONFIRM}`],
    ['a host that ends like it', `https://notamazon.com${CONFIRM}`],
    ['a host that begins like it', `https://amazon.com.evil.example${CONFIRM}`],
    ['a subdomain that nobody lists', `https://login.amazon.com${CONFIRM}`],
    ['another top level', `https://amazon.com.br${CONFIRM}`],
    ['a hyphen', `https://sellercentral-amazon.com${CONFIRM}`],
    ['userinfo', `https://amazon.com@evil.example${CONFIRM}`],
    ['userinfo with a password', `https://amazon.com:443@evil.example${CONFIRM}`],
    ['a port', `https://amazon.com:8443${CONFIRM}`],
    ['the usual port', `https://amazon.com:443${CONFIRM}`],
    ['a trailing dot', `https://amazon.com.${CONFIRM}`],
    ['capitals', `https://Amazon.com${CONFIRM}`],
    ['capitals of the scheme', `HTTPS://amazon.com${CONFIRM}`],
    ['a backslash', `https://amazon.com\\@evil.example${CONFIRM}`],
    ['a backslash in place of the slash', 'https:\\\\amazon.com\\apps\\authorize\\confirm\\x'],
    ['no scheme', `//evil.example${CONFIRM}`],
    ['a look-alike letter', `https://amаzon.com${CONFIRM}`],
    ['punycode', `https://xn--amzon-3ve.com${CONFIRM}`],
    ['another path', 'https://amazon.com/apps/authorize/consent/x'],
    ['a redirector of Amazon', 'https://amazon.com/gp/redirect.html?to=https://evil.example'],
    ['the path behind another', `https://amazon.com/x${CONFIRM}`],
    ['steps up', 'https://amazon.com/apps/authorize/confirm/../../gp/redirect'],
    ['only steps up', 'https://amazon.com/apps/authorize/confirm/..'],
    ['steps up in percent', 'https://amazon.com/apps/authorize/confirm/%2e%2e/x'],
    ['no application', 'https://amazon.com/apps/authorize/confirm/'],
    ['more behind it', `https://amazon.com${CONFIRM}/more`],
    ['a query', `https://amazon.com${CONFIRM}?redirect_uri=https://evil.example`],
    ['a fragment', `https://amazon.com${CONFIRM}#x`],
    ['a space before', ` https://amazon.com${CONFIRM}`],
    ['a line break', `https://amazon.com${CONFIRM}\nx`],
    ['a tab in the host', `https://ama\tzon.com${CONFIRM}`],
    ['javascript', 'javascript:alert(1)'],
    ['nothing', ''],
  ])('[C3] %s is refused: an open redirect', (_, entered) => {
    expect(acceptCallback(config, entered)).toEqual({ ok: false, problem: { code: 'callback-not-amazon', facts: {} } })
  })

  test('[C3] the simulator of the demo is the one Amazon there is, and only that', () => {
    const demo = { ...config, page: 'http://127.0.0.1:4801' }
    expect(acceptCallback(demo, `http://127.0.0.1:4801${CONFIRM}`).ok).toBe(true)
    expect(acceptCallback(demo, `http://127.0.0.1:48010${CONFIRM}`).ok).toBe(false)
    expect(acceptCallback(demo, `https://amazon.com${CONFIRM}`).ok).toBe(false)
  })

  test('[C3] back to Amazon goes what Amazon wants, escaped', () => {
    const back = { state: 's', amazonState: 'a&b=c', redirectUri: 'https://millrace.example.com/r', version: 'beta' }
    const address = new URL(callbackAddress(`https://amazon.com${CONFIRM}`, back))
    expect(Object.fromEntries(address.searchParams)).toEqual({
      redirect_uri: back.redirectUri,
      amazon_state: 'a&b=c',
      state: 's',
      version: 'beta',
    })
    expect(callbackAddress(`https://amazon.com${CONFIRM}`, { ...back, version: null })).not.toContain('version')
  })
})
