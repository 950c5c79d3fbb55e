import { unreadable } from './refused-file.ts'

const SIGNS = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** A text with the signs that its entities stand for: the five of XML, and numbers. Any other is refused. */
export function withSigns(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]*)(;?)/g, (_, name: string, end: string) => {
    const sign = name.startsWith('#') ? numbered(name.slice(1)) : SIGNS.get(name)
    if (end === '' || sign === undefined) throw unreadable()
    return sign
  })
}

function numbered(number: string): string | undefined {
  const code = /^x[0-9a-f]+$/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number)
  return code > 0 && code <= 0x10ffff && Number.isInteger(code) ? String.fromCodePoint(code) : undefined
}
