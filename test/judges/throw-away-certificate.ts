import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** One DER value: tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content])
  const bytes = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...bytes]), content])
}

const SEQUENCE = 0x30
const sequence = (...parts: readonly Buffer[]) => der(SEQUENCE, ...parts)
const text = (tag: number, value: string) => der(tag, Buffer.from(value))
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const bits = (value: Buffer) => der(0x03, Buffer.from([0]), value)

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'))
const COMMON_NAME = oid('550403')
const SUBJECT_ALT_NAME = oid('551d11')
const BASIC_CONSTRAINTS = oid('551d13')
const TRUE = Buffer.from([0x01, 0x01, 0xff])

/** Only these hosts, for a day, signed by itself: Node cannot make certificates, and a program for it is not on every machine. */
export function throwAwayCertificate(hosts: readonly string[]): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(der(0x31, sequence(COMMON_NAME, text(0x0c, 'Millrace throw-away'))))
  const day = (offset: number) =>
    text(0x18, new Date(Date.now() + offset * 86_400_000).toISOString().replace(/[-:T]|\.\d+/g, ''))
  const names = der(0x04, sequence(...hosts.map((host) => text(0x82, host))))
  const authority = der(0x04, sequence(TRUE))
  const extensions = sequence(sequence(BASIC_CONSTRAINTS, TRUE, authority), sequence(SUBJECT_ALT_NAME, names))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    name,
    sequence(day(-1), day(1)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  )
  const whole = sequence(body, ECDSA_WITH_SHA256, bits(sign('sha256', body, privateKey)))
  const lines = whole
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')
    .trim()
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
