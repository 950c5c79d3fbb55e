import type { HintQueue } from '#amazon/hint-queue.ts'
import type { Amazon } from '#amazon/port.ts'
import type { NotedAct, NotedMerchantAct } from '#core/audit/acts.ts'
import type { MerchantId } from '#core/ids.ts'
import type { WrittenMail } from '#core/notifications/write-mail.ts'
import type { Result } from '#core/problems.ts'
import type { Actor } from '#core/settings/settings-change.ts'
import type { TryOutcome } from '#core/webhooks/after-try.ts'
import type { BroughtFile } from '#files/brought-file.ts'
import type { ReadDelimited } from '#files/read-delimited.ts'
import type { Tx as SqlTx } from '#store/db.ts'
import type { Deployment } from '#store/deployment.ts'
import type { NotedMasterKey } from '#store/master-keys.ts'
import type { MerchantStore } from '#store/merchant-store.ts'
import type { SweptValues, ValuesUnder } from '#store/sealed-values.ts'
import type { Audit } from '#vault/audit.ts'
import type { Vault } from '#vault/pii-vault.ts'

/** What the vault is opened for: by machines, and by `reveal` for people (U3). */
export type VaultPurpose = 'import' | 'reprocess' | 'mask' | 'purge' | 'reveal' | 'mail' | 'search' | 'rotate'

/** One transaction for one merchant: the merchant's tables, and the wake that sets work due once it commits. */
export type Tx = {
  readonly store: MerchantStore
  /** The merchant's audit; what is noted is written down last, before the commit. */
  readonly audit: Audit & { note(act: NotedMerchantAct): void }
  /** Notes an act in the deployment's own audit, written down last, before the commit (U6). */
  noteAct(act: NotedAct): void
  wake(kind: WakeKind, subject?: string, at?: number): Promise<void>
  /** Ends a person's sessions, and the links with which that person could come in without signing in (D12). */
  endSignIn(userId: string): Promise<void>
}

/** The same with the vault open. */
export type VaultTx = Tx & { readonly vault: Vault }

/** Work that can be woken. */
export type WakeKind =
  | 'sweep-orders'
  | 'import-page'
  | 'reprocess'
  | 'reread-pending'
  | 'watch-pages'
  | 'reconcile'
  | 'backfill'
  | 'confirm-shipments'
  | 'order-feeds'
  | 'touched-items'
  | 'listings'
  | 'listings-feed'
  | 'listing-results'
  | 'drift-audit'
  | 'notify'
  | 'purge-buyer-data'
  | 'authorization'
  | 'mail-buyers'
  | 'imports'
  | 'webhooks'
  | 'subscriptions'
  | 'hinted-orders'

/** The only things a flow may reach. */
export type Deps = {
  /** Who asks, as the history of settings names them: the program, unless a door says otherwise (D38). */
  readonly by: Actor
  readonly amazon: Amazon
  readonly deployment: Deployment & DeploymentAudit
  /** Counts orders that were placed, by how long ago Amazon changed each, in seconds (X5). */
  noteLags(lags: readonly number[]): void
  readonly mails: MailServer
  readonly webhooks: WebhookSender
  /** Where Amazon's notifications come in; null where nobody set a queue. */
  readonly hintQueue: HintQueue | null
  readonly transaction: Transaction
  /** For how many days buyer data and the audit are kept (U4). */
  readonly retention: { readonly days: number; readonly auditDays: number }
  readonly secrets: { seal(text: string, context: string): Buffer; open(sealed: Buffer, context: string): string }
  readonly keys: Keys
  /** Reads a table that a person brought, or says why it cannot be read; nothing in it is trusted. */
  readTable(bytes: Uint8Array): Promise<ReadDelimited>
  /** Opens a file that a person brought, to be read row by row; nothing in it is trusted. */
  openBrought(bytes: Uint8Array): Promise<BroughtFile>
  /** Base64 as text; what is none gives an empty one. */
  fromBase64(text: string): string
  now(): number
  random(): number
  /** Waits a moment, at most a second; where the clock is moved by hand it does not wait. */
  pause(ms: number): Promise<void>
  /** A new secret of 256 bits, after a prefix, and what is kept of it: its SHA-256. */
  newSecret(prefix?: string): { readonly secret: string; readonly hash: Buffer }
  /** The SHA-256 of a text: by it a secret is known again that is not kept. */
  digest(text: string): Buffer
  /** A short name made of a text's content (SHA-256). */
  fingerprint(text: string): string
  /** True for an error that passes (the database is away, busy, or two met); any other comes again with the same input. */
  isPassing(error: unknown): boolean
  readonly log: Log
}

