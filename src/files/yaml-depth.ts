import type { CST } from 'yaml'

type Level = { readonly token: CST.Token; readonly depth: number }

/** Where tokens are nested deeper than allowed (offset), or null; walks without recursion, so that no depth is too deep for it. */
export function depthOf(tokens: readonly CST.Token[], most: number): number | null {
  const waiting: Level[] = tokens.map((token) => ({ token, depth: 0 }))
  for (let level = waiting.pop(); level; level = waiting.pop()) {
    const { token, depth } = level
    if (depth > most) return token.offset
    for (const inside of insideOf(token)) waiting.push({ token: inside, depth: depth + 1 })
  }
  return null
}

function insideOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : []
  if (!('items' in token)) return []
  return token.items.flatMap((item) => [item.key, item.value].filter((each) => each !== null && each !== undefined))
}
