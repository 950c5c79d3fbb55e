// The database's clock cannot be moved by a test: every instant in SQL is a parameter.
import ts from 'typescript'
import { eachNode, type Finding, findingAt, type SourceFile } from './source-file.ts'

const clock =
  /(?<![.\w])now\s*\(\s*\)|\b(current_timestamp|current_date|current_time|localtimestamp|(clock|transaction|statement)_timestamp)\b/i

/** No SQL clock in any text of src. */
export function sqlTime(file: SourceFile): Finding[] {
  if (!file.path.startsWith('src/') || file.path.endsWith('.test.ts')) return []
  const findings: Finding[] = []
  eachNode(file, (node) => {
    const text = isText(node) ? clock.exec(node.text)?.[0] : undefined
    if (text) findings.push(findingAt(file, node, `SQL ${text} is not allowed: pass the instant as a parameter.`))
  })
  return findings
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
}
