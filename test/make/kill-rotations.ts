import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { countUnderKeys, retireKeys, rotateKeys } from '#flows/rotate-keys.ts'
import { Boundaries } from './boundaries.ts'
import type { Density } from './break-story.ts'
import { openBuyer, programOn, withKeyFile } from './key-file.ts'
import { MINUTE } from './seller.ts'
import type { Seller } from './seller-views.ts'

/** What other master keys than the newest still seal. */
export const underOld = async (seller: Pick<Seller, 'deps'>, newest: string) =>
  (await countUnderKeys(seller.deps)).filter(({ key }) => key !== newest)

/**
 * Kills rotations of the master key, each at a later statement, until one is not struck any more; the next rotation must finish what was
 * begun. Gives how many there were. `npm run chaos` kills at every statement.
 */
export async function killRotations({ oneIn }: Density): Promise<number> {
  const seller = await withKeyFile()
  const boundaries = new Boundaries(seller.database.ownerPool())
  const pools = { app: boundaries.pool(seller.database.appPool()), vault: boundaries.pool(seller.database.vaultPool()) }
  let tried = 0
  for (let finished = false; !finished; tried++) {
    boundaries.arm({ at: tried * oneIn + 1, way: tried % 2 === 0 ? 'dead' : 'lost' })
    finished = await rotateKeys(programOn(seller, pools), 'the operator').then(
      () => true,
      () => false,
    )
    await boundaries.quiet()
    expect((await openBuyer(seller, seller.placed)).size).toBe(1)
    const { key } = await rotateKeys(programOn(seller), 'the operator')
    expect(readFileSync(seller.file)).toHaveLength(64)
    expect(await underOld(seller, key)).toEqual([])
    // Nothing that was sealed in memory is on its way any more.
    seller.control.advance(11 * MINUTE)
    expect(await retireKeys(programOn(seller), 'the operator')).toMatchObject({ ok: true })
  }
  expect((await openBuyer(seller, seller.placed)).size).toBe(1)
  const verdict = await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.verify(null))
  expect(verdict.faults).toEqual([])
  expect(seller.alarms).toEqual([])
  return tried
}
