import type { VaultPurpose } from './deps.ts'

/** Every flow that may open the vault, and what for (U3). A test asserts that the flows that do are exactly these, and name that purpose. */
export const VAULT_PURPOSES: Readonly<Record<string, VaultPurpose>> = {
  'sweep-orders': 'import',
  'import-page': 'import',
  'reread-pending': 'import',
  'where-is-order': 'import',
  'fetch-differing': 'import',
  'backfill-pages': 'import',
  'read-shipped': 'import',
  reprocess: 'reprocess',
  'download-document': 'mask',
  'ask-buyer-mail': 'mail',
  'open-buyer-mails': 'mail',
  'decide-buyer-mail': 'mail',
  'reveal-buyer': 'reveal',
  'print-labels': 'reveal',
  'ask-export': 'reveal',
  'fetch-export': 'reveal',
  'show-in-run': 'reveal',
  'reveal-original': 'reveal',
  'purge-buyers': 'purge',
  'report-retention': 'purge',
}
  'delete-connection-content': 'purge',
