import { createHash } from 'node:crypto'
import { createAmazon } from '#amazon/amazon.ts'
import type { AmazonConfig, Quota } from '#amazon/client.ts'
import type { Connection } from '#core/connection.ts'
import type { MerchantId } from '#core/ids.ts'
import { ok } from '#core/problems.ts'
import type { Deps, Log, MailServer, Transaction, Tx, VaultPurpose, VaultTx, WakeKind } from '#flows/deps.ts'
import { blockUntil, retuneBucket, takeToken } from '#store/buckets.ts'
import { sealedToken } from '#store/connections.ts'
import type { Pool, Tx as SqlTx } from '#store/db.ts'
import { isPassing, withMerchant } from '#store/db.ts'
import { deploymentStore } from '#store/deployment.ts'
import { wake } from '#store/due.ts'
import { merchantStore } from '#store/merchant-store.ts'
import { openAudit, recordAccess } from '#vault/audit.ts'
import { createKeyRing } from '#vault/key-ring.ts'
import { openVault } from '#vault/pii-vault.ts'
import { keyFor, open, seal } from '#vault/seal.ts'
import { createCallCounter } from './call-counter.ts'

/** What the program is built from: pools under two logins, the deployment's key, Amazon's addresses, clock, chance, log. */
export type Parts = {
  readonly app: Pool
  readonly vault: Pool
  readonly key: Buffer
  readonly amazon: AmazonConfig
  /** Without it mails are kept here, to be read in the list of mails. */
  readonly mails?: MailServer
  /** For how many days buyer data and the audit are kept; without it 30 and 400. */
  readonly retention?: Deps['retention']
  now(): number
  random(): number
  /** How to wait for a moment; without it nothing waits: the clock is moved by hand. */
  pause?(ms: number): Promise<void>
  readonly log: Log
}

/** Deps, and what must be written down before the pools close. */
export type Composed = Deps & { flush(): Promise<void> }

const LOCAL_MAILS: MailServer = { publicUrl: null, send: async () => ok('kept') }

/** Builds Deps by hand: the one place where edges, store, vault and flows meet. */
export function composeDeps(parts: Parts): Composed {
  const { app, now, random, log } = parts
  const secretsKey = keyFor(parts.key, 'secrets')
  const secrets: Deps['secrets'] = {
    seal: (text, context) => seal(secretsKey, text, context),
    open: (sealed, context) => open(secretsKey, sealed, context).toString('utf8'),
  }
  const refreshToken = async (connection: Connection) => {
    const sealed = await withMerchant(app, connection.merchantId, (tx) =>
      sealedToken(tx, connection.merchantId, connection.id),
    )
    return sealed && secrets.open(sealed, `refresh token ${connection.merchantId} ${connection.id}`)
  }
  const counter = createCallCounter({ pool: app, log, now })
  const deployment = deploymentStore(app)
  const quota: Quota = {
    takeToken: (bucket) => takeToken(app, bucket, now()),
    blockUntil: (key, readyAt) => blockUntil(app, key, readyAt),
    retune: (key, rate) => retuneBucket(app, key, rate),
    countCall: (call) => counter.count(call),
  }
  return {
    amazon: createAmazon({
      config: parts.amazon,
      quota,
      refreshToken,
      now,
      random,
    }),
    deployment: {
      ...deployment,
      listCalls: async (...asked) => {
        await counter.flush()
        return deployment.listCalls(...asked)
      },
      pageOfCalls: async (...asked) => {
        await counter.flush()
        return deployment.pageOfCalls(...asked)
      },
    },
    transaction: transactions(parts),
    mails: parts.mails ?? LOCAL_MAILS,
    retention: parts.retention ?? { days: 30, auditDays: 400 },
    secrets,
    now,
    random,
    pause: parts.pause ?? (async () => {}),
    isPassing,
    fingerprint: (text) => createHash('sha256').update(text).digest('hex').slice(0, 24),
    log,
    flush: () => counter.flush(),
  }
}

/**
 * Transactions for one merchant: under the application's login, or under the vault's, which alone may open buyer data. What was
 * opened is written into the audit last, in the same transaction: without that row nothing of it is kept or given (U3).
 */
function transactions({ app, vault, key, now }: Parts): Transaction {
  const keys = createKeyRing(key)
  const auditKey = keyFor(key, 'audit')
  const plain = (tx: SqlTx, merchant: MerchantId): Tx => ({
    store: merchantStore(tx, merchant),
    audit: openAudit({ tx, merchant, key: auditKey }),
    wake: (kind: WakeKind, subject = '', at = now()) => wake(tx, { merchant, kind, subject }, at),
  })
  const withVault = (merchant: MerchantId, purpose: VaultPurpose, work: (tx: VaultTx) => Promise<unknown>) =>
    withMerchant(vault, merchant, async (tx) => {
      const access = { opened: {}, gone: {} }
      const door = openVault({ tx, merchant, keys, now: now(), access })
      const result = await work({ ...plain(tx, merchant), vault: door })
      await recordAccess({ tx, merchant, key: auditKey }, { at: now(), purpose, access })
      return result
    })
  const run = (
    merchant: MerchantId,
    scope: 'app' | { readonly vault: VaultPurpose },
    work: (tx: VaultTx) => Promise<unknown>,
  ) =>
    scope === 'app'
      ? withMerchant(app, merchant, (tx) => work(plain(tx, merchant) as VaultTx))
      : withVault(merchant, scope.vault, work)
  return run as Transaction
}
