/** What the deployment's own audit notes of people and programs, and how it is said (U6, D38). Nothing else is noted there. */
export const DEPLOYMENT_ACTS = {
  // merchants
  'merchant-added': 'added a merchant',
  'merchant-suspended': 'suspended a merchant',
  'merchant-resumed': 'resumed a merchant',
  'merchant-removed': 'removed a merchant',
  'plan-changed': 'changed the plans',
  // people
  'user-invited': 'invited a person',
  'invitation-withdrawn': 'withdrew an invitation',
  'invitation-accepted': 'accepted an invitation',
  'user-removed': 'removed a person from a merchant',
  'user-disabled': 'disabled a person',
  'user-enabled': 'enabled a person again',
  'user-unlocked': 'unlocked a person',
  'permissions-changed': 'changed what a person may do',
  'group-changed': 'changed a group',
  'group-removed': 'removed a group',
  'owner-changed': 'handed over a merchant',
  'access-reviewed': 'signed off an access review',
  // signing in
  'signed-in': 'signed in',
  'sign-in-refused': 'was not let in',
  'signed-out': 'signed out',
  'locked-out': 'was locked out',
  'sessions-ended': 'ended sessions',
  'second-factor-shown': 'showed the second factor again',
  'second-factor-refused': 'showed a wrong second factor',
  'password-changed': 'changed a password',
  'password-reset-asked': 'asked for a new password',
  'factor-added': 'added a second factor',
  'factor-removed': 'removed a second factor',
  'recovery-code-used': 'used a recovery code',
  // keys of programs
  'api-key-made': 'made an API key',
  'api-key-revoked': 'revoked an API key',
  // the connection to Amazon
  'authorization-begun': 'began an authorization at Amazon',
  'authorization-refused': 'was refused an authorization',
  'connection-authorized': 'authorized a connection',
  'connection-by-files': 'began to work by files',
  'connection-cleared': 'cleared a connection',
  'secret-added': 'added a secret of the application',
  'secret-promoted': 'put a secret of the application to use',
  'secret-forgotten': 'forgot a secret of the application',
  // the deployment itself
  'list-exported': 'exported a list without buyer data',
  'master-key-added': 'added a master key',
  'master-key-swept': 'moved everything to the newest master key',
  'master-key-destroyed': 'destroyed a master key',
  'data-key-replaced': 'replaced a data key',
  'backup-made': 'made a backup',
  'backup-restored': 'restored a backup',
  'audit-signed-off': 'signed off a review of the audit',
  'alarm-raised': 'raised an alarm',
  'alarm-closed': 'closed an alarm',
} as const
export type DeploymentAct = keyof typeof DEPLOYMENT_ACTS

/** What a merchant's audit notes beside the openings and purges of machines (U3, D38). */
export const MERCHANT_ACTS = {
  'settings-changed': 'changed settings',
  'importing-started': 'started importing',
  'importing-paused': 'paused importing',
  revealed: 'saw buyer data',
  'reveal-refused': 'was refused buyer data',
  printed: 'printed buyer data',
  exported: 'exported buyer data',
  'list-exported': 'exported a list without buyer data',
  'export-asked': 'asked for an export of buyer data',
  'shipping-run-begun': 'began a shipping run',
  'shipping-run-ended': 'ended a shipping run',
  searched: 'searched by buyer',
  'search-refused': 'was refused a search by buyer',
  mailed: 'wrote to a buyer',
  'handed-over': 'was handed buyer data as a vendor',
  'vendor-changed': 'changed a vendor',
  'buyer-mails-confirmed': "confirmed Amazon's rules for mails to buyers",
  restored: 'put everything back from a backup',
  'clock-ended': 'had everything of a cleared connection erased',
} as const
export type MerchantAct = keyof typeof MERCHANT_ACTS

const WORDS: Readonly<Record<string, string>> = { ...DEPLOYMENT_ACTS, ...MERCHANT_ACTS }

/** What somebody did, in plain words; an act that is not known stands as it is. */
export const actWords = (act: string): string => (Object.hasOwn(WORDS, act) ? WORDS[act] : undefined) ?? act

/** Small facts of an act: ids, counts, names of fields and sections; never buyer data, passwords or tokens. */
export type ActFacts = Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>

/** Something that was done in the deployment; epoch ms. */
export type NotedAct = {
  readonly at: number
  readonly act: DeploymentAct
  /** Who did it: an e-mail address of a user, an API key's id, the command line, the program. */
  readonly who: string
  /** Whom or what it was done to. */
  readonly about?: string
  readonly merchant?: string
  readonly facts?: ActFacts
}

/** Something that a person or a program did with a merchant's data; epoch ms. */
export type NotedMerchantAct = {
  readonly at: number
  readonly act: MerchantAct
  readonly who: string
  /** The orders of ours that it was about. */
  readonly orders?: readonly number[]
  /** What for, where somebody had to say it. */
  readonly purpose?: string
  readonly facts?: ActFacts
}
