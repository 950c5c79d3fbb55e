import { failed, ok, type Result } from '../problems.ts'
import { visibleText } from '../visible-text.ts'
import { AMAZON_CARRIERS, OTHER } from './amazon-carriers.ts'
import type { AmazonCarrier } from './package.ts'

/** A carrier of the merchant and what Amazon calls it: a code of its list, or `Other` with a name (S3). */
export type MerchantCarrier = {
  readonly carrier: string
  readonly amazonCode: string
  readonly amazonName: string | null
}

/** What the merchant's carriers are at Amazon, by `carrierKey` (S3). */
export type CarrierMap = ReadonlyMap<string, AmazonCarrier>

/** How a carrier is found, however it is typed: in lower case and with single spaces (S3). */
export const carrierKey = (carrier: string): string => carrier.trim().replace(/\s+/gu, ' ').toLowerCase()

/** The merchant's carriers, ready to be looked up (S3). */
export const carrierMap = (carriers: readonly MerchantCarrier[]): CarrierMap =>
  new Map(carriers.map((each) => [carrierKey(each.carrier), { code: each.amazonCode, name: each.amazonName }]))

/**
 * What Amazon calls a carrier: as the merchant says, else by Amazon's own list, else by a well-known spelling. Any other is asked
 * about and never guessed (S3).
 */
export function amazonCarrier(carrier: string, own: CarrierMap): Result<AmazonCarrier> {
  const key = carrierKey(carrier)
  const said = own.get(key)
  if (said) return ok(said)
  const code = AMAZON_CARRIERS.includes(carrier.trim()) ? carrier.trim() : (BY_KEY.get(key) ?? SPELLINGS[key])
  if (code !== undefined && !NAMELESS.has(code)) return ok({ code, name: null })
  const shown = visibleText(carrier.trim())
  return failed('carrier-unknown', { carrier: shown, typed: `'${shown.replaceAll("'", "'\\''")}'` })
}

/** A name is needed with these, in Amazon's four words for it. */
const NAMELESS: ReadonlySet<string> = new Set([OTHER, 'Otro', 'Andere', 'Sonstige'])

/** Amazon's codes by their key; of two spellings the first counts. */
const BY_KEY: ReadonlyMap<string, string> = new Map(
  [...AMAZON_CARRIERS].reverse().map((code) => [carrierKey(code), code]),
)

/** Spellings that mean one carrier and no other. */
const SPELLINGS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  'u.s.p.s.': 'USPS',
  'us postal service': 'USPS',
  'u.s. postal service': 'USPS',
  'united states postal service': 'USPS',
  'united parcel service': 'UPS',
  'ups mi': 'UPSMI',
  'federal express': 'FedEx',
  'fed ex': 'FedEx',
  'fedex smart post': 'FedEx SmartPost',
  smartpost: 'FedEx SmartPost',
  'dhl ecommerce solutions': 'DHL eCommerce',
  'dhl paket': 'DHL-Paket',
  royalmail: 'Royal Mail',
  'parcel force': 'Parcelforce',
  canadapost: 'Canada Post',
  'postes canada': 'Canada Post',
  'purolator courier': 'PUROLATOR',
  'laser ship': 'Lasership',
  'amazon logistics': 'AMZL',
  'b post': 'BPOST',
  'yamato transport': 'YamatoTransport',
  'sagawa express': 'SagawaExpress',
  'nippon express': 'NipponExpress',
  'blue dart': 'BlueDart',
  'ninja van': 'Ninjavan',
  evri: 'Hermes UK',
  'sf-express': 'SF Express',
})
