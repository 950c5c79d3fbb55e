import { pause, until } from '../../jobs/workshop.ts'
import { findUnlike, findUnsettled } from '../kill-checks.ts'
import { oldOrders, ordersChange, ordersCome, refuseReportsByDate } from '../kill-happenings.ts'
import { DAY } from '../seller.ts'
import { openRelease, type Part, type Release } from './releases.ts'
import { openStage } from './stage.ts'

/** How many rounds each part of the update has; a round is a third of a minute of the shop's time. */
const ROUNDS = { before: 8, together: 14, after: 8 }
/** Two days before all sweeps: the orders of one stand in the report only, those of the other are found by a search too. */
const OLD_DAYS = { byReport: '2026-11-07', byPages: '2026-11-08' }
const ROUND = 300
const PATIENCE = 60_000

/** What came of an update: both sides for the checks, what each part logged and how it ended, and what pages did not answer. */
export type Update = Awaited<ReturnType<typeof updateWhileOrdersCome>>

/**
 * An update without a stop, as docs/deploy.md tells it: the version of a commit works, ours brings the tables up to date beside it, both
 * work, the older one is stopped.
 */
export async function updateWhileOrdersCome(seed: string, commit: string) {
  const stage = await openStage(seed)
  const [old, fresh] = [openRelease('old', { ...stage, commit }), openRelease('new', { ...stage, commit: null })]
  const close = async () => {
    old.close()
    fresh.close()
    await stage.close()
  }
  const unanswered: string[] = []
  try {
    await old.migrate()
    await old.seed(OLD_DAYS.byReport)
    const people = await stage.begin()
    oldOrders(OLD_DAYS.byReport, 400 * DAY)(stage)
    oldOrders(OLD_DAYS.byPages, 0)(stage)
    const live = async (webs: readonly Part[], rounds: number) => {
      for (let n = 0; n < rounds; n++) {
        const { address } = stage.chance.pick(webs)
        ordersCome(stage)
        ordersChange(stage)
        await people.pack(address)
        if (n % 3 === 0) await people.refund(address)
        if (n % 4 === 0) await people.receive(address)
        if (n % 8 === 0) await people.map(address)
        if (n % 5 === 0) for (const web of webs) unanswered.push(...(await people.read(web.address)))
        await pause(ROUND)
      }
    }
    const olds = await bothOf(old)
    await live([olds.web], ROUNDS.before)
    // Is under way while the tables change.
    await people.reconcile(olds.web.address)
    await Promise.all([fresh.migrate(), live([olds.web], ROUNDS.before)])
    const news = await bothOf(fresh)
    const togetherFrom = { old: olds.worker.lines().length, new: news.worker.lines().length }
    await until(() => people.fill(olds.web.address, OLD_DAYS.byReport), PATIENCE)
    await live([olds.web, news.web], ROUNDS.together)
    refuseReportsByDate(stage)
    await until(() => people.fill(news.web.address, OLD_DAYS.byPages), PATIENCE)
    await live([olds.web, news.web], ROUNDS.together)
    const ready = await fetch(`${olds.web.address}/health/ready`)
    const shared = {
      old: runsIn(olds.worker.lines().slice(togetherFrom.old)),
      new: runsIn(news.worker.lines().slice(togetherFrom.new)),
    }
    const codes = [await olds.web.stop(), await olds.worker.stop()]
    await live([news.web], ROUNDS.after)
    const evidence = { control: stage.control, placed: stage.placed, database: stage.database }
    const isSettled = async () => (await findUnsettled(evidence)).length === 0
    await until(isSettled, PATIENCE).catch(() => {})
    // Finds what no list showed.
    await people.reconcile(news.web.address)
    const isOver = async () => (await isSettled()) && (await findUnlike(evidence)).length === 0
    await until(isOver, PATIENCE).catch(() => {})
    const alarms = [olds.web, olds.worker, news.web, news.worker].map((part) => alarmsIn(part.lines()))
    codes.push(await news.web.stop(), await news.worker.stop())
    return {
      ...evidence,
      unanswered,
      ready: { status: ready.status, body: await ready.json() },
      shared,
      codes,
      alarms,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function bothOf(release: Release): Promise<Readonly<Record<'web' | 'worker', Part>>> {
  const [web, worker] = await Promise.all([release.start('web'), release.start('worker')])
  return { web, worker }
}

const runsIn = (lines: ReturnType<Part['lines']>): number => lines.filter(({ msg }) => msg === 'Work ended.').length

/** pino's number for a warning. */
const ALARM = 40

const alarmsIn = (lines: ReturnType<Part['lines']>): readonly unknown[] => lines.filter(({ level }) => level >= ALARM)
