import type { Archive } from './archive.ts'
import { readXml } from './xml-part.ts'

/** Styles of a workbook, by their numbers: those of them that show a number as a date. */
export async function readDateStyles(archive: Archive, part: string): Promise<ReadonlySet<number>> {
  const dates = new Set<number>()
  if (!archive.has(part)) return dates
  const own = new Map<number, boolean>()
  let inside = false
  let style = 0
  await readXml(await archive.open(part), {
    open(name, attribute) {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), isDateFormat(attribute('formatCode') ?? ''))
      if (name === 'cellXfs') inside = true
      if (name !== 'xf' || !inside) return
      const format = Number(attribute('numFmtId') ?? 0)
      if (own.get(format) ?? isBuiltInDate(format)) dates.add(style)
      style++
    },
    close: (name) => name === 'cellXfs',
  })
  return dates
}

/** The formats of every spreadsheet program that need no code of their own (ECMA-376 18.8.30). */
const isBuiltInDate = (format: number) =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58)

/** True when a format has a part of a date or a time outside of its quoted words, colours and conditions. */
export function isDateFormat(code: string): boolean {
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '')
  return /[ymdhs]/i.test(bare)
}
