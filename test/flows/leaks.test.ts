import { expect, onTestFinished, test } from 'vitest'
import { makeDatabase } from '../make/database.ts'
import { formsOf, leaksIn, placesOf } from '../make/leaks.ts'

const PIECES = [
  "Quentina O'Zebra & Söhne",
  '77 Xylophone Crescent',
  'ZQ9 4XY',
  'zq77@marketplace.amazon.example',
  '+1 555-0177',
]
const around = (text: string) => [{ name: 'here', text: `{"a":"${text}"}` }]

/** One planted leak of each form, as careless code would write it. */
const PLANTED: Readonly<Record<string, (piece: string) => string>> = {
  plain: (piece) => `Order of ${piece} held`,
  'in capitals': (piece) => piece.toUpperCase(),
  'in small letters': (piece) => piece.toLowerCase(),
  'without blanks': (piece) => piece.replaceAll(' ', ''),
  'with double blanks': (piece) => piece.replaceAll(' ', '  '),
  'over two lines': (piece) => piece.replaceAll(' ', '\n'),
  'as JSON': (piece) => JSON.stringify({ piece }),
  'as JSON in JSON': (piece) => JSON.stringify(JSON.stringify({ name: piece.replaceAll('"', '') })),
  'as JSON of plain letters': (piece) =>
    [...piece]
      .map((sign) => (sign < '\x7f' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))
      .join(''),
  'in an address': (piece) => `https://example.com/?q=${encodeURIComponent(piece)}&p=1`,
  'in a form': (piece) => new URLSearchParams({ q: piece }).toString(),
  'in a page': (piece) => piece.replaceAll('&', '&amp;').replaceAll("'", '&#39;'),
  'as base64': (piece) => Buffer.from(piece).toString('base64'),
  'as base64 one byte in': (piece) => Buffer.from(`{${piece}}`).toString('base64'),
  'as base64 two bytes in': (piece) => Buffer.from(`{"${piece}"}`).toString('base64'),
  'as base64 for addresses': (piece) => Buffer.from(`x${piece}`).toString('base64url'),
  'as hexadecimal': (piece) => Buffer.from(`{${piece}}`).toString('hex'),
  'as hexadecimal in capitals': (piece) => Buffer.from(piece).toString('hex').toUpperCase(),
  'two bytes a letter': (piece) => Buffer.from(piece, 'utf16le').toString('hex'),
  'words turned round': (piece) => piece.split(' ').reverse().join(' '),
  'last name first': (piece) => piece.split(' ').reverse().join(', '),
  'letters turned round': (piece) => [...piece].reverse().join(''),
}

test.each(Object.keys(PLANTED))('[U2] the search for leaks finds every piece that was planted %s', (how) => {
  for (const piece of PIECES) {
    const planted = PLANTED[how]?.(piece) ?? ''
    expect(leaksIn(around(planted), [piece]), `${piece} as ${planted}`).toHaveLength(1)
    // And is silent where another buyer stands.
    expect(leaksIn(around(PLANTED[how]?.('Adalbert Nobody, 1 Plain Road') ?? ''), [piece])).toEqual([])
  }
})

test('[U2] it says what was found, where and in which form', () => {
  expect(
    leaksIn(
      [
        { name: 'a table', text: 'ZQ94XY' },
        { name: 'a mail', text: 'nothing' },
      ],
      PIECES,
    ),
  ).toEqual(['ZQ9 4XY in a table (plain)'])
  expect(formsOf('ab').map(({ form }) => form)).toContain('base64, 2 bytes in')
})

test('[U2] a piece in any table of the database is found, as text, as bytes and inside JSON; the log of its server holds no value of a statement', async () => {
  const database = await makeDatabase()
  onTestFinished(() => database.close())
  const owner = database.ownerPool()
  const [name = '', street = '', code = '', email = ''] = PIECES
  await owner.query('create table millrace.careless (words text, bytes bytea, inside jsonb)')
  await owner.query('insert into millrace.careless values ($1, $2, $3)', [
    `Order of ${name}`,
    Buffer.from(`{"street":"${street}"}`),
    JSON.stringify({ deep: [{ note: Buffer.from(`x${code}`).toString('base64') }] }),
  ])
  await expect(owner.query(`select '${email}'::integer`)).rejects.toThrow()
  const found = leaksIn(await placesOf(database), PIECES)
  expect(found.map((each) => each.replace(/ \(.*/, '')).sort()).toEqual(
    [`${street} in millrace.careless`, `${name} in millrace.careless`, `${code} in millrace.careless`].sort(),
  )
})
