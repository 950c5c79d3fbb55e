import { Document, isScalar, visit } from 'yaml'

/** Writes a value as YAML 1.2 with comment lines over it: the same value gives the same text. Amounts and ratios stand on one line. */
export function writeYaml(value: unknown, comment: readonly string[]): string {
  // What older readers of YAML take for something else, such as NO, is quoted.
  const document = new Document(value, { version: '1.2', compat: 'yaml-1.1', aliasDuplicateObjects: false })
  document.commentBefore = comment.map((line) => ` ${line}`).join('\n')
  visit(document, {
    Map(_key, node) {
      const isShort = node.items.length === 2 && node.items.every((pair) => isScalar(pair.value))
      if (isShort) node.flow = true
    },
  })
  return document.toString({ lineWidth: 0 })
}
