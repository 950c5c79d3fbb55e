import dns from 'node:dns'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDownload } from '#amazon/download.ts'
import { isPublic } from '#amazon/outbound.ts'
import { createTransport } from '#amazon/transport.ts'
import { createUpload } from '#amazon/upload.ts'

afterEach(() => vi.restoreAllMocks())

const HOST = 'tortuga-prod-na.s3.amazonaws.com'

/** The name server says this, whatever it is asked. */
const answers = (...addresses: readonly string[]) =>
  vi.spyOn(dns, 'lookup').mockImplementation(((_name: string, _options: object, done: Answer) => {
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }) as never)
type Answer = (error: null, found: readonly { address: string; family: number }[]) => void

const limits = { hosts: [HOST], timeoutMs: 2000, sentLimitMb: 1, inflatedLimitMb: 1 }
const url = new URL(`https://${HOST}/report?X-Amz-Signature=secret`)
const refused = { ok: false, problem: { code: 'host-not-allowed', facts: { host: HOST } } }

const WAYS = {
  'a call': () =>
    createTransport({ allowedHosts: [HOST], timeoutMs: 2000, bodyLimitMb: 1 })({ operation: 'test', url, headers: {} }),
  'a download': () =>
    createDownload(limits)({
      operation: 'downloadReportDocument',
      url,
      gzip: false,
      begin: () => {},
      take: async () => {},
    }),
  'an upload': () => createUpload(limits)({ url, contentType: 'text/plain', content: 'a' }),
} as const

describe('what goes out', () => {
  for (const [name, way] of Object.entries(WAYS))
    it.each([['169.254.169.254'], ['10.0.0.7'], ['127.0.0.1'], ['::1'], ['::ffff:169.254.169.254'], ['fd00:ec2::254']])(
      `[U6] ${name} does not go to an allowed host whose name leads to %s`,
      async (address) => {
        answers(address)
        expect(await way()).toEqual(refused)
      },
    )

  it('[U6] one inside address among public ones is enough to refuse', async () => {
    answers('52.216.1.1', '192.168.1.1')
    expect(await WAYS['a call']()).toEqual(refused)
  })

  it('[U6] a name is looked up once for a connection: a second answer cannot lead it elsewhere', async () => {
    const asked = answers('169.254.169.254')
    await WAYS['a call']()
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it.each(['8.8.8.8', '52.94.236.248', '172.15.255.255', '172.32.0.1', '2600:1f18::1'])(
    '[U6] %s is a public address',
    (address) => expect(isPublic(address)).toBe(true),
  )

  it.each([
    '172.16.0.1',
    '172.31.255.255',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    'fe80::1',
    '::',
    '::ffff:10.0.0.1',
    '64:ff9b::a9fe:a9fe',
    'no address',
    '',
  ])('[U6] %s is none', (address) => expect(isPublic(address)).toBe(false))
})
