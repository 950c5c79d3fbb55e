/**
 * Values as JSON in one text, for `string_to_table(…, E'\\x1e')`: large ones are read once that way, and not first as parts of a whole.
 * JSON holds no such sign itself.
 */
export const jsonPieces = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join('\x1e')
