import type { Pool } from '#store/db.ts'
import { MINUTE } from '../seller.ts'
import type { Mishap } from './mishaps.ts'
import type { Month } from './open-month.ts'
import type { Ended, Worker } from './workers.ts'

const swap = (month: Month): void => void month.crew.reverse()

/** Lets one of the crew do what is due while something befalls it or the database; gives when something is due next. */
export async function takeTurn(month: Month, mishap: Mishap | null): Promise<number | null> {
  const { control, chance, crew, counts, weather } = month
  const share = chance.fraction()
  const call = chance.whole(1, 6)
  if (mishap !== null) counts.mishaps.set(mishap, (counts.mishaps.get(mishap) ?? 0) + 1)
  if (chance.fraction() < 0.3) swap(month)
  const [worker] = crew as [Worker]
  const off = chance.whole(1, 5) * MINUTE
  const ahead = mishap === 'clock ahead' ? off : mishap === 'clock behind' ? -off : 0
  const way = mishap === 'killed' || mishap === 'lost' || mishap === 'frozen' ? mishap : null
  const during = atDatabase(month, mishap)
  if (during) weather.atCall = after(call, weather, during.strikes)
  const places = way === 'frozen' ? month.last.stood : month.last.met
  const place = 1 + Math.floor(share * places)
  const ended = await worker.work({ at: control.now() + ahead, fault: way && { place, way } })
  weather.atCall = null
  await during?.passes()
  if (isOdd(mishap, ended))
    month.odd.push(
      `nothing befell a worker at ${new Date(control.now()).toISOString()}, and it is ${JSON.stringify(ended)}`,
    )
  const result = await goOnAfter(month, worker, ended)
  month.last = result
  month.trace.push(`${new Date(control.now()).toISOString()} ${mishap ?? '-'} ${ended.how} ${JSON.stringify(result)}`)
  if (process.env.MONTH_LOG) console.error((performance.now() / 1000).toFixed(1), month.trace.at(-1))
  return result.next
}

/** Whether a worker ended as only a mishap explains that was not drawn. */
function isOdd(mishap: Mishap | null, ended: Ended): boolean {
  if (ended.how !== 'done') return mishap !== (ended.how === 'dead' ? 'killed' : 'frozen')
  const explained: readonly (Mishap | null)[] = [
    'lost',
    'database stopped',
    'database killed',
    'disk full',
    'newer version',
  ]
  return ended.error !== null && !explained.includes(mishap)
}

/** What is due after all: a dead worker is replaced, one that stands still is overtaken by the other before it goes on. */
async function goOnAfter(month: Month, worker: Worker, ended: Ended): Promise<Extract<Ended, { how: 'done' }>> {
  const { control, crew, workers, chance } = month
  if (ended.how === 'done' && ended.error === null) return ended
  if (ended.how === 'dead') crew.splice(crew.indexOf(worker), 1, await workers.hire())
  // Longer than a lease: whoever stands still is taken for dead.
  if (ended.how !== 'done') control.advance(chance.whole(1, 10) * MINUTE)
  const [other] = ended.how === 'frozen' ? crew.filter((each) => each !== worker) : crew
  let last = ended
  for (let tries = 0; tries < 5; tries++) {
    last = await (other as Worker).work({ at: control.now(), fault: null })
    if (last.how === 'done' && last.error === null) break
  }
  if (ended.how === 'frozen') await worker.goOn(control.now())
  if (last.how !== 'done') throw new Error(`A worker is ${last.how} without a reason.`)
  return last
}

/** Lets so many calls pass before something strikes. */
function after(calls: number, weather: Month['weather'], strike: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (calls <= 1) return strike()
    weather.atCall = after(calls - 1, weather, strike)
  }
}

/** What befalls the database while somebody works, and how it passes. */
function atDatabase({ database, owner }: Month, mishap: Mishap | null) {
  const nothing = async () => {}
  if (mishap === 'database stopped' || mishap === 'database killed') {
    const word = mishap === 'database stopped' ? 'fast' : 'immediate'
    const strikes = async () => {
      await database.tell(word)
      await database.tell('start')
    }
    return { strikes, passes: nothing }
  }
  if (mishap === 'disk full' && database.hasDisk)
    return { strikes: () => database.tell('fill'), passes: () => database.tell('free') }
  if (mishap === 'newer version') return { strikes: () => migrateAhead(owner), passes: nothing }
  return null
}

/** A newer version has brought its migration while the older one works: a column more in tables that it reads. */
async function migrateAhead(owner: Pool): Promise<void> {
  for (const table of ['millrace.orders', 'millrace.sku_fields', 'millrace.outbox', 'deployment.due'])
    await owner.query(`alter table ${table} add column if not exists of_a_newer_version text`)
}
