import { type Document, isNode, isScalar, visit, type YAMLMap } from 'yaml'

type Odd = { readonly offset: number; readonly why: string }

/** Names that stand twice, names that are no text, repeats of what is not there; and where the first repeat stands. */
export function oddPlaces(document: Document.Parsed): { odd: Odd[]; firstRepeat: number } {
  const odd: Odd[] = []
  const anchors = new Set<string>()
  let firstRepeat: number | undefined
  visit(document, {
    Node: (_key, node) => {
      if ('anchor' in node && node.anchor) anchors.add(node.anchor)
    },
    Map: (_key, map) => {
      if (map.anchor) anchors.add(map.anchor)
      odd.push(...oddNames(map))
    },
    Alias: (_key, alias) => {
      const offset = alias.range?.[0] ?? 0
      firstRepeat ??= offset
      if (!anchors.has(alias.source)) odd.push({ offset, why: `there is no anchor &${alias.source} before this` })
    },
  })
  return { odd, firstRepeat: firstRepeat ?? 0 }
}

function oddNames(map: YAMLMap): Odd[] {
  const names = new Set<string>()
  return map.items.flatMap(({ key }) => {
    const offset = (isNode(key) && key.range?.[0]) || 0
    if (!isScalar(key) || typeof key.value !== 'string') return [{ offset, why: 'a name must be text' }]
    if (key.value === '__proto__') return [{ offset, why: 'the name __proto__ is not accepted' }]
    if (names.has(key.value)) return [{ offset, why: `the name ${key.value} stands here twice` }]
    names.add(key.value)
    return []
  })
}
