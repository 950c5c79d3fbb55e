import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'

const MINUTE = 60_000
/** What was sealed by an old key in memory is written down by then: a transaction is ended after a minute of silence. */
const SETTLES = 10 * MINUTE

/** What a sweep did: how much it sealed anew, and what did not open and stays as it is. */
export type Sweep = { readonly key: string; readonly sealed: number; readonly damaged: readonly string[] }

/**
 * A new master key seals from now on, and everything older is moved to it, merchant by merchant (U3, D18). Broken off anywhere, the next
 * call goes on: while an older key is there, none is added. What runs meanwhile goes on: both keys open.
 */
export async function rotateKeys(deps: Deps, who: string): Promise<Sweep & { readonly isNew: boolean }> {
  const isNew = (await deps.keys.list()).every(({ state }) => state !== 'old')
  if (isNew) {
    const about = await deps.keys.add()
    await deps.deployment.noteAct({ at: deps.now(), act: 'master-key-added', who, about })
  }
  return { ...(await sweep(deps, who)), isNew }
}

/** Destroys the older keys once nothing hangs on any of them (D18). What sealed backups of before is gone with them. */
export async function retireKeys(deps: Deps, who: string): Promise<Result<readonly string[]>> {
  const keys = await deps.keys.list()
  const old = keys.filter(({ state }) => state === 'old')
  const [newest] = keys
  if (!newest || old.length === 0) return failed('no-old-key')
  const settled = newest.madeAt + SETTLES
  if (deps.now() < settled) return failed('key-too-young', { minutes: Math.ceil((settled - deps.now()) / MINUTE) })
  const { damaged } = await sweep(deps, who)
  const hanging = (await countUnderKeys(deps)).filter(({ key }) => key !== newest.id)
  const count = hanging.reduce((sum, each) => sum + each.count, 0)
  if (count > 0) return failed('key-in-use', { count, named: damaged.slice(0, 5).join('; ') || 'run it once more' })
  for (const { id } of old) {
    // Noted first: after a kill in between the key is still there, and the next call notes it again.
    await deps.deployment.noteAct({ at: deps.now(), act: 'master-key-destroyed', who, about: id })
    await deps.keys.destroy(id)
  }
  return ok(old.map(({ id }) => id))
}

/** How much of what each master key seals; null: sealed before keys had names. */
export async function countUnderKeys(
  deps: Deps,
): Promise<readonly { readonly place: string; readonly key: string | null; readonly count: number }[]> {
  const counts = [...(await deps.keys.countDeployment())]
  for (const { id } of await deps.deployment.listMerchants()) {
    const ofMerchant = await deps.transaction(id, { vault: 'rotate' }, async (tx) => [
      ...(await tx.vault.countWrapped()).map((each) => ({ place: 'keys of merchants', ...each })),
      ...(await tx.store.countValues()),
    ])
    counts.push(...ofMerchant)
  }
  const sums = new Map<string, (typeof counts)[number]>()
  for (const each of counts) {
    const name = `${each.place} ${each.key}`
    sums.set(name, { ...each, count: (sums.get(name)?.count ?? 0) + each.count })
  }
  return [...sums.values()]
}

async function sweep(deps: Deps, who: string): Promise<Sweep> {
  const ofDeployment = await deps.keys.renewDeployment()
  let sealed = ofDeployment.sealed
  const damaged = [...ofDeployment.damaged]
  for (const { id } of await deps.deployment.listMerchants()) {
    const swept = await deps.transaction(id, { vault: 'rotate' }, async (tx) => {
      const keys = await tx.vault.rewrap()
      const values = await tx.store.renewValues((...value) => deps.keys.renew(...value))
      return { sealed: keys.wrapped + values.sealed, damaged: [...keys.damaged, ...values.damaged] }
    })
    sealed += swept.sealed
    damaged.push(...swept.damaged)
  }
  const [newest] = await deps.keys.list()
  const key = newest?.id ?? ''
  if (sealed > 0)
    await deps.deployment.noteAct({ at: deps.now(), act: 'master-key-swept', who, about: key, facts: { sealed } })
  return { key, sealed, damaged }
}
