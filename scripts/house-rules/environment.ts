// One file reads the environment, and .env.example tells the operator all it reads.
import ts from 'typescript'
import { eachNode, type Finding, findingAt, type SourceFile } from './source-file.ts'

const reader = 'src/main/config.ts'

/** `process.env` is read in main/config.ts only; main and cli may pass it on whole, or its PATH. */
export function onlyReader(file: SourceFile): Finding[] {
  const isElsewhere = /^src\/(?!simulator\/)/.test(file.path) && file.path !== reader && !file.path.endsWith('.test.ts')
  if (!isElsewhere) return []
  const mayPassOn = /^src\/(main|cli)\//.test(file.path)
  const findings: Finding[] = []
  eachNode(file, (node) => {
    const isEnvironment = ts.isPropertyAccessExpression(node) && node.getText() === 'process.env'
    if (isEnvironment && (!mayPassOn || isRead(node))) {
      findings.push(findingAt(file, node, `process.env is read in ${reader} only.`))
    }
  })
  return findings
}

function isRead(environment: ts.Node): boolean {
  const { parent } = environment
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name.text !== 'PATH') ||
    ts.isElementAccessExpression(parent) ||
    (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name))
  )
}

/** The names in .env.example are exactly those that main/config.ts reads. */
export function envExample(config: SourceFile, example: string): Finding[] {
  const read = namesRead(config)
  const told = new Set([...example.matchAll(/^#?\s*([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1] ?? ''))
  const untold = [...read].filter((name) => !told.has(name))
  const unread = [...told].filter((name) => !read.has(name))
  return [
    ...untold.map((name) => ({ at: '.env.example', sentence: `does not tell of ${name}, which ${reader} reads.` })),
    ...unread.map((name) => ({ at: '.env.example', sentence: `tells of ${name}, which ${reader} does not read.` })),
  ]
}

const shape = /^([A-Z][A-Z0-9]*(_[A-Z0-9]+)+|PORT|HOST)$/

/** Names in capitals used as a key, a property or a quoted word. */
function namesRead(config: SourceFile): Set<string> {
  const names = new Set<string>()
  eachNode(config, (node) => {
    const name = keyOf(node)
    if (name && shape.test(name)) names.add(name)
  })
  return names
}

function keyOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) return node.name.text
  if (ts.isBindingElement(node)) return (node.propertyName ?? node.name).getText()
  return ts.isStringLiteralLike(node) ? node.text : undefined
}