/** A master key by its name; epoch ms. Current: seals. Old: still opens. Destroyed: no longer in the key file. */
export type MasterKeyState = NotedMasterKey & { readonly state: 'current' | 'old' | 'destroyed' }

/** The deployment's master keys, and what they seal outside the merchants (U3, D18). */
export type Keys = {
  /** Every key that was ever used, the newest first. */
  list(): Promise<readonly MasterKeyState[]>
  /** Makes a new one, which seals from now on; gives its name. */
  add(): Promise<string>
  destroy(id: string): Promise<void>
  /** A secret sealed by the newest key; null when it is already. */
  renew(sealed: Buffer, context: string): Buffer | null
  /** Seals the deployment's secrets by the newest key. */
  renewDeployment(): Promise<SweptValues>
  countDeployment(): Promise<readonly ValuesUnder[]>
  /** Whether the keys open what was sealed here: the database and the key file belong together (X5). */
  opens(): Promise<boolean>
}

/** The deployment's own audit: people, keys, connections; no orders, no buyer data (U6). */
export type DeploymentAudit = {
  /** Notes an act, alone or as the last thing of an open transaction. */
  noteAct(act: NotedAct, tx?: SqlTx): Promise<void>
  /** Reads, checks or prunes it; only the vault's login may remove rows. */
  withAudit<T>(login: 'app' | 'vault', work: (audit: Audit) => Promise<T>): Promise<T>
}

/** A mail on its way: its own name, the same at every try, so that a second copy can be told. */
export type OutgoingMail = WrittenMail & {
  readonly name: string
  readonly to: string
  readonly writtenAt: number
  /** Whom it comes from, where that is not this deployment: the sender and the service contact of a theme (O7). */
  readonly sender?: { readonly name: string; readonly address: string; readonly replyTo: string }
}

/** Where mails go: a mail server, or the list of mails here, where no server is set. */
export type MailServer = {
  /** Where this deployment is reached from outside, if that was said. */
  readonly publicUrl: string | null
  /** In the demo, which nobody reaches from outside: where its console is open on this machine. */
  localUrl?(): string | null
  /** In the demo, which nobody waits for: how long news is gathered before a mail is written, ms. */
  readonly gatheredFor?: number
  send(mail: OutgoingMail): Promise<Result<'sent' | 'kept'>>
  /** In the demo: the last mails that were kept by this process, the newest first; none to a buyer. */
  kept?(): readonly OutgoingMail[]
}

/** A message on its way to a webhook: its name, the same at every try, its body, and the secrets that sign it, the newest first. */
export type OutgoingWebhook = {
  readonly url: string
  readonly name: string
  readonly body: string
  readonly at: number
  readonly secrets: readonly string[]
}

/** Tells the programs of merchants (X2); whatever goes wrong on the way is an outcome. */
export type WebhookSender = {
  /** True where plain http is taken: in the demo. */
  readonly plainAllowed: boolean
  send(message: OutgoingWebhook): Promise<TryOutcome>
}

export type Transaction = {
  <T>(merchant: MerchantId, scope: 'app', work: (tx: Tx) => Promise<T>): Promise<T>
  /** What is opened stands in the merchant's audit, with the purpose, when the transaction commits (U3). */
  <T>(merchant: MerchantId, scope: { readonly vault: VaultPurpose }, work: (tx: VaultTx) => Promise<T>): Promise<T>
}

/** Writes one line; facts are ids, counts and codes, never buyer data. */
export type Log = {
  note(message: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void
  alarm(message: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void
}
