import { type DigitCheck, fedexExpress, mod7, mod10, postal, ups } from './check-digits.ts'

/** A carrier that a tracking number may be of; `checked` when its check digit fits. */
export type CarrierGuess = { readonly code: string; readonly checked: boolean; readonly why: string }

type Form = {
  readonly code: string
  readonly pattern: RegExp
  /** Absent where the carrier has none. */
  readonly fits?: DigitCheck
  readonly why: string
}

const FORMS: readonly Form[] = [
  { code: 'UPS', pattern: /^1Z[0-9A-Z]{16}$/, fits: ups, why: 'begins with 1Z' },
  { code: 'UPSMI', pattern: /^MI\d{6,30}$/, why: 'begins with MI' },
  { code: 'USPS', pattern: /^9[1-5]\d{20}$/, fits: mod10, why: '22 digits, beginning with 91 to 95' },
  { code: 'USPS', pattern: /^420\d{5}9[1-5]\d{20}$/, why: '420, a ZIP code and a number of 22 digits' },
  { code: 'USPS', pattern: /^[79]\d{19}$/, fits: mod10, why: '20 digits, beginning with 7 or 9' },
  { code: 'FedEx', pattern: /^96\d{20}$/, why: '22 digits, beginning with 96' },
  { code: 'FedEx', pattern: /^\d{12}$/, fits: fedexExpress, why: '12 digits' },
  { code: 'FedEx', pattern: /^\d{15}$/, fits: mod10, why: '15 digits' },
  { code: 'FedEx', pattern: /^\d{20}$/, fits: mod10, why: '20 digits' },
  { code: 'DHL Express', pattern: /^\d{10}$/, fits: mod7, why: '10 digits' },
  { code: 'DHL-Paket', pattern: /^00340\d{15}$/, fits: mod10, why: '20 digits, beginning with 00340' },
  { code: 'DHL', pattern: /^JJ?D\d{14,20}$/, why: 'begins with JD or JJD' },
  { code: 'DHL eCommerce', pattern: /^GM\d{16,20}$/, why: 'begins with GM' },
  { code: 'AMZL', pattern: /^TB[ACM]\d{12}$/, why: 'begins with TBA, TBC or TBM' },
  { code: 'OnTrac', pattern: /^[CD]\d{14}$/, why: 'C or D and 14 digits' },
  { code: 'Lasership', pattern: /^(L[A-Z]\d{8}|1LS\d{12,14})$/, why: 'the form of a LaserShip number' },
  { code: 'Canada Post', pattern: /^\d{16}$/, fits: mod10, why: '16 digits' },
  { code: 'PUROLATOR', pattern: /^[A-Z]{3}\d{9}$/, why: 'three letters and 9 digits' },
  { code: 'DPD', pattern: /^0\d{13}$/, why: '14 digits, beginning with 0' },
  { code: 'Hermes UK', pattern: /^H\d{2}[0-9A-Z]{13}$/, why: 'begins with H' },
  { code: 'Yodel', pattern: /^JD0\d{15}$/, why: 'begins with JD0' },
  { code: 'YunExpress', pattern: /^YT\d{16}$/, why: 'begins with YT' },
  { code: '4PX', pattern: /^4PX\d{10,}[A-Z]{0,2}$/, why: 'begins with 4PX' },
  { code: 'SF Express', pattern: /^SF\d{12,15}$/, why: 'begins with SF' },
  { code: 'YamatoTransport', pattern: /^\d{12}$/, fits: mod7, why: '12 digits' },
  { code: 'SagawaExpress', pattern: /^\d{12}$/, fits: mod7, why: '12 digits' },
]

/** Postal numbers of all countries: two letters, nine digits, the country. */
const POSTAL = /^[A-Z]{2}\d{9}([A-Z]{2})$/
const POSTS: Readonly<Record<string, string>> = {
  AU: 'Australia Post',
  BE: 'BPOST',
  BR: 'Correios',
  CA: 'Canada Post',
  CH: 'Swiss post',
  CN: 'China Post',
  DE: 'Deutsche Post',
  ES: 'Correos',
  FR: 'La Poste',
  GB: 'Royal Mail',
  HK: 'Hongkong Post',
  IN: 'India Post',
  IT: 'Poste Italiane',
  JP: 'Japan Post',
  NL: 'PostNL',
  PL: 'Polish Post',
  SG: 'Singapore Post',
  US: 'USPS',
}

/** The carriers that a tracking number may be of, the likeliest first; offered to a person, never applied by itself (S3). */
export function guessCarriers(entered: string): readonly CarrierGuess[] {
  const tracking = entered.replace(/[\s-]/gu, '').toUpperCase()
  const found = [...FORMS, ...postalForms(tracking)].flatMap((form): CarrierGuess[] => {
    const { code, pattern, fits, why } = form
    if (!pattern.test(tracking)) return []
    if (!fits) return [{ code, checked: false, why }]
    return fits(tracking) ? [{ code, checked: true, why: `${why}, and its check digit fits` }] : []
  })
  const first = new Map([...found].reverse().map((guess) => [guess.code, guess]))
  return found
    .filter((guess) => first.get(guess.code) === guess)
    .sort((one, other) => Number(other.checked) - Number(one.checked))
}

/** Forms that no other carrier has: digits alone may be anybody's. */
const isOwnForm = ({ code, pattern, why }: Form): boolean =>
  pattern === POSTAL || why === 'begins with 1Z' || (code === 'USPS' && why.startsWith('22 digits'))

/** Whose number it would be, but for its check digit: a slip of the hand, or a label that was read badly; else null (S3). */
export function misreadForm(entered: string): { readonly code: string; readonly why: string } | null {
  const tracking = entered.replace(/[\s-]/gu, '').toUpperCase()
  const form = [...FORMS, ...postalForms(tracking)].find((each) => isOwnForm(each) && each.pattern.test(tracking))
  return form?.fits && !form.fits(tracking) ? { code: form.code, why: form.why } : null
}

function postalForms(tracking: string): readonly Form[] {
  const country = POSTAL.exec(tracking)?.[1] ?? ''
  const code = Object.hasOwn(POSTS, country) ? POSTS[country] : undefined
  return code === undefined
    ? []
    : [{ code, pattern: POSTAL, fits: postal, why: `a postal number ending in ${country}` }]
}
