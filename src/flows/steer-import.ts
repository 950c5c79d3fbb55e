import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { columnsOf } from '#core/spreadsheet/columns-of-kind.ts'
import type { ImportKind, ImportState } from '#core/spreadsheet/import.ts'
import type { StoredImport } from '#store/imports.ts'
import { ROWS_KEPT_DAYS } from './bring-import.ts'
import type { Deps, Tx } from './deps.ts'
import { rememberColumns } from './remember-columns.ts'

/** Which import, and who steers it. */
export type Steering = { readonly importId: number; readonly who: string }

/** Applies an import that was looked through (T3); rows that unlink a listing only where a person confirmed it. */
export const applyImport = (
  deps: Deps,
  merchant: MerchantId,
  { importId, who, confirmUnlink }: Steering & { readonly confirmUnlink: boolean },
): Promise<Result<StoredImport>> =>
  steer(deps, merchant, {
    importId,
    from: ['previewed'],
    what: 'applied',
    to: async (_tx, now) => {
      const { unlinks = 0 } = now.counts
      if (unlinks > 0 && !confirmUnlink) return failed('import-unlinks', { count: unlinks })
      const options = { ...now.options, confirmUnlink }
      return ok({ ...now, ...begun, state: 'applying', options, appliedBy: who, appliedAt: deps.now() })
    },
  })

/** Takes back what an import wrote; what was changed since stays as it is (T3). */
export const undoImport = (
  deps: Deps,
  merchant: MerchantId,
  { importId, who }: Steering,
): Promise<Result<StoredImport>> =>
  steer(deps, merchant, {
    importId,
    from: ['applied', 'failed'],
    what: 'undone',
    to: async (tx, now) => {
      if (now.appliedAt === null) return failed('import-state', { what: 'undone', state: 'not applied' })
      if (now.kind === 'order-report') return failed('report-stays')
      if (now.rowsRead > 0 && Object.keys(await tx.store.countImportRows(importId)).length === 0)
        return failed('import-rows-gone', { days: ROWS_KEPT_DAYS })
      return ok({
        ...now,
        ...begun,
        atRow: BEHIND_ALL,
        state: 'undoing',
        problem: null,
        undoneBy: who,
        undoneAt: deps.now(),
        endedAt: null,
      })
    },
  })

/** Gives up an import that was not applied: its file and its rows are forgotten. */
export const dropImport = (deps: Deps, merchant: MerchantId, { importId }: Steering): Promise<Result<StoredImport>> =>
  steer(deps, merchant, {
    importId,
    from: ['reading', 'columns', 'previewed', 'failed'],
    what: 'dropped',
    to: async (tx, now) => {
      if (now.appliedAt !== null) return failed('import-state', { what: 'dropped', state: 'applied in part: undo it' })
      await tx.store.dropImportFile(importId)
      await tx.store.dropImportRows(importId)
      // A file with buyers in it lies in the vault, and goes with the next purge.
      if (now.kind === 'channel-orders') await tx.wake('purge-buyer-data')
      return ok({ ...now, state: 'dropped', endedAt: deps.now() })
    },
  })

/** What a person says the columns are; a column that is left out stays as it was recognized. */
export type NamedColumns = Steering & {
  readonly kind: ImportKind
  readonly fields: readonly { readonly column: number; readonly field: string | null }[]
}

/** Names the columns of the merchant's own file (T5); its rows are then looked through again. */
export const nameColumns = (
  deps: Deps,
  merchant: MerchantId,
  { importId, kind, fields, who }: NamedColumns,
): Promise<Result<StoredImport>> =>
  steer(deps, merchant, {
    importId,
    from: ['columns', 'previewed'],
    what: 'read with other columns',
    to: async (tx, now) => {
      const known = columnsOf(kind)
      if (!known || known.buyers || !now.recognized || now.kind === 'template')
        return failed('import-columns', { why: 'its columns cannot be named by hand' })
      const named = new Map(fields.map(({ column, field }) => [column, field]))
      const columns = now.recognized.columns.map((each) => {
        const field = named.get(each.column)
        return field === undefined ? each : { ...each, field }
      })
      const chosen = columns.flatMap(({ field }) => field ?? [])
      const strange = chosen.find((field) => !known.fields.some((each) => each.field === field))
      if (strange !== undefined) return failed('import-columns', { why: `there is no field [${strange}]` })
      const twice = chosen.find((field, at) => chosen.indexOf(field) !== at)
      if (twice !== undefined) return failed('import-columns', { why: `two columns are [${twice}]` })
      const missing = known.fields.find(({ required, field }) => required && !chosen.includes(field))
      if (missing) return failed('import-columns', { why: `no column is [${missing.label}]` })
      const recognized = { ...now.recognized, kind, columns }
      await rememberColumns(deps, tx, { file: recognized, who })
      return ok({ ...now, ...begun, kind, state: 'reading', recognized })
    },
  })

/** Chooses the marketplace of a template that names none; its rows are then looked through again (T3). */
export const chooseMarketplace = (
  deps: Deps,
  merchant: MerchantId,
  { importId, marketplaceId }: Steering & { readonly marketplaceId: string },
): Promise<Result<StoredImport>> =>
  steer(deps, merchant, {
    importId,
    from: ['previewed'],
    what: 'read for another marketplace',
    to: async (tx, now) => {
      if (now.kind !== 'template' || now.recognized?.marketplaceId)
        return failed('import-columns', { why: 'the file itself says its marketplace' })
      const sells = (await tx.store.listConnections()).some(({ marketplaces }) =>
        marketplaces.some(({ id, participating }) => id === marketplaceId && participating),
      )
      if (!sells) return failed('no-seller-in-marketplace', { marketplace: marketplaceId })
      return ok({ ...now, ...begun, state: 'reading', options: { ...now.options, marketplaceId } })
    },
  })

/** Chooses the channel of orders that name none; they are then looked through again (H3). */
export const chooseChannel = (
  deps: Deps,
  merchant: MerchantId,
  { importId, channel }: Steering & { readonly channel: string },
): Promise<Result<StoredImport>> =>
  steer(deps, merchant, {
    importId,
    from: ['previewed'],
    what: 'read for another channel',
    to: async (tx, now) => {
      if (now.kind !== 'channel-orders') return failed('import-columns', { why: 'it has no orders of other channels' })
      if (!(await tx.store.listChannels()).some(({ code }) => code === channel))
        return failed('not-found', { what: `channel [${channel}]` })
      return ok({ ...now, ...begun, state: 'reading', options: { ...now.options, channel } })
    },
  })

/** A state begins with its first row; undoing goes backwards from behind the last one. */
const begun = { atRow: 0, rowsDone: 0 } as const
const BEHIND_ALL = 2_147_483_647

type Step = {
  readonly importId: number
  readonly from: readonly ImportState[]
  readonly what: string
  to(tx: Tx, now: StoredImport): Promise<Result<StoredImport>>
}

function steer(
  deps: Deps,
  merchant: MerchantId,
  { importId, from, what, to: work }: Step,
): Promise<Result<StoredImport>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const now = await tx.store.lockImport(importId)
    if (!now) return failed('not-found', { what: 'such import' })
    if (!from.includes(now.state)) return failed('import-state', { what, state: now.state })
    const next = await work(tx, now)
    if (!next.ok) return next
    await tx.store.saveImport(next.value)
    await tx.wake('imports')
    return next
  })
}
