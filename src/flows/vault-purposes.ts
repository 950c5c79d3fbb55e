/** Every flow that may open the vault, and what for (U3). A test asserts that the flows that do are exactly these. */
export const VAULT_PURPOSES: Readonly<Record<string, 'import' | 'reprocess' | 'mask'>> = {
  'sweep-orders': 'import',
  'import-page': 'import',
  'reread-pending': 'import',
  'where-is-order': 'import',
  'fetch-differing': 'import',
  'backfill-pages': 'import',
  'read-shipped': 'import',
  reprocess: 'reprocess',
  'download-document': 'mask',
}
