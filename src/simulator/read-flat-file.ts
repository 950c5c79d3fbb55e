import { CODE, type Finding } from './feed-findings.ts'
import type { FeedJob } from './feed-work.ts'
import { decoded } from './read-envelope.ts'

/** One record of a flat file. */
export type FlatRecord = {
  /** Counted from 1, without the header. */
  readonly number: string
  /** The cell of a column; undefined when it is empty or the column is not there. */
  readonly cell: (column: string) => string | undefined
}

type Columns = { readonly required: readonly string[]; readonly optional: readonly string[] }

/** Reads tab-separated text with a header, by the names of the columns; a line that names the template may stand before it. */
export function readFlatFile(
  job: Pick<FeedJob, 'bytes' | 'contentType'>,
  { required, optional }: Columns,
): readonly FlatRecord[] | Finding {
  const text = decoded(job)?.replace(/^\uFEFF/, '')
  if (text === undefined)
    return { code: CODE.notAFile, text: 'The file is not in the encoding that its content type names.' }
  const lines = text.split(/\r\n|\n|\r/)
  if (lines[0]?.startsWith('TemplateType=')) lines.shift()
  const names = (lines.shift() ?? '').split('\t').map((name) => name.trim())
  const missing = required.filter((name) => !names.includes(name))
  if (missing.length > 0)
    return { code: CODE.notAFile, text: `The header row lacks the columns ${missing.join(', ')}.` }
  const strange = names.find((name) => name !== '' && ![...required, ...optional].includes(name))
  if (strange !== undefined) return { code: CODE.notAFile, text: `The header row has an unknown column '${strange}'.` }
  const rows = lines.filter((line) => line.trim() !== '').map((line) => line.split('\t'))
  if (rows.length === 0) return { code: CODE.notAFile, text: 'The file has no record.' }
  return rows.map((cells, at) => ({
    number: String(at + 1),
    cell: (column) => {
      const text = cells[names.indexOf(column)]?.trim()
      return text === '' ? undefined : text
    },
  }))
}
