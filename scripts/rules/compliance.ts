// docs/compliance.md claims nothing without a file and a test; what is wrong with it, in sentences.
import type { TestResult } from '../tests/test-run.ts'

/** One row: what is claimed, the files that do it, and the tests that prove it. */
type Row = {
  readonly id: string
  readonly claim: string
  readonly files: readonly string[]
  readonly proofs: readonly { readonly file: string; readonly title: string }[]
}

/** Every requirement of the two policies: each has one row. */
const REQUIRED = [...range('D', 50), ...range('A', 14)]

/** What is wrong with the table: rows that miss, claims without file or proof, and proofs that are not there. */
export function complianceComplaints(
  markdown: string,
  repository: { exists(path: string): boolean; read(path: string): string },
): string[] {
  const rows = rowsOf(markdown)
  const missing = REQUIRED.filter((id) => rows.filter((row) => row.id === id).length !== 1)
  const certified = /\bcertified\b|\b(is|are) compliant\b/i.test(markdown)
    ? ['docs/compliance.md calls something certified or compliant.']
    : []
  return [
    ...missing.map((id) => `docs/compliance.md must have ${id} once.`),
    ...certified,
    ...rows.flatMap((row) => complaintsOf(row, repository)),
  ]
}

/** Proofs that did not pass in a full run of the tests. */
export function unprovenControls(markdown: string, tests: readonly TestResult[]): string[] {
  const passed = (file: string, title: string) =>
    tests.some(
      (test) => test.file === file && test.status === 'passed' && test.titles.join(' ').includes(fixedPart(title)),
    )
  return rowsOf(markdown).flatMap(({ id, proofs }) =>
    proofs
      .filter(({ file, title }) => !passed(file, title))
      .map(({ file, title }) => `${id} is proven by "${title}" in ${file}, which did not pass in the last full run.`),
  )
}

function complaintsOf(
  { id, claim, files, proofs }: Row,
  { exists, read }: { exists(path: string): boolean; read(path: string): string },
): string[] {
  if (claim === '-') return []
  const bare = files.length === 0 || proofs.length === 0 ? [`${id} claims a control and names no file or no test.`] : []
  const lost = files.filter((file) => !exists(file)).map((file) => `${id} names ${file}, which does not exist.`)
  const untrue = proofs
    .filter(({ file, title }) => !exists(file) || !read(file).includes(title))
    .map(({ file, title }) => `${id} names the test "${title}", which is not in ${file}.`)
  return [...bare, ...lost, ...untrue]
}

function rowsOf(markdown: string): Row[] {
  return markdown
    .split('\n')
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .filter((cells) => /^[DA]\d+$/.test(cells[1] ?? ''))
    .map(([, id = '', , claim = '', where = '', proof = '']) => ({
      id,
      claim,
      files: [...where.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
      proofs: [...proof.matchAll(/`([^`]+)` "((?:[^"\\]|\\.)+)"/g)].map(([, file = '', title = '']) => ({
        file,
        title,
      })),
    }))
}

/** The longest part of a title that a table of cases does not fill in. */
const fixedPart = (title: string): string =>
  title
    .split(/%[a-z#]|\$\{?\w+\}?/)
    .reduce((longest, part) => (part.trim().length > longest.length ? part.trim() : longest), '')

function range(letter: string, last: number): string[] {
  return Array.from({ length: last }, (_, n) => `${letter}${n + 1}`)
}
