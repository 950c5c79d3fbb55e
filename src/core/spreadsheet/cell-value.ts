/** Languages whose people write 12,5 for twelve and a half; Mexico and the United States write Spanish with a point. */
const WITH_COMMA =
  /^(de|fr|it|es|nl|pl|sv|pt|tr|cs|sk|da|fi|nb|no|ru|uk|hu|ro|bg|hr|el|ca|sl|lt|lv|et|id|vi)(?!_(MX|US|CH))/

/** True for a template in whose language the comma is the decimal sign (T3). */
export const hasDecimalComma = (language: string | null): boolean => language !== null && WITH_COMMA.test(language)

/** A number as people and spreadsheets write it, or null. With both signs the last one is the decimal one; blanks and quotes group. */
export function readNumber(text: string, commaLanguage: boolean): number | null {
  const plain = text.trim().replaceAll(/[\s'’\u00a0\u202f]/g, '')
  if (!/^[+-]?[\d.,]*\d(e[+-]?\d{1,3})?$/i.test(plain)) return null
  const [comma, point] = [plain.lastIndexOf(','), plain.lastIndexOf('.')]
  const decimal = comma >= 0 && point >= 0 ? (comma > point ? ',' : '.') : signAlone(plain, commaLanguage)
  const grouped = decimal === ',' ? '.' : ','
  const spelled = plain.replaceAll(grouped, '').replace(decimal, '.')
  const number = Number(spelled)
  return Number.isFinite(number) ? number : null
}

/** Which sign is the decimal one where only one kind stands in the number. */
function signAlone(plain: string, commaLanguage: boolean): ',' | '.' {
  const commas = plain.split(',').length - 1
  if (commas === 0) return plain.split('.').length - 1 > 1 ? ',' : '.'
  if (commas > 1) return '.'
  return commaLanguage || !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain) ? ',' : '.'
}

const GRAMS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    g: 1,
    gr: 1,
    gram: 1,
    grams: 1,
    kg: 1000,
    kilogram: 1000,
    kilograms: 1000,
    mg: 0.001,
    milligrams: 0.001,
    oz: 28.349_523_125,
    ounce: 28.349_523_125,
    ounces: 28.349_523_125,
    lb: 453.592_37,
    lbs: 453.592_37,
    pound: 453.592_37,
    pounds: 453.592_37,
    hundredths_pounds: 4.535_923_7,
    tons: 907_184.74,
  }),
)

/** A weight in whole grams, up; null where the unit is unknown or no weight is meant. */
export function gramsOf(value: number | null, unit: string): number | null {
  const each = GRAMS.get(unit.trim().toLowerCase())
  if (value === null || each === undefined || value <= 0) return null
  const grams = Math.ceil(value * each - 1e-6)
  return grams <= 10_000_000 ? grams : null
}
