/** What the queue is filtered by, as it stands in the address. */
export type ShippingSearch = { readonly center?: string }

/** Reads the filters from the address; what is none is left out. */
export const readShippingSearch = ({ center }: Record<string, unknown>): ShippingSearch =>
  typeof center === 'string' && center !== '' ? { center } : {}
