import type { VaultPurpose } from './deps.ts'

/** Every flow that may open the vault, and what for (U3). A test asserts that the flows that do are exactly these, and name that purpose. */
export const VAULT_PURPOSES: Readonly<Record<string, VaultPurpose>> = {
  'sweep-orders': 'import',
  'import-page': 'import',
  'reread-pending': 'import',
  'look-at-hinted': 'import',
  'where-is-order': 'import',
  'fetch-differing': 'import',
  'backfill-pages': 'import',
  'read-shipped': 'import',
  reprocess: 'reprocess',
  'download-document': 'mask',
  'reveal-buyer': 'reveal',
  'print-labels': 'reveal',
  'ask-export': 'reveal',
  'fetch-export': 'reveal',
  'show-in-run': 'reveal',
  'reveal-original': 'reveal',
  'ask-buyer-mail': 'mail',
  'open-buyer-mails': 'mail',
  'decide-buyer-mail': 'mail',
  'hand-to-vendor': 'reveal',
  'purge-buyers': 'purge',
  'delete-connection-content': 'purge',
  'report-retention': 'purge',
  'settle-held': 'purge',
  // Erases a merchant with its buyers, and opens nothing.
  'operate-merchants': 'purge',
  'rotate-keys': 'rotate',
  'replace-key': 'rotate',
  'find-buyer': 'search',
  'index-buyers': 'search',
  'import-channel-orders': 'import',
  'import-order-report': 'import',
  // A cancellation that went by file is imported like one that Amazon told.
  'carry-files': 'import',
}
