// Buyer data is behind one door: the flows that open it stand in one table with their purpose.
import { basename } from 'node:path'
import ts from 'typescript'
import { eachNode, type Finding, findingAt, type SourceFile } from './source-file.ts'

const tablePath = 'src/flows/vault-purposes.ts'

/** Every flow that opens a transaction with the vault stands in the table, for the purpose it names, and every flow of the table opens one. */
export function vaultTable(files: readonly SourceFile[]): Finding[] {
  const table = files.find((file) => file.path === tablePath)
  const named = new Set(table ? wordsOf(table) : [])
  const flows = files.filter((file) => file.path.startsWith('src/flows/') && !file.path.endsWith('.test.ts'))
  const opened = flows.flatMap((file) => openings(file).map((node) => ({ file, node })))
  const unnamed = opened
    .filter(({ file }) => !named.has(basename(file.path, '.ts')))
    .map(({ file, node }) => findingAt(file, node, `opens the vault but is not in ${tablePath}.`))
  const openers = new Set(opened.map(({ file }) => basename(file.path, '.ts')))
  const idle = flows
    .map((file) => basename(file.path, '.ts'))
    .filter((name) => name !== 'vault-purposes' && named.has(name) && !openers.has(name))
    .map((name) => ({ at: tablePath, sentence: `names ${name}, which does not open the vault.` }))
  return [...unnamed, ...otherPurposes(opened, table), ...idle]
}

/** Calls such as `deps.transaction(merchant, { vault: 'import' }, ...)`. */
type Opening = { readonly file: SourceFile; readonly node: ts.CallExpression }

function openings(file: SourceFile): ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  eachNode(file, (node) => {
    if (!ts.isCallExpression(node) || !/(^|\.)transaction$/.test(node.expression.getText())) return
    if (node.arguments.some((argument) => purposeOf(argument) !== null)) found.push(node)
  })
  return found
}

/** The purpose in `{ vault: 'import' }`; null for anything else. */
function purposeOf(argument: ts.Expression): string | null {
  const [only] = ts.isObjectLiteralExpression(argument) ? argument.properties : []
  if (!only || !ts.isPropertyAssignment(only) || only.name.getText() !== 'vault') return null
  return ts.isStringLiteralLike(only.initializer) ? only.initializer.text : ''
}

/** Openings for another purpose than the one the table names. */
function otherPurposes(opened: readonly Opening[], table: SourceFile | undefined): Finding[] {
  const named = new Map<string, string>()
  if (table)
    eachNode(table, (node) => {
      if (ts.isPropertyAssignment(node) && ts.isStringLiteralLike(node.initializer))
        named.set(node.name.getText().replace(/['"]/g, ''), node.initializer.text)
    })
  return opened
    .filter(({ file, node }) => {
      const purpose = named.get(basename(file.path, '.ts'))
      return purpose !== undefined && !node.arguments.some((argument) => purposeOf(argument) === purpose)
    })
    .map(({ file, node }) => findingAt(file, node, `opens the vault for another purpose than ${tablePath} says.`))
}

/** The flows a table names: keys whose value is a purpose, or the members of a purpose's list. */
function wordsOf(table: SourceFile): string[] {
  const words: string[] = []
  eachNode(table, (node) => {
    if (ts.isPropertyAssignment(node) && !ts.isArrayLiteralExpression(node.initializer)) {
      words.push(node.name.getText().replace(/['"]/g, ''))
    }
    if (ts.isStringLiteralLike(node) && ts.isArrayLiteralExpression(node.parent)) words.push(node.text)
  })
  return words
}
