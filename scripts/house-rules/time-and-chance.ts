// Product time comes from deps.now() and chance from deps.random: only then can a test move the clock.
import ts from 'typescript'
import { eachNode, type Finding, findingAt, type SourceFile } from './source-file.ts'

const strict = /^src\/(core|flows)\//
const lenient = /^src\/(store|vault)\//
const tests = /\.test\.ts$/

/**
 * No clock and no chance in core, flows, store and vault; store and vault may wrap a given instant in a Date
 * and measure how long something took.
 */
export function timeAndChance(file: SourceFile): Finding[] {
  const isStrict = strict.test(file.path)
  if (tests.test(file.path) || !(isStrict || lenient.test(file.path))) return []
  const findings: Finding[] = []
  eachNode(file, (node) => {
    const what = readsWorld(node) ?? (isStrict ? (makesDate(node) ?? measures(node)) : undefined)
    if (what) findings.push(findingAt(file, node, `${what} is not allowed here: time comes from deps.now().`))
  })
  return findings
}

const worldly = new Set(['Date.now', 'Math.random', 'Temporal.Now', 'crypto.randomUUID', 'crypto.getRandomValues'])

function readsWorld(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && worldly.has(node.getText())) return node.getText()
  if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) return 'new Date()'
  return ts.isCallExpression(node) && isDate(node.expression) ? 'Date()' : undefined
}

function makesDate(node: ts.Node): string | undefined {
  return ts.isNewExpression(node) && isDate(node.expression) ? 'new Date(...)' : undefined
}

function measures(node: ts.Node): string | undefined {
  return ts.isPropertyAccessExpression(node) && node.getText() === 'performance.now' ? 'performance.now' : undefined
}

function isDate(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'Date'
}
