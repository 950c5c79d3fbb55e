/** So many statements are kept by a connection at most; texts beyond them (built ones, perhaps) are read anew each time. */
const MOST = 2000

const names = new Map<string, string>()

/**
 * The name under which a connection keeps a statement once it has read it (decision 0022), or undefined when it should
 * not be kept. The same text has the same name on every connection of this process.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST) return known
  const name = `m${names.size}`
  names.set(text, name)
  return name
}
