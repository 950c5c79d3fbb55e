// Reads rules and index from docs/ and compares them with a run of the tests.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestResult } from '../tests/test-run.ts'
import { unprovenControls } from './compliance.ts'
import { type Rules, ruleComplaints, writeIndex } from './rule-index.ts'

/** Everything wrong between docs/rules.json, docs/rule-index.md, docs/compliance.md, the code and a full run of the tests. */
export function checkRules(root: string, tests: readonly TestResult[]): string[] {
  const rules = readRules(root)
  const complaints = [
    ...ruleComplaints(rules, tests, (file) => existsSync(join(root, file))),
    ...unprovenControls(readFileSync(join(root, 'docs', 'compliance.md'), 'utf8'), tests),
  ]
  const index = indexOf(root)
  const isFresh = existsSync(index) && readFileSync(index, 'utf8') === writeIndex(rules, tests)
  return isFresh ? complaints : [...complaints, 'docs/rule-index.md is stale: run `npm run rules` and commit it.']
}

/** Writes docs/rule-index.md anew. */
export function renewIndex(root: string, tests: readonly TestResult[]): void {
  writeFileSync(indexOf(root), writeIndex(readRules(root), tests))
}

const indexOf = (root: string) => join(root, 'docs', 'rule-index.md')

function readRules(root: string): Rules {
  return JSON.parse(readFileSync(join(root, 'docs', 'rules.json'), 'utf8')) as Rules
}
