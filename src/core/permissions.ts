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
  // For keys of vendors: what they are given of the orders in their own centers (U5).
  'vendor:orders',
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

/** Each permission in a sentence for who gives it (U1). */
export const PERMISSION_SENTENCES: Readonly<Record<Permission, string>> = {
  'View Orders': 'Sees orders, packages, held orders and refunds, with the buyer masked.',
  'Edit Orders': 'Cancels, refunds, moves, ignores and reprocesses orders.',
  'Shipping Department': 'Enters and corrects packages.',
  'View Items': 'Sees items, stock, prices and listings.',
  'Edit Items': 'Changes items, stock, prices and listings, and approves what is sent to Amazon.',
  'View Settings': 'Sees the settings, the connections and the mails.',
  'Edit Settings': 'Changes the settings, connects to Amazon, starts and pauses.',
  'Edit Users': 'Invites and removes people, says what each may do, makes API keys, signs the access review.',
  'View Audit': 'Reads the audit: who opened buyer data, and who changed what.',
  'View Amazon PII':
    'Opens the name and address of a buyer, with a purpose and a second factor; each opening is noted.',
  'Print Amazon PII': 'Prints labels and packing slips with the name and address of a buyer.',
  'Export Amazon PII': 'Takes names and addresses of buyers out as a file.',
}

/** The permissions that open Amazon's buyer data: given to a person by name, never by a group or an invitation (D15). */
export const PII_PERMISSIONS = [
  'View Amazon PII',
  'Print Amazon PII',
  'Export Amazon PII',
] as const satisfies readonly Permission[]

/** All permissions, as they are listed. */
export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as readonly Permission[]

/** True for a permission that opens Amazon's buyer data. */
export const isOfPii = (permission: Permission): boolean => PII_PERMISSIONS.some((each) => each === permission)

/** The permissions that open no buyer data. */
export const ORDINARY_PERMISSIONS: readonly Permission[] = ALL_PERMISSIONS.filter((each) => !isOfPii(each))
