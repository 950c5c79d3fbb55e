import { visibleText } from '../visible-text.ts'

/** What a mail says: some lines, entries of a few lines each, how many more there are, and where to look. */
export type Letter = {
  readonly subject: string
  readonly lines: readonly string[]
  readonly entries: readonly (readonly string[])[]
  readonly more: number
  readonly foot: readonly string[]
}

/** A mail as it is sent: every text escaped for where it stands. */
export type WrittenMail = { readonly subject: string; readonly text: string; readonly html: string }

const LONGEST_SUBJECT = 150
const LONGEST_LINE = 1000
/** Said in the mail itself: a mail brings nothing along and fetches nothing. */
const LOOKS = 'font: 15px/1.5 system-ui, -apple-system, Segoe UI, Roboto, sans-serif; max-width: 42em; margin: 16px'

const line = (text: string): string => visibleText(text, LONGEST_LINE)

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => line(text).replace(/[&<>"']/g, (mark) => MARKS[mark] ?? '')

/** Writes a letter as text and as HTML; foreign text can neither begin a header nor a tag, and long text is cut. */
export function writeMail({ subject, lines, entries, more, foot }: Letter): WrittenMail {
  const rest = more > 0 ? [`… and ${more} more.`] : []
  const textOf = (entry: readonly string[]) => entry.map((each, at) => `${at === 0 ? '- ' : '  '}${line(each)}`)
  const text = [...lines.map(line), '', ...entries.flatMap(textOf), ...rest, '', ...foot.map(line)]
  const listed = entries.map((entry) => `<li>${entry.map(escaped).join('<br>\n')}</li>`)
  const html = [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escaped(visibleText(subject, LONGEST_SUBJECT))}</title></head><body style="${LOOKS}">`,
    ...lines.map((each) => `<p>${escaped(each)}</p>`),
    ...(listed.length > 0 ? ['<ul>', ...listed, '</ul>'] : []),
    ...rest.map((each) => `<p>${escaped(each)}</p>`),
    ...(foot.length > 0 ? [`<p>${foot.map(escaped).join('<br>\n')}</p>`] : []),
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
