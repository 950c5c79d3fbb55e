import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Parts } from '#main/compose.ts'
import { localKeys } from '#vault/local-keys.ts'
import { programAt } from './program-at.ts'
import { MINUTE, makeSeller } from './seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
type Pools = Pick<Parts, 'app' | 'vault'>

/** A key file of its own, which goes with the test. */
export function keyFile(bytes = Buffer.alloc(32, 7)) {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'keys')
  writeFileSync(file, bytes, { mode: 0o600 })
  return file
}

/** A seller whose key lies in a file, with a placed and a held order. */
export async function withKeyFile(): Promise<Seller & { file: string; placed: number }> {
  const file = keyFile()
  const seller = await makeSeller({ key: localKeys(file) })
  const id = seller.control.placeOrder({
    payable: true,
    lines: [{ sku: 'MUG-BLUE' }],
    buyer: { name: 'Zorbalina Quill' },
  })
  seller.control.placeOrder({ payable: true, lines: [{ sku: 'NOBODY-KNOWS' }] })
  await seller.pass(5 * MINUTE)
  const order = await seller.store((s) => s.findOrder(id))
  return { ...seller, file, placed: order!.orderId }
}

/** Another run of the program on the same database, by the key file as it is then. */
export const programOn = (
  { database, simulator, deps, alarms, file }: Seller & { file: string },
  pools: Pools = { app: database.appPool(), vault: database.vaultPool() },
) =>
  programAt({
    ...pools,
    key: localKeys(file),
    amazon: simulator.url,
    now: deps.now,
    random: deps.random,
    log: { note: () => {}, alarm: (message) => void alarms.push(message) },
  })

/** The buyer data of an order, opened. */
export const openBuyer = ({ deps, merchant }: Pick<Seller, 'deps' | 'merchant'>, order: number) =>
  deps.transaction(merchant, { vault: 'import' }, (tx) => tx.vault.openBuyers([order]))
