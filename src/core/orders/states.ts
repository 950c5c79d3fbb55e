import { plainName, STATE_NAMES } from './state-names.ts'

/**
 * The code of a state, province or prefecture by its code or by its name, in English or as its people write it: United States,
 * Canada, Australia, Mexico, Brazil, India, Japan. Elsewhere the text as it came, in capitals (O9).
 */
export function stateCode(country: string, text: string): string {
  const plain = text.trim().toUpperCase()
  const names = STATE_NAMES.get(country)
  if (!names) return plain
  const word = plainName(text)
  const name = names.get(word) ?? names.get(word.replaceAll('-', ' ')) ?? names.get(word.replaceAll(' ', '-'))
  if (name !== undefined) return name
  // "N. Y." and "JP-13", "MX-JAL", "BR-SP".
  const code = word.startsWith(`${country}-`) ? word.slice(country.length + 1) : word
  return code.length === 3 && code[1] === ' ' ? code.replace(' ', '') : code
}
