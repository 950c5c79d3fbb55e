import ts from 'typescript'

/** A request through the client: where, how, and to which address of the document. */
export type Asked = { readonly at: string; readonly method: string; readonly path: string }
/** A way around the client. */
type Past = { readonly what: string }

/** Whatever sends a request without the client. */
const WAYS = /^(fetch|XMLHttpRequest|EventSource|WebSocket|WebTransport|sendBeacon|importScripts)$/
const METHODS = /^(GET|PUT|POST|PATCH|DELETE)$/
const ADDRESS = /^\/api\//

/** The requests that a file of the console makes through the client, and what it does past it. */
export function requestsIn(name: string, source: string): { readonly asked: Asked[]; readonly past: Past[] } {
  const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, kind)
  const asked: Asked[] = []
  const past: Past[] = []
  const used = new Set<ts.Node>()
  const apart = addressesApart(file)
  const note = (what: string) => past.push({ what: `${name} ${what}` })
  const look = (node: ts.Node): void => {
    const method = methodOf(node)
    if (method) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart())
      const [address] = (node as ts.CallExpression).arguments
      for (const path of address ? pathsOf(address, apart, used) : [''])
        asked.push({ at: `${name}:${line + 1}`, method, path })
    } else if (ts.isIdentifier(node) && isPast(node)) note(node.text === 'api' ? outsideClient(node) : node.text)
    else if (ts.isJsxAttribute(node) && /^(action|formAction)$/.test(node.name.getText())) note(node.name.getText())
    else if (name !== 'api.ts' && isClientMade(node)) note('openapi-fetch')
    ts.forEachChild(node, look)
  }
  look(file)
  for (const { node, text } of apart) if (!used.has(node)) note(text)
  return { asked, past }
}

const isClientMade = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) &&
  node.moduleSpecifier.getText().includes('openapi-fetch') &&
  node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword

type Apart = { readonly node: ts.Node; readonly text: string; readonly named: string | null }

/** Addresses as texts that stand in no request itself, with the constant whose value they are. */
function addressesApart(file: ts.SourceFile): Apart[] {
  const found: Apart[] = []
  const look = (node: ts.Node): void => {
    const { text } = node as ts.LiteralLikeNode
    const isText = ts.isStringLiteralLike(node) || node.kind === ts.SyntaxKind.TemplateHead
    if (isText && ADDRESS.test(text) && !isArgument(node)) found.push({ node, text, named: constantOf(node) })
    ts.forEachChild(node, look)
  }
  look(file)
  return found
}

const isArgument = (node: ts.Node): boolean =>
  methodOf(node.parent) !== null && (node.parent as ts.CallExpression).arguments[0] === node

function constantOf(node: ts.Node): string | null {
  for (let at = node; at.parent; at = at.parent)
    if (ts.isVariableDeclaration(at.parent) && ts.isIdentifier(at.parent.name)) return at.parent.name.text
  return null
}

/** The method of a call of the client; null for anything else. */
function methodOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
  const { expression, name } = node.expression
  return expression.getText() === 'api' && METHODS.test(name.text) ? name.text : null
}

/** The addresses that an argument may be: a text, a text put together from a constant, or a constant; else its own words. */
function pathsOf(argument: ts.Expression, apart: readonly Apart[], used: Set<ts.Node>): string[] {
  if (ts.isStringLiteralLike(argument)) return [argument.text]
  if (ts.isTemplateExpression(argument)) {
    const [first, ...others] = argument.templateSpans
    if (argument.head.text !== '' || !first || others.length > 0) return [argument.getText()]
    return pathsOf(first.expression, apart, used).map((path) => path + first.literal.text)
  }
  const own = apart.filter(({ named }) => named === argument.getText())
  const meant = own.length > 0 ? own : apart.filter(({ named }) => named === null || /^[A-Z_]+$/.test(named))
  for (const { node } of meant) used.add(node)
  return meant.length > 0 ? meant.map(({ text }) => text) : [argument.getText()]
}

/** True for a word that goes around the client, or uses it otherwise than by one of its methods. */
function isPast(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isImportSpecifier(parent) || ts.isPropertyAssignment(parent) || ts.isTypeReferenceNode(parent)) return false
  if (node.text !== 'api') return WAYS.test(node.text)
  if (ts.isVariableDeclaration(parent) && parent.name === node) return false
  return !(ts.isPropertyAccessExpression(parent) && parent.expression === node && methodOf(parent.parent) !== null)
}

const outsideClient = ({ parent }: ts.Identifier): string =>
  ts.isPropertyAccessExpression(parent) ? parent.name.text : 'api'
