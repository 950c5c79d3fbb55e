/** What a route may ask of whoever calls it: a key carries scopes by name, a user through permissions (U1, X1). */
export const SCOPES = [
  'orders:read',
  'orders:write',
  'shipments:write',
  'items:read',
  'items:write',
  'settings:read',
  'settings:write',
  'users:read',
  'users:write',
  'audit:read',
  'pii:reveal',
  'pii:print',
  'pii:export',
] as const
export type Scope = (typeof SCOPES)[number]

/** Scopes that only a person with a second factor can use (U3): no key ever carries them. */
const OF_PEOPLE: readonly Scope[] = ['users:write', 'pii:reveal', 'pii:print', 'pii:export']

/** The scopes that a key may be given. */
export const SCOPES_OF_KEYS: readonly Scope[] = SCOPES.filter((scope) => !OF_PEOPLE.includes(scope))

/** What a user of a merchant may do, as people choose it, and the scopes that follow from it (U1). Nobody has any by default. */
export const PERMISSIONS = {
  'View Orders': ['orders:read'],
  'Edit Orders': ['orders:read', 'orders:write'],
  'Shipping Department': ['orders:read', 'shipments:write'],
  'View Items': ['items:read'],
  'Edit Items': ['items:read', 'items:write'],
  'View Settings': ['settings:read'],
  'Edit Settings': ['settings:read', 'settings:write'],
  'Edit Users': ['users:read', 'users:write'],
  'View Audit': ['audit:read'],
  'View Amazon PII': ['orders:read', 'pii:reveal'],
  'Print Amazon PII': ['orders:read', 'pii:print'],
  'Export Amazon PII': ['orders:read', 'pii:export'],
} as const satisfies Readonly<Record<string, readonly Scope[]>>
export type Permission = keyof typeof PERMISSIONS

/** The scopes of a set of permissions. */
export const scopesOf = (permissions: readonly Permission[]): readonly Scope[] => {
  const held = new Set<Scope>(permissions.flatMap((permission): readonly Scope[] => PERMISSIONS[permission]))
  return SCOPES.filter((scope) => held.has(scope))
}
