import type { NotedAct, NotedMerchantAct } from '#core/audit/acts.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Transaction, Tx, VaultPurpose, VaultTx, WakeKind } from '#flows/deps.ts'
import { endEverything } from '#sign-in/end-everything.ts'
import type { Pool, Tx as SqlTx } from '#store/db.ts'
import { withMerchant, withoutMerchant } from '#store/db.ts'
import { wake } from '#store/due.ts'
import { notePurged } from '#store/handovers.ts'
import { merchantStore } from '#store/merchant-store.ts'
import { type Access, type Audit, openAudit, recordAccess, recordActs } from '#vault/audit.ts'
import { deploymentChain, merchantChain } from '#vault/audit-chain.ts'
import type { KeyRing } from '#vault/key-ring.ts'
import { openVault } from '#vault/pii-vault.ts'
import type { SearchIndex } from '#vault/search-index.ts'

/** What transactions are built from: pools under two logins, the keys of the vault and of the audit, the clock. */
export type TransactionParts = {
  readonly app: Pool
  readonly vault: Pool
  readonly keys: KeyRing
  readonly search: SearchIndex
  auditKey(tx: SqlTx): Promise<Buffer>
  now(): number
}

/** What was noted in one transaction and not written down yet. */
type Noted = { readonly acts: NotedAct[]; readonly ofMerchant: NotedMerchantAct[] }

/**
 * Transactions for one merchant: under the application's login, or under the vault's, which alone may open buyer data. What was
 * opened and noted is written into the audits last, in the same transaction: without those rows nothing of it is kept or given (U3).
 */
export function transactions({ app, vault, keys, search, auditKey, now }: TransactionParts): Transaction {
  const plain = (tx: SqlTx, merchant: MerchantId, noted: Noted): Tx => ({
    store: merchantStore(tx, merchant),
    audit: {
      ...openAudit(async () => merchantChain(tx, merchant, await auditKey(tx))),
      note: (act) => void noted.ofMerchant.push(act),
    },
    noteAct: (act) => void noted.acts.push(act),
    wake: (kind: WakeKind, subject = '', at = now()) => wake(tx, { merchant, kind, subject }, at),
    endSignIn: (userId) => endEverything(tx, userId),
  })
  // The merchant's chain before the deployment's, always: two transactions cannot wait for each other.
  const record = async (tx: SqlTx, merchant: MerchantId, { acts, ofMerchant }: Noted) => {
    if (ofMerchant.length > 0) await recordActs(merchantChain(tx, merchant, await auditKey(tx)), ofMerchant)
    if (acts.length > 0) await recordActs(deploymentChain(tx, await auditKey(tx)), acts)
  }
  const withVault = (merchant: MerchantId, purpose: VaultPurpose, work: (tx: VaultTx) => Promise<unknown>) =>
    withMerchant(vault, merchant, async (tx) => {
      const access: Access = { opened: {}, gone: {} }
      const noted = { acts: [], ofMerchant: [] }
      const door = openVault({ tx, merchant, keys, search, now: now(), access })
      const result = await work({ ...plain(tx, merchant, noted), vault: door })
      // Whoever erased it: a vendor that was given the same erases it too (U5).
      if (access.gone.buyers) await notePurged(tx, merchant, { orders: access.gone.buyers, at: now() })
      await recordAccess(async () => merchantChain(tx, merchant, await auditKey(tx)), { at: now(), purpose, access })
      await record(tx, merchant, noted)
      return result
    })
  const run = (
    merchant: MerchantId,
    scope: 'app' | { readonly vault: VaultPurpose },
    work: (tx: VaultTx) => Promise<unknown>,
  ) =>
    scope === 'app'
      ? withMerchant(app, merchant, async (tx) => {
          const noted = { acts: [], ofMerchant: [] }
          const result = await work(plain(tx, merchant, noted) as VaultTx)
          await record(tx, merchant, noted)
          return result
        })
      : withVault(merchant, scope.vault, work)
  return run as Transaction
}

/** The deployment's own audit: an act noted alone or at the end of somebody's transaction, and the whole of it to read (U6). */
export function deploymentAudit({ app, vault, auditKey }: Pick<TransactionParts, 'app' | 'vault' | 'auditKey'>) {
  const chain = async (tx: SqlTx) => deploymentChain(tx, await auditKey(tx))
  const note = async (act: NotedAct, tx: SqlTx) => recordActs(await chain(tx), [act])
  return {
    /** Notes an act. Inside a transaction it is called last: it holds others back until the commit. */
    noteAct: (act: NotedAct, tx?: SqlTx): Promise<void> =>
      tx ? note(act, tx) : withoutMerchant(app, (own) => note(act, own)),
    /** Reads, checks or prunes the deployment's audit; `vault` names the login that may remove old rows. */
    withAudit: <T>(login: 'app' | 'vault', work: (audit: Audit) => Promise<T>): Promise<T> =>
      withoutMerchant(login === 'app' ? app : vault, (tx) => work(openAudit(() => chain(tx)))),
  }
}
