// What a house rule sees of a file, and what it says about it.
import ts from 'typescript'

/** One file of the repository; `path` is relative to its root. */
export type SourceFile = { readonly path: string; readonly syntax: ts.SourceFile }

/** One breach: where it is and what is wrong. */
export type Finding = { readonly at: string; readonly sentence: string }

/** Reads a file's text into a tree. */
export function parse(path: string, text: string): SourceFile {
  return { path, syntax: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }
}

/** Visits every node of a file. */
export function eachNode(file: SourceFile, visit: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    visit(node)
    ts.forEachChild(node, walk)
  }
  walk(file.syntax)
}

/** A finding at a node. */
export function findingAt(file: SourceFile, node: ts.Node, sentence: string): Finding {
  const { line } = file.syntax.getLineAndCharacterOfPosition(node.getStart())
  return { at: `${file.path}:${line + 1}`, sentence }
}
