/** What stands in the address of the list of items. */
export type ItemSearch = { find?: string }

/** Reads it, whatever somebody typed there. */
export const readItemSearch = ({ find }: Record<string, unknown>): ItemSearch =>
  typeof find === 'string' && find.trim() !== '' ? { find: find.trim().slice(0, 100) } : {}
