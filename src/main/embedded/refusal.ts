/** The embedded database cannot be used here: one sentence that says why and what to do. */
export class EmbeddedRefusal extends Error {
  override name = 'EmbeddedRefusal'
}

/** The way out that every refusal names. */
export const USE_YOUR_OWN =
  'Set DATABASE_URL, DATABASE_VAULT_URL and DATABASE_OWNER_URL to a PostgreSQL (15 or newer) of your own.'
