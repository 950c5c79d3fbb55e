import { bringImport } from '#flows/bring-import.ts'
import { connect } from '#flows/connect.ts'
import { startImporting } from '#flows/start-importing.ts'
import { workByFiles } from '#flows/work-by-files.ts'
import { SELLER } from '#main/demo/sample-merchant.ts'
import { makeSeller } from './seller.ts'
import type { Seller } from './seller-views.ts'

const US = 'ATVPDKIKX0DER'

/** A merchant with everything but access to Amazon, who works by files; nothing was ever asked of Amazon. */
export async function makeSellerByFiles(): Promise<Seller> {
  const seller = await makeSeller({ started: false })
  await seller.database.ownerPool().query('delete from millrace.connections; delete from deployment.selling_partners')
  const chosen = await chooseFiles(seller)
  if (!chosen.ok) throw new Error(chosen.problem.code)
  seller.control.clearRequests()
  return seller
}

/** Chooses Work by files for the seller. */
export const chooseFiles = (seller: Seller, marketplaceIds: readonly string[] = [US]) =>
  workByFiles(seller.deps, seller.merchant, { ...SELLER, marketplaceIds, who: 'a test' })

/** Saves credentials and starts importing, as a merchant does whom Amazon has approved. */
export async function goOnByApi(seller: Seller): Promise<void> {
  const saved = await connect(seller.deps, seller.merchant, SELLER)
  if (!saved.ok) throw new Error(saved.problem.code)
  const started = await startImporting(seller.deps, seller.merchant, saved.value)
  if (!started.ok) throw new Error(started.problem.code)
}

/** Brings a file as a person does, and lets the jobs work; gives the import, or the refusal's code. */
export async function bring(seller: Seller, bytes: Uint8Array, fileName = 'orders.txt') {
  const brought = await bringImport(seller.deps, seller.merchant, { bytes, fileName, kind: null, who: 'a test' })
  if (!brought.ok) throw new Error(`${brought.problem.code} ${JSON.stringify(brought.problem.facts)}`)
  await seller.run()
  const { importId } = brought.value
  const found = await seller.store((store) => store.findImport(importId))
  if (!found) throw new Error('The import is gone.')
  const asked = { importId, outcome: null, unlinks: false, after: null, limit: 100 }
  return { ...found, rows: await seller.store((store) => store.listImportRows(asked)) }
}

/** Downloads a report in Seller Central and brings it. */
export const bringReport = (seller: Seller, kind: 'new-orders' | 'unshipped-orders') =>
  bring(seller, seller.control.downloadReport({ kind }), `${kind}.txt`)
