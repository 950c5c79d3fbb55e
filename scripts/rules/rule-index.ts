// Joins the rules of the product with the tests that cite them.
import type { TestResult } from '../tests/test-run.ts'
import { PERMITTED_SKIP } from '../tests/verdict.ts'

/** One rule as docs/rules.json states it; `file` is where it lives in the code. */
export type Rule = { readonly title: string; readonly file: string | readonly string[] }
/** All rules by ID. */
export type Rules = Readonly<Record<string, Rule>>

/** A rule that has no code yet. */
export const NOT_YET = 'not yet'

/** The IDs a test cites: `[O9]` or `[O9][O10]` at the start of a title, its own or a describe block's. */
export function citedIds(test: TestResult): string[] {
  const ids = test.titles.flatMap((title) => {
    const lead = /^(?:\[[A-Z]\d[^\]]*\])+/.exec(title)?.[0] ?? ''
    return [...lead.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1] ?? '')
  })
  return [...new Set(ids)]
}

/** The files of a rule; none while it is not yet built. */
export function filesOf(rule: Rule): readonly string[] {
  if (rule.file === NOT_YET) return []
  return typeof rule.file === 'string' ? [rule.file] : rule.file
}

/** docs/rule-index.md: each rule with its file and the tests that prove it. */
export function writeIndex(rules: Rules, tests: readonly TestResult[]): string {
  const built = Object.values(rules).filter((rule) => filesOf(rule).length > 0).length
  const rows = Object.entries(rules).map(([id, rule]) => row([id, rule], tests))
  return [
    '# Rule index',
    '',
    'Written by `npm run rules` from `docs/rules.json` and the last full run of the tests. Do not edit by hand.',
    '',
    `${built} of ${rows.length} rules are built.`,
    '',
    '| Rule | What | File | Tests |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** Everything wrong between rules, code and tests, a sentence each. */
export function ruleComplaints(
  rules: Rules,
  tests: readonly TestResult[],
  exists: (file: string) => boolean,
): string[] {
  return [...missingFiles(rules, exists), ...unprovenRules(rules, tests), ...unknownIds(rules, tests)]
}

function row([id, rule]: [string, Rule], tests: readonly TestResult[]): string {
  const files = filesOf(rule).map((file) => `\`${file}\``)
  const proofs = tests.filter((test) => citedIds(test).includes(id)).map(proofOf)
  const cells = [id, rule.title, files.join('<br>') || NOT_YET, [...new Set(proofs)].sort().join('<br>')]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}

/** A title reads the same whether or not Amazon's models are there, so that the index does too. */
function proofOf(test: TestResult): string {
  const title = (test.titles.at(-1) ?? '').replace(/^(\[[^\]]+\])+\s*/, '')
  return title.replace(new RegExp(`\\s*[(:,-]*\\s*${PERMITTED_SKIP}\\)?`), '')
}

function missingFiles(rules: Rules, exists: (file: string) => boolean): string[] {
  return Object.entries(rules).flatMap(([id, rule]) =>
    filesOf(rule)
      .filter((file) => !exists(file))
      .map((file) => `Rule ${id} names ${file}, which does not exist.`),
  )
}

function unprovenRules(rules: Rules, tests: readonly TestResult[]): string[] {
  const proven = new Set(tests.filter((test) => test.status === 'passed').flatMap(citedIds))
  const built = Object.keys(rules).filter((id) => filesOf(rules[id] as Rule).length > 0)
  return built.filter((id) => !proven.has(id)).map((id) => `Rule ${id} has a file but no test [${id}] that passed.`)
}

function unknownIds(rules: Rules, tests: readonly TestResult[]): string[] {
  return tests.flatMap((test) =>
    citedIds(test)
      .filter((id) => !Object.hasOwn(rules, id))
      .map((id) => `${test.file}: the title "${test.titles.at(-1)}" cites [${id}], which is no rule.`),
  )
}
