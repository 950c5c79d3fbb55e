/** How a list is sorted, as it stands in an address: a key upwards, or with a minus before it downwards (X1). */
export type Sort<Key extends string = string> = Key | `-${Key}`

/** The key of a sorting, and whether the largest comes first. */
export const readSort = <Key extends string>(sort: Sort<Key>): { readonly key: Key; readonly downwards: boolean } =>
  sort.startsWith('-') ? { key: sort.slice(1) as Key, downwards: true } : { key: sort as Key, downwards: false }

/** The sorting that an address asks for, if the list knows it. */
export const knownSort = <Key extends string>(keys: readonly Key[], asked: unknown): Sort<Key> | undefined => {
  if (typeof asked !== 'string') return undefined
  return keys.includes(readSort(asked).key as Key) ? (asked as Sort<Key>) : undefined
}
