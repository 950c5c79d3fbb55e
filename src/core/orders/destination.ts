import type { Destination } from './amazon-order.ts'
import { stateCode } from './states.ts'

/** The parts of a delivery address that rating looks at. */
export type AddressParts = {
  readonly country: string
  readonly state: string
  readonly postalCode: string
  readonly city: string
  readonly addressLines: readonly string[]
}

/**
 * Post office boxes as people write them, on text without accents. "Pobox Street 12" is a street: the joined word
 * counts only before a number or at the end of its line. "RR 2 Box 15" and "PSC 3 Box 9" are not boxes of a post office.
 */
const PO_BOX = new RegExp(
  [
    String.raw`\bp\s?\.?\s?o\s?\.?(?:\s|-)+box\b`,
    String.raw`\bp\s?\.\s?o\s?\.\s?box\b`,
    String.raw`\bpobox\b(?=\s*(?:#|no\.?|nr\.?)?\s*\d|\s*$)`,
    String.raw`\bp\s?\.?\s?o\s?\.?\s?b\s?\.?\s*#?\s*\d`,
    String.raw`\bpost(?:al)?\s?(?:office)?\s?box\b`,
    String.raw`^box\s*#?\s*\d+$`,
    String.raw`\bapartado\b|\bapdo\b`,
    String.raw`\bcasilla\s+(?:de\s+correos?\s+|postal\s+)?(?:no?\.?\s*)?\d|\bcasella postale\b`,
    String.raw`\bcaixa postal\b|\bcx\.? postal\b|\bcase postale\b`,
    String.raw`\bpostfach\b|\bpostbus\b|\bpostboks\b|\bskrytka\b`,
    String.raw`\bboite postale\b|^b\.?\s?p\.?\s*\d`,
    '私書箱',
  ].join('|'),
  'im',
)

/** No street is longer; a pattern is never let loose on more. */
const LONGEST_LINE = 200

const MILITARY_STATES = new Set(['AA', 'AE', 'AP'])

/** What rating needs of a delivery address: tidy country, state and postal code, and whether it is a PO box or a military post (O9). */
export function destinationOf(address: AddressParts): Destination {
  const country = countryCode(address.country)
  const state = stateCode(country, address.state)
  return {
    country,
    state,
    postalCode: tidyPostalCode(country, address.postalCode),
    poBox: PO_BOX.test(withoutAccents(address.addressLines.map((line) => line.slice(0, LONGEST_LINE)).join('\n'))),
    military: country === 'US' && (MILITARY_STATES.has(state) || /^\s*(?:APO|FPO|DPO)\b/i.test(address.city)),
  }
}

/** Some write the United Kingdom as UK; the standard says GB. */
const countryCode = (text: string): string => {
  const code = text.trim().toUpperCase()
  return code === 'UK' ? 'GB' : code
}

/** Where a hyphen stands in a code, for those who leave it out or write a space. */
const HYPHEN: Readonly<Record<string, RegExp>> = {
  US: /^(\d{5})[ -]?(\d{4})$/,
  BR: /^(\d{5})[ -]?(\d{3})$/,
  JP: /^(\d{3})[ -]?(\d{4})$/,
}

/** Postal codes are matched by prefix: ZIP+4 keeps its four digits, Canadian and Indian codes lose their space, Japanese signs become plain. */
function tidyPostalCode(country: string, text: string): string {
  // Each of these signs is written for the hyphen between full-width digits.
  const plain = text.normalize('NFKC').replace(/[‐‑‒–—−ー]/g, '-')
  const code = plain.trim().toUpperCase().replace(/\s+/g, ' ')
  if (country === 'CA' || country === 'IN') return code.replaceAll(' ', '')
  const hyphen = HYPHEN[country]
  return hyphen ? code.replace(/^〒\s?/, '').replace(hyphen, '$1-$2') : code
}

const withoutAccents = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "anything that is not ASCII".
  /[^\x00-\x7f]/.test(text) ? text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : text
