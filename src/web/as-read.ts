import type { Middleware } from 'openapi-fetch'
import { isVersioned } from '#core/versioned-changes.ts'

/** Under which ETag each address was read last, by its path and query. */
const tags = new Map<string, string>()
const addressOf = (url: string): string => url.slice(new URL(url).origin.length)

/** Forgets what was read: another merchant's addresses are called the same. */
export const forgetRead = (): void => tags.clear()

/** What one mapping was read as, for the change that replaces it: it is sent to another address than it is read at (O11). */
export const mappingAsRead = (sellerSku: string): { 'If-Match'?: string } => {
  const tag = tags.get(`/api/v1/sku-mappings?sellerSku=${encodeURIComponent(sellerSku)}`)
  return tag === undefined ? {} : { 'If-Match': tag }
}

/** A change is made only while what stands is what this page read last; else the server refuses it, and nobody's work is overwritten unseen (X1). */
export const changeAsRead: Middleware = {
  onRequest: ({ request, schemaPath }) => {
    if (!isVersioned(request.method, schemaPath)) return
    const tag = tags.get(addressOf(request.url))
    if (tag !== undefined) request.headers.set('If-Match', tag)
    return request
  },
  onResponse: ({ request, response }) => {
    // What was refused is refused again until it is read anew: a second try overwrites nobody unseen.
    if (request.method !== 'GET') return void (response.ok && tags.delete(addressOf(request.url)))
    const tag = response.headers.get('etag')
    if (tag === null) tags.delete(addressOf(request.url))
    else tags.set(addressOf(request.url), tag)
  },
}
