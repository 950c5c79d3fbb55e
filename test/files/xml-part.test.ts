import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { RefusedFile } from '#files/sheets/refused-file.ts'
import { readXml } from '#files/sheets/xml-part.ts'
import { numbers, type Random } from '../make/numbers.ts'

/** What was read, with texts that stand beside each other as one. */
type Seen = string[]

function watch(seen: Seen) {
  let words = ''
  const flush = () => {
    if (words !== '') seen.push(`text ${JSON.stringify(words)}`)
    words = ''
  }
  return {
    open(name: string, attribute: (name: string) => string | undefined): undefined {
      flush()
      seen.push(`<${name} ${JSON.stringify(['a', 'r:id', 'xml:space'].map((each) => attribute(each) ?? null))}`)
    },
    close(name: string): undefined {
      flush()
      seen.push(`/${name}`)
    },
    text(piece: string) {
      words += piece
    },
  }
}

/** Its first bytes, by which a text tells how it is written, come together. */
const START = 4

/** Bytes as they come from an archive, cut anywhere. */
function pieces(bytes: Buffer, random: Random) {
  const cuts = [0, ...Array.from({ length: random(6) }, () => START + random(bytes.length)).toSorted((a, b) => a - b)]
  return {
    async *[Symbol.asyncIterator]() {
      for (const [at, from] of cuts.entries()) {
        const piece = bytes.subarray(from, cuts[at + 1])
        if (piece.length > 0) yield piece
      }
    },
    destroy() {},
  }
}

async function ours(bytes: Buffer, random: Random): Promise<Seen> {
  const seen: Seen = []
  await readXml(pieces(bytes, random), watch(seen))
  return seen
}

function theirs(xml: string): Seen {
  const seen: Seen = []
  const { open, close, text } = watch(seen)
  const parser = new SaxesParser({ xmlns: false })
  const bare = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => open(bare(name), (each) => attributes[each] as string | undefined))
  parser.on('closetag', ({ name }) => close(bare(name)))
  parser.on('text', (piece) => {
    // Blanks around the root are no text of it.
    if (seen.length > 0 && seen.at(-1) !== '/row') text(piece)
  })
  parser.on('cdata', text)
  parser.write(xml).close()
  return seen
}

const PIECES = [
  'tea',
  ' ',
  '&amp;',
  '&lt;',
  '&#233;',
  '&#x1F375;',
  'ü日本',
  '\n',
  '\r\n',
  '\r',
  '>',
  "it's",
  ']]',
  '&quot;',
]
const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)] as T
const words = (random: Random, leaveOut = '') =>
  Array.from({ length: random(6) }, () => pick(PIECES, random).replaceAll(leaveOut || '\0', '')).join('')

function element(random: Random, depth: number): string {
  const name = pick(['c', 'v', 'x:row', 'is', 't'], random)
  const blank = () => pick(['', ' ', '\n\t'], random)
  const attributes = ['a', 'r:id', 'xml:space'].filter(() => random(2) === 0)
  const quoted = attributes.map((each) => {
    const quote = pick(['"', "'"], random)
    // A line end inside an attribute is a blank to one and a line end to the other: no workbook has one.
    return ` ${blank()}${each}${blank()}=${blank()}${quote}${words(random, quote).replaceAll(/[\r\n]/g, '')}${quote}`
  })
  const start = `<${name}${quoted.join('')}${blank()}`
  if (random(4) === 0) return `${start}/>`
  const inside = Array.from({ length: random(4) }, () => {
    const kind = random(6)
    if (kind === 0) return `<!-- ${words(random).replaceAll('-', '')} <no> -->`
    if (kind === 1) return `<![CDATA[${words(random)} <t> &x; ]]>`
    if (kind === 2) return '<?do nothing > here?>'
    return kind === 3 || depth > 4 ? words(random).replaceAll(']]', '') : element(random, depth + 1)
  })
  return `${start}>${inside.join('')}</${name}${blank()}>`
}

test('[T3] a part of a workbook is read as a general reader of XML reads it, wherever its bytes are cut', async () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = numbers(seed)
    const xml = `<?xml version="1.0"?>\n<!-- x -->${`<row>${element(random, 0)}</row>`}\n`
    const expected = theirs(xml)
    expect({ seed, xml, seen: await ours(Buffer.from(xml), random) }).toEqual({ seed, xml, seen: expected })
    const wide = Buffer.from(`\ufeff${xml}`, 'utf16le')
    expect({ seed, seen: await ours(wide, random) }).toEqual({ seed, seen: expected })
    const swapped = Buffer.from(wide).swap16()
    expect({ seed, seen: await ours(swapped, random) }).toEqual({ seed, seen: expected })
  }
})

test.each([
  ['nothing', ''],
  ['blanks', '  \n'],
  ['words only', 'tea'],
  ['words behind the root', '<a/>tea'],
  ['two roots', '<a/><b/>'],
  ['an element that is not closed', '<a><b></a>'],
  ['one closed too often', '<a></a></a>'],
  ['a name that ends otherwise', '<abc></ab>'],
  ['an attribute without a value', '<a b/>'],
  ['an attribute without quotes', '<a b=c/>'],
  ['an attribute that never ends', '<a b="c/>'],
  ['a tag that never ends', '<a b="c"'],
  ['a tag without a name', '< a/>'],
  ['a slash inside a tag', '<a / b="c">'],
  ['an entity of its own', '<a>&b;</a>'],
  ['an entity of JavaScript', '<a>&constructor;</a>'],
  ['a sign that is none', '<a>&#0;</a>'],
  ['a sign beyond the last', '<a>&#x110000;</a>'],
  ['an & that stands alone', '<a>tea & mug</a>'],
  ['a comment that never ends', '<a><!-- </a>'],
  ['a CDATA that never ends', '<a><![CDATA[ </a>'],
  ['an instruction that never ends', '<a/><?x'],
  ['a NUL', '<a>te\0a</a>'],
  ['a NUL in a tag', '<a\0/>'],
  ['elements a thousand deep', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`],
  ['a tag of 3 MB', `<a b="${'x'.repeat(3_000_000)}"/>`],
  ['a tag of 3 MB that never ends', `<a b="${'x'.repeat(3_000_000)}`],
])('[T3] %s: no part of a workbook, in a sentence', async (_, xml) => {
  const part = pieces(Buffer.from(xml), numbers(1))
  const read = readXml(part, { open: (_name, attribute) => void attribute('b'), text: () => {} })
  await expect(read).rejects.toThrow(RefusedFile)
  await expect(readXml(pieces(Buffer.from(xml), numbers(1)), { text: () => {} })).rejects.toThrow(/cannot be read/)
})

test.each(['<!DOCTYPE a>', '<!DOCTYPE a [<!ENTITY b "c">]>', '<!ENTITY b "c">', '<a><!ELEMENT b></a>'])(
  '[T3] %s declares something: refused before anything of it is read',
  async (xml) => {
    await expect(readXml(pieces(Buffer.from(`${xml}<a>&b;</a>`), numbers(1)), {})).rejects.toThrow(/a DOCTYPE/)
  },
)
