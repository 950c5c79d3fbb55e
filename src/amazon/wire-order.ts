/** One order as it came from Amazon: the wire object, opaque outside the edge. */
export type WireOrder = { readonly [field: string]: unknown }

/** Which page of a search: the first, or the one of a token; and how many calls of the bucket are left for others. */
export type PageWish = { readonly token: string | null; readonly keep?: number }
