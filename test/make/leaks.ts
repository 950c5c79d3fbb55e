import type { TestDatabase } from './database.ts'
import { dumpTables } from './database-dump.ts'

/** Where something could be read, and all the text of that place. */
export type Place = { readonly name: string; readonly text: string }

/** A piece of buyer data in one of the forms in which it can be written; in capitals and without blanks, as texts are compared. */
type Form = { readonly piece: string; readonly form: string; readonly text: string; readonly exact: boolean }

/** Capitals, no blanks: so `04101` is found in `0 4101`, and a name in a shout. Signs that only join words go too. */
const loose = (text: string): string => text.toUpperCase().replace(/[\s\u00a0+_,;]+/g, '')

/** Base64 of a text that begins one, two or three bytes into a group: the letters that do not hang on what stands beside it. */
function base64Forms(piece: string): string[] {
  const bytes = Buffer.from(piece)
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const from = Math.ceil((before * 8) / 6)
    const to = Math.floor(((before + bytes.length) * 8) / 6)
    return whole.slice(from, to)
  })
}

const unicodeEscaped = (text: string): string =>
  [...text].map((sign) => (sign < '\x7f' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('')

/** The forms in which a piece is looked for (issue 6, item 8). */
export function formsOf(piece: string): readonly Form[] {
  const loosely = {
    plain: piece,
    'JSON-escaped': JSON.stringify(piece).slice(1, -1),
    'JSON-escaped to plain letters': unicodeEscaped(piece),
    'URL-encoded': encodeURIComponent(piece),
    'form-encoded': new URLSearchParams({ q: piece }).toString().slice(2),
    'HTML-escaped': piece.replaceAll('&', '&amp;').replaceAll("'", '&#39;'),
    hexadecimal: Buffer.from(piece).toString('hex'),
    'hexadecimal, two bytes a letter': Buffer.from(piece, 'utf16le').toString('hex'),
    'with its words turned round': piece.split(/\s+/).reverse().join(' '),
    'letter by letter backwards': [...piece].reverse().join(''),
  }
  const exactly = base64Forms(piece).flatMap((text, at): [string, string][] => [
    [`base64, ${at} bytes in`, text],
    [`base64 for addresses, ${at} bytes in`, text.replaceAll('+', '-').replaceAll('/', '_')],
  ])
  return [
    ...Object.entries(loosely).map(([form, text]) => ({ piece, form, text: loose(text), exact: false })),
    ...exactly.map(([form, text]) => ({ piece, form, text, exact: true })),
  ]
}

/** Every piece that can be read in a place, in whatever form; each place once for each piece. */
export function leaksIn(places: readonly Place[], pieces: readonly string[]): string[] {
  const forms = pieces.flatMap(formsOf)
  return places.flatMap(({ name, text }) => {
    const loosened = loose(text)
    const found = forms.filter((form) => (form.exact ? text : loosened).includes(form.text))
    const first = found.filter(({ piece }, at) => found.findIndex((other) => other.piece === piece) === at)
    return first.map(({ piece, form }) => `${piece} in ${name} (${form})`)
  })
}

/** The whole database as places, each table one, with the log of its server; what the vault holds sealed is looked at too. */
export async function placesOf(database: TestDatabase): Promise<Place[]> {
  const tables = Object.entries(await dumpTables(database)).map(([name, rows]) => ({ name, text: rows.join('\n') }))
  const { rows } = await database
    .ownerPool()
    .query<{ text: string | null }>(`select string_agg(pg_read_file('log/' || name), '') as text from pg_ls_logdir()`)
  return [...tables, { name: 'the log of the server', text: rows[0]?.text ?? '' }]
}
