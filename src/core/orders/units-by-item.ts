/** So many of an item, or of a seller SKU that has none. */
type Units = { readonly count: number; readonly itemId: string | null; readonly sellerSku: string }

/** What is in an order as one line of text: `2 × MUG-BLUE, 1 × TEA-EARL`. Lines of one item are told together (O11). */
export function unitsByItem(lines: readonly Units[]): string {
  const counts = new Map<string, number>()
  for (const { count, itemId, sellerSku } of lines) {
    const name = itemId ?? sellerSku
    counts.set(name, (counts.get(name) ?? 0) + count)
  }
  return [...counts].map(([name, count]) => `${count} × ${name}`).join(', ')
}
