/** A value as JSON in one spelling: names in their order, so that equal values are equal texts (I10). */
export const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => sorted(part))

function sorted(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  const fields = part as { readonly [name: string]: unknown }
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((name) => [name, fields[name]]),
  )
}
