import { visibleText } from '../visible-text.ts'

/** A line of a mail: words, or an address of ours that can be followed. */
export type Line = string | { readonly href: string; readonly says: string }

/** What a mail says: some lines, entries of a few lines each, how many more there are, and where to look. */
export type Letter = {
  readonly subject: string
  readonly lines: readonly string[]
  readonly entries: readonly (readonly Line[])[]
  readonly more: number
  readonly foot: readonly Line[]
}

/** A mail as it is sent: every text escaped for where it stands. */
export type WrittenMail = { readonly subject: string; readonly text: string; readonly html: string }

const LONGEST_SUBJECT = 150
const LONGEST_LINE = 1000
/** Said in the mail itself: a mail brings nothing along and fetches nothing. */
const LOOKS = 'font: 15px/1.5 system-ui, -apple-system, Segoe UI, Roboto, sans-serif; max-width: 42em; margin: 16px'

const line = (text: string): string => visibleText(text, LONGEST_LINE)

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const told = (each: Line): string => (typeof each === 'string' ? line(each) : `${line(each.says)}: ${line(each.href)}`)

/** Only an address of ours is a link; foreign text stays text. */
const shown = (each: Line): string =>
  typeof each === 'string' ? escaped(each) : `<a href="${escaped(each.href)}">${escaped(each.says)}</a>`

const escaped = (text: string): string => line(text).replace(/[&<>"']/g, (mark) => MARKS[mark] ?? '')

/** Writes a letter as text and as HTML; foreign text can neither begin a header nor a tag, and long text is cut. */
export function writeMail({ subject, lines, entries, more, foot }: Letter): WrittenMail {
  const rest = more > 0 ? [`… and ${more} more.`] : []
  const textOf = (entry: readonly Line[]) => entry.map((each, at) => `${at === 0 ? '- ' : '  '}${told(each)}`)
  const text = [...lines.map(line), '', ...entries.flatMap(textOf), ...rest, '', ...foot.map(told)]
  const listed = entries.map((entry) => `<li>${entry.map(shown).join('<br>\n')}</li>`)
  const html = [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escaped(visibleText(subject, LONGEST_SUBJECT))}</title></head><body style="${LOOKS}">`,
    ...lines.map((each) => `<p>${escaped(each)}</p>`),
    ...(listed.length > 0 ? ['<ul>', ...listed, '</ul>'] : []),
    ...rest.map((each) => `<p>${escaped(each)}</p>`),
    ...(foot.length > 0 ? [`<p>${foot.map(shown).join('<br>\n')}</p>`] : []),
    '</body></html>',
  ]
  return {
    subject: visibleText(subject, LONGEST_SUBJECT),
    text: `${text
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
    html: `${html.join('\n')}\n`,
  }
}
