import { createHash, randomBytes } from 'node:crypto'
import { createAmazon } from '#amazon/amazon.ts'
import type { AmazonConfig, CountedCall, Quota } from '#amazon/client.ts'
import type { HintQueue } from '#amazon/hint-queue.ts'
import { readBuyer } from '#amazon/read-buyer.ts'
import type { Connection } from '#core/connection.ts'
import { searchWordsOf } from '#core/pii/search-words.ts'
import { ok } from '#core/problems.ts'
import { openBrought } from '#files/brought-file.ts'
import { readTable } from '#files/read-table.ts'
import type { Deps, Log, MailServer, WebhookSender } from '#flows/deps.ts'
import { blockUntil, retuneBucket, takeToken } from '#store/buckets.ts'
import { sealedToken } from '#store/connections.ts'
import type { Pool, Tx } from '#store/db.ts'
import { isPassing, withMerchant } from '#store/db.ts'
import { deploymentStore } from '#store/deployment.ts'
import { auditKeyKept } from '#vault/kept-key.ts'
import { createKeyRing } from '#vault/key-ring.ts'
import { fixedKey, type MasterKeys } from '#vault/master-keys.ts'
import { sealerFor } from '#vault/sealer.ts'
import { createSearchIndex } from '#vault/search-index.ts'
import { applicationsOf } from './applications.ts'
import { createCounts } from './counts.ts'
import { keepKeys } from './keys.ts'
import { deploymentAudit, transactions } from './transactions.ts'

/** What the program is built from: pools under two logins, the deployment's key, Amazon's addresses, clock, chance, log. */
export type Parts = {
  readonly app: Pool
  readonly vault: Pool
  /** One that stays, or the key file. */
  readonly key: Buffer | MasterKeys
  readonly amazon: AmazonConfig
  /** Without it mails are kept here, to be read in the list of mails. */
  readonly mails?: MailServer
  /** Without it Amazon is asked to tell nothing. */
  readonly hintQueue?: HintQueue | null
  /** Without it nothing is told to anybody. */
  readonly webhooks?: WebhookSender
  /** For how many days buyer data and the audit are kept; without it 30 and 400. */
  readonly retention?: Deps['retention']
  now(): number
  random(): number
  /** Told of each call at Amazon, for the metrics of this process. */
  onCall?(call: CountedCall): void
  /** How to wait for a moment; without it nothing waits: the clock is moved by hand. */
  pause?(ms: number): Promise<void>
  readonly log: Log
}

/** Deps, and what must be written down before the pools close. */
export type Composed = Deps & { flush(): Promise<void> }

const LOCAL_MAILS: MailServer = { publicUrl: null, send: async () => ok('kept') }

const NO_WEBHOOKS: WebhookSender = {
  plainAllowed: true,
  send: async () => ({ status: null, why: 'nothing is sent from here', took: 0 }),
}

/** Builds Deps by hand: the one place where edges, store, vault and flows meet. */
export function composeDeps(parts: Parts): Composed {
  const { app, now, random, log } = parts
  const masters = Buffer.isBuffer(parts.key) ? fixedKey(parts.key) : parts.key
  const sealer = sealerFor(masters, 'secrets')
  const secrets: Deps['secrets'] = {
    seal: (text, context) => sealer.seal(text, context),
    open: (sealed, context) => sealer.open(sealed, context).toString('utf8'),
  }
  const refreshToken = async (connection: Connection) => {
    const sealed = await withMerchant(app, connection.merchantId, (tx) =>
      sealedToken(tx, connection.merchantId, connection.id),
    )
    return sealed && secrets.open(sealed, `refresh token ${connection.merchantId} ${connection.id}`)
  }
  const counts = createCounts({ pool: app, log, now, onCall: parts.onCall })
  const deployment = deploymentStore(app)
  const quota: Quota = {
    takeToken: (bucket) => takeToken(app, bucket, now()),
    blockUntil: (key, readyAt) => blockUntil(app, key, readyAt),
    retune: (key, rate) => retuneBucket(app, key, rate),
    countCall: counts.countCall,
  }
  const auditKey = auditKeyKept(masters)
  const chained = { app, vault: parts.vault, ...vaultKeys(masters), auditKey: (tx: Tx) => auditKey.read(tx), now }
  return {
    by: { who: 'the program', way: 'program' },
    amazon: createAmazon({
      config: parts.amazon,
      quota,
      refreshToken,
      application: applicationsOf({ applications: parts.amazon.applications, app, secrets, now }),
      now,
      random,
    }),
    deployment: {
      ...deployment,
      ...deploymentAudit(chained),
      listCalls: async (...asked) => {
        await counts.flush()
        return deployment.listCalls(...asked)
      },
      pageOfCalls: async (...asked) => {
        await counts.flush()
        return deployment.pageOfCalls(...asked)
      },
    },
    transaction: transactions(chained),
    mails: parts.mails ?? LOCAL_MAILS,
    webhooks: parts.webhooks ?? NO_WEBHOOKS,
    hintQueue: parts.hintQueue ?? null,
    retention: parts.retention ?? { days: 30, auditDays: 400 },
    secrets,
    keys: keepKeys({ app, vault: parts.vault, masters, secrets: sealer, auditKey, now }),
    readTable,
    openBrought,
    fromBase64: (text) => Buffer.from(text, 'base64').toString('utf8'),
    now,
    random,
    pause: parts.pause ?? (async () => {}),
    isPassing,
    newSecret: (prefix = '') => {
      const secret = `${prefix}${randomBytes(32).toString('base64url')}`
      return { secret, hash: createHash('sha256').update(secret).digest() }
    },
    digest: (text) => createHash('sha256').update(text).digest(),
    fingerprint: (text) => createHash('sha256').update(text).digest('hex').slice(0, 24),
    log,
    noteLags: counts.noteLags,
    flush: counts.flush,
  }
}

/** What the vault seals and finds by: Amazon's names of a buyer's fields are read at the edge, words are made by the core. */
const vaultKeys = (masters: MasterKeys) => ({
  keys: createKeyRing(masters),
  search: createSearchIndex(masters, (kept) => searchWordsOf(readBuyer(kept))),
})
