/** Processed, successful, with error, with warning: the summary of an XML processing report. */
export const counts = (report: string): number[] =>
  ['Processed', 'Successful', 'WithError', 'WithWarning'].map((name) =>
    Number(new RegExp(`<Messages${name}>(\\d+)<`).exec(report)?.[1]),
  )

/** What an XML processing report says of its messages. */
export const words = (report: string): (string | undefined)[] =>
  [...report.matchAll(/<ResultDescription>(.*?)<\//g)].map(([, text]) => text)

/** Processed and successful records of a flat processing report. */
export const flatCounts = (report: string): number[] =>
  [...report.matchAll(/Number of records \w+\t\t(\d+)/g)].map(([, count]) => Number(count))

/** The rows of a flat processing report, cell by cell. */
export const flatRows = (report: string): string[][] =>
  report
    .split('\r\n')
    .slice(5, -1)
    .map((row) => row.split('\t'))

/** Tab-separated text of a header and rows. */
export const tabText = (...rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((cells) => cells.join('\t')).join('\r\n')
