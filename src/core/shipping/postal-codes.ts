/** The codes between two ends, both ends among them; only as much of a code is compared as the ends are long. A beginning has equal ends. */
export type PostalRule = { readonly low: string; readonly high: string }

/** Where a country writes a hyphen inside of a code: 75001-9999, 100-0001. Elsewhere a hyphen always makes a range. */
const HYPHEN_AFTER: Readonly<Record<string, number>> = {
  US: 5,
  AS: 5,
  GU: 5,
  MP: 5,
  PR: 5,
  UM: 5,
  VI: 5,
  BR: 5,
  JP: 3,
  PL: 2,
  PT: 4,
  SA: 5,
}

/** Codes of these are of unequal length and are compared by their parts: BT1 is not the beginning of BT15. */
const BRITISH: ReadonlySet<string> = new Set(['GB', 'GG', 'IM', 'JE'])

/** True for countries whose postal codes are built as those of the United Kingdom. */
export const isBritish = (country: string): boolean => BRITISH.has(country)

const LONGEST_CODE = 10

/**
 * Reads a rule for the postal codes of a zone: the beginning of codes (`967`), or a range (`10000-19999`, `K1A-K2C`, `BT1-BT17`). A
 * hyphen with equally much on both sides makes a range. Null for what is neither (O9).
 */
export function readPostalRule(country: string, text: string): PostalRule | null {
  const code = capitals(text).replace(/[‐‑‒–—−]/g, '-')
  if (!/^[A-Z0-9](?:[A-Z0-9 -]*[A-Z0-9])?$/.test(code)) return null
  for (let at = code.indexOf('-'); at >= 0; at = code.indexOf('-', at + 1)) {
    const low = ruleKey(country, code.slice(0, at))
    const high = ruleKey(country, code.slice(at + 1))
    if (low !== null && high !== null && low.length === high.length) {
      return isRange(country, { low, high }) ? { low, high } : null
    }
  }
  const only = ruleKey(country, code)
  return only === null ? null : { low: only, high: only }
}

/** True when a postal code of the country lies in one of the rules (O9). */
export function postalHolds(country: string, rules: readonly PostalRule[], postalCode: string): boolean {
  const key = addressKey(country, postalCode)
  return rules.some(({ low, high }) => {
    const start = key.slice(0, low.length)
    return start >= low && start <= high && shapeOf(start) === shapeOf(low)
  })
}

/** Both ends look alike, and a British range stays in its area: alphabetical neighbors are none on the map. */
function isRange(country: string, { low, high }: PostalRule): boolean {
  const oneArea = !isBritish(country) || low.slice(0, 2) === high.slice(0, 2)
  return low <= high && shapeOf(low) === shapeOf(high) && oneArea
}

/** Which characters are digits and which letters: a code that is no number lies in no range of numbers. */
const shapeOf = (key: string): string => key.replace(/\d/g, '0').replace(/[A-Z]/g, 'A')

/** A code, or the beginning of one, in the form in which codes are compared; null where the country has no such codes. */
function ruleKey(country: string, text: string): string | null {
  const code = text.trim()
  if (isBritish(country)) return britishKey(code)
  const hyphen = code.indexOf('-')
  if (hyphen >= 0 && hyphen !== HYPHEN_AFTER[country]) return null
  const key = plain(code)
  const hyphenOnce = hyphen === code.lastIndexOf('-') && key.length > hyphen
  return hyphenOnce && key.length >= 1 && key.length <= LONGEST_CODE ? key : null
}

/** The same of an address, which may be written in any way; empty where a British code is none. */
const addressKey = (country: string, text: string): string =>
  isBritish(country) ? (wholeBritishKey(plain(capitals(text))) ?? '') : plain(capitals(text))

/** An area (BT), a district (BT1, SW1A), a sector (BT1 5) or a whole code. */
function britishKey(code: string): string | null {
  const key = wholeBritishKey(plain(code))
  if (key !== null) return key
  const sector = /^([A-Z]{1,2})(\d{1,2})([A-Z]?) +(\d[A-Z]?)$/.exec(code)
  if (sector) return partsKey(sector)
  const district = /^([A-Z]{1,2})(?:(\d{1,2})([A-Z]?))?$/.exec(plain(code))
  return district ? partsKey(district).trimEnd().padEnd(2) : null
}

function wholeBritishKey(code: string): string | null {
  const parts = /^([A-Z]{1,2})(\d{1,2})([A-Z]?)(\d[A-Z]{2})$/.exec(code)
  return parts ? partsKey(parts) : null
}

/** The parts at fixed places: `B` 1 `1AA` becomes `B 01 1AA`, so that texts compare as the parts do. */
const partsKey = ([, area = '', district = '', letter = '', rest = '']: readonly string[]): string =>
  area.padEnd(2) + district.padStart(district === '' ? 0 : 2, '0') + letter.padEnd(1) + rest

/** Full-width digits become plain ones (NFKC): people in Japan write both. */
const capitals = (text: string): string => text.normalize('NFKC').trim().toUpperCase()

const plain = (code: string): string => code.replace(/[^A-Z0-9]/g, '')
