import type { Configuration } from '#core/settings/configuration.ts'

/** Tables in which a merchant's settings lie, and the section of the file that holds each (X4). */
export const IN_THE_FILE: Readonly<Record<string, readonly (keyof Configuration)[]>> = {
  'deployment.merchants': ['merchant'],
  'millrace.items': ['items'],
  'millrace.item_offers': ['offers'],
  'millrace.amazon_tabs': ['amazonTabs'],
  'millrace.sku_mappings': ['mappings'],
  'millrace.distribution_centers': ['centers'],
  'millrace.vendors': ['vendors'],
  'millrace.vendor_centers': ['vendors'],
  'millrace.shipping_methods': ['methods'],
  'millrace.carriers': ['carriers'],
  'millrace.themes': ['themes'],
  'millrace.channels': ['channels'],
  'millrace.settings': ['orders', 'shipping', 'inventory'],
}

/** Settings of a merchant that no file sets, and why; docs/configuration-file.md says the same. */
export const NOT_IN_THE_FILE: Readonly<Record<string, string>> = {
  'deployment.api_keys': 'a secret, shown once to whom makes it',
  'deployment.groups': 'people: a file with the right to settings would give the right to people',
  'deployment.invitations': 'people',
  'deployment.memberships': 'people',
  'millrace.notified_people': 'people: each says for themselves once there are users',
  'millrace.auditors': 'a secret: the key of the audit',
  'millrace.connections': 'a secret: its token is proven when it is given; its switches are told after a dry run',
  'millrace.marketplaces': 'a connection has those that Amazon tells',
  'millrace.canaries': 'a trap is told to nobody',
  'millrace.reveal_limits': 'only the owner sets them, with a second factor',
  'millrace.webhooks': 'a secret, shown once to whom makes it; and an address that one merchant alone may be told by',
  'millrace.export_layouts': 'the wish of a person who may see buyer data',
  'millrace.import_columns': 'remembered from the files that were read',
  'millrace.stock': 'a count, not a setting',
  'millrace.stock_totals': 'a count, not a setting',
}

/** Sections of millrace.settings that no file sets. */
export const SECTIONS_NOT_IN_THE_FILE: Readonly<Record<string, string>> = {
  emails: "a person confirms Amazon's policy",
}

/** What is no setting: orders, what came and went, what is known of Amazon, and work. */
export const NO_SETTINGS: readonly string[] = [
  ...['access_reviews', 'calls', 'due', 'pending_consents', 'removals', 'selling_partners', 'audit', 'hints'].map(
    (name) => `deployment.${name}`,
  ),
  ...['orders', 'order_days', 'order_events', 'order_lines', 'allocations', 'packages', 'package_items'],
  ...['cancellations', 'refunds', 'refund_lines', 'documents', 'differing_orders', 'handovers', 'stock_moves'],
  ...['outbox', 'submissions', 'touched_items', 'told', 'pages', 'sweeps', 'reconcilers', 'reconciliations'],
  ...['cycles', 'sku_fields', 'sku_history', 'listings', 'listings_to_read', 'drift', 'drift_audits', 'item_words'],
  ...['imports', 'import_files', 'import_rows', 'kept_answers', 'configuration', 'settings_changes', 'problems'],
  ...['mails', 'buyer_mails', 'buyer_searches', 'exports', 'reveals', 'shipping_runs', 'shipping_run_orders'],
  ...['alarms', 'audit', 'audit_heads', 'audit_orders', 'audit_reviews', 'certificates', 'deletion_clocks'],
  ...['webhook_messages', 'hinted_orders', 'import_undo', 'subscriptions', 'held_until'],
]
