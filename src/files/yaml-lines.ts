import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml'

/** A place inside a file: names and positions from the outside in. */
export type Path = readonly (string | number)[]

/** Finds the line of a place in a YAML document; for a place that is not there, of the nearest one around it. */
export function lineIn(document: Document.Parsed, lines: LineCounter): (path: Path) => number {
  const anchors = new Map<string, unknown>()
  return (path) => {
    let offset = 0
    let node: unknown = document.contents
    for (const step of path) {
      const next = childOf(resolved(node, document, anchors), step)
      if (!next) break
      offset = next.offset
      node = next.node
    }
    return lines.linePos(offset).line
  }
}

function resolved(node: unknown, document: Document.Parsed, anchors: Map<string, unknown>): unknown {
  if (!isAlias(node)) return node
  if (!anchors.has(node.source)) anchors.set(node.source, node.resolve(document))
  return anchors.get(node.source)
}

function childOf(node: unknown, step: string | number): { node: unknown; offset: number } | null {
  if (isSeq(node)) {
    const entry = node.items[Number(step)]
    return isNode(entry) ? { node: entry, offset: startOf(entry) } : null
  }
  if (!isMap(node)) return null
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) as
    | Pair<Node, unknown>
    | undefined
  return pair ? { node: pair.value, offset: startOf(pair.key) } : null
}

const startOf = (node: Node): number => node.range?.[0] ?? 0
