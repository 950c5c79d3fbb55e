/** One order as it came from Amazon: the wire object, opaque outside the edge. */
export type WireOrder = { readonly [field: string]: unknown }
