import { open } from 'node:fs/promises'
import type { Source } from './archive.ts'
import { RefusedFile } from './refused-file.ts'

/** What a file is, by how it begins, whatever its name says. */
export type FileKind = 'workbook' | 'text'

const STARTS: readonly (readonly [readonly number[], string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'The file is an old Excel file (.xls), or it is protected by a password. Take the protection off, save it as "Excel Workbook (.xlsx)", and bring that file.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'The file is a PDF. Bring the spreadsheet itself: .xlsx, .xlsm, .txt or .csv.'],
  [[0x1f, 0x8b], 'The file is packed (gzip). Unpack it, and bring the file inside.'],
  [[0x52, 0x61, 0x72, 0x21], 'The file is packed (RAR). Unpack it, and bring the file inside.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'The file is packed (7-Zip). Unpack it, and bring the file inside.'],
  [[0x89, 0x50, 0x4e, 0x47], 'The file is a picture. Bring the spreadsheet: .xlsx, .xlsm, .txt or .csv.'],
  [[0xff, 0xd8, 0xff], 'The file is a picture. Bring the spreadsheet: .xlsx, .xlsm, .txt or .csv.'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'The file is a letter (RTF). Bring the spreadsheet: .xlsx, .xlsm, .txt or .csv.'],
]

/** Says what a file is, or refuses it in a sentence that says what to do. */
export async function kindOfFile(source: Source): Promise<FileKind> {
  const start = await startOf(source)
  if (start.length === 0) throw new RefusedFile('The file is empty.')
  if (begins(start, [0x50, 0x4b])) return 'workbook'
  for (const [sign, sentence] of STARTS) if (begins(start, sign)) throw new RefusedFile(sentence)
  if (/^\s*(<\?xml|<!doctype|<html|<table)/i.test(start.toString('latin1')))
    throw new RefusedFile(
      'The file is a web page or XML with the name of a spreadsheet. Open it in Excel, save it as .xlsx, and bring that file.',
    )
  return 'text'
}

const begins = (start: Uint8Array, sign: readonly number[]) => sign.every((byte, at) => start[at] === byte)

async function startOf(source: Source): Promise<Buffer> {
  if ('bytes' in source) return Buffer.from(source.bytes.subarray(0, 512))
  const file = await open(source.path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
