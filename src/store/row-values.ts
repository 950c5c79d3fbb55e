import pg from 'pg'

type Parser = (text: string) => unknown

const OID = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  numeric: 1700,
  int8Array: 1016,
  dateArray: 1182,
  timestampArray: 1115,
  timestamptzArray: 1185,
  numericArray: 1231,
} as const

const asText: Parser = (text) => text

/** An integer of 64 bits as a number; one that a number cannot hold exactly is a bug, never a rounded value. */
export function readInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`The integer ${text} is too large to be held exactly.`)
  return value
}

const INSTANT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/

/** An instant as milliseconds since 1970, whatever the time zone of the server; microseconds are cut off, `infinity` stays infinite. */
export function readInstant(text: string): number {
  if (text === 'infinity') return Number.POSITIVE_INFINITY
  if (text === '-infinity') return Number.NEGATIVE_INFINITY
  const [, day, time, fraction = '', sign, hours, minutes = 0, seconds = 0] = INSTANT.exec(text) ?? []
  if (day === undefined) throw new Error('An instant outside the years 1 to 9999 cannot be read.')
  const away = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (sign === '-' ? -1000 : 1000)
  return Date.parse(`${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`) - away
}

function listOf(read: Parser): Parser {
  const arrays = (pg.types as unknown as { arrayParser: { create(text: string, read: Parser): { parse(): unknown } } })
    .arrayParser
  return (text) => arrays.create(text, read).parse()
}

const PARSERS = new Map<number, Parser>([
  [OID.int8, readInteger as Parser],
  [OID.timestamptz, readInstant as Parser],
  [OID.numeric, asText],
  [OID.date, asText],
  [OID.timestamp, asText],
  [OID.interval, asText],
  [OID.int8Array, listOf(readInteger as Parser)],
  [OID.timestamptzArray, listOf(readInstant as Parser)],
  [OID.numericArray, listOf(asText)],
  [OID.dateArray, listOf(asText)],
  [OID.timestampArray, listOf(asText)],
])

/** How a column is read: whole numbers and instants as numbers, decimals, dates and intervals as text. */
export function parserFor(oid: number, format: 'text' | 'binary' = 'text'): unknown {
  const ours = format === 'text' ? PARSERS.get(oid) : undefined
  return ours ?? pg.types.getTypeParser(oid, format)
}
