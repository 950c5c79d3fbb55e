import { deletionStep, type LadderStep, ladderStep } from '#core/notifications/authorization-ladder.ts'
import {
  authorizationLetter,
  type DeadlineNews,
  deadlinesLetter,
  fileErrorsLetter,
  type HealthFinding,
  healthLetter,
  type LapsingConnection,
  MOST_ENTRIES,
  type Sender,
} from '#core/notifications/messages.ts'
import { toldCodes } from '#core/notifications/told-problems.ts'
import type { Topic } from '#core/notifications/topics.ts'
import type { Letter } from '#core/notifications/write-mail.ts'
import { dayOf, startOfDay } from '#core/orders/merchant-time.ts'
import { deadlineGap } from '#core/shipments/deadlines.ts'
import type { Tx } from './deps.ts'

const HOUR = 3_600_000
const PAGE = 500
const HEALTH_HOUR = 8
const FAILED_OFTEN = 5

/** Who is told, when, and what else was found for the daily mail. */
export type Addressee = { readonly address: string; readonly now: number; readonly findings: readonly HealthFinding[] }

/** What a person is to be told of a topic that was not told yet, or null; it counts as told with this transaction (N1, N3). */
export function letterAbout(tx: Tx, sender: Sender, to: Addressee & { readonly topic: Topic }): Promise<Letter | null> {
  return LETTERS[to.topic](tx, sender, to)
}

type Writer = (tx: Tx, sender: Sender, to: Addressee) => Promise<Letter | null>

const LETTERS: Readonly<Record<Topic, Writer>> = {
  'file-errors': async (tx, sender, { address, now }) => {
    const codes = toldCodes('file-errors')
    const wish = { address, topic: 'file-errors', codes, withDocuments: true, at: now, limit: MOST_ENTRIES } as const
    const news = await tx.store.takeNews(wish)
    return news.total > 0 ? fileErrorsLetter(sender, news) : null
  },
  deadlines: async (tx, sender, { address, now }) => {
    const near = await nearDeadline(tx, now, now + 24 * HOUR)
    const things = near.map(nameOf)
    const fresh = await tx.store.takeThings({ address, topic: 'deadlines', things, at: now })
    const news = near.filter((order) => fresh.has(nameOf(order)))
    return news.length > 0 ? deadlinesLetter(sender, news) : null
  },
  authorization: async (tx, sender, { address, now }) => {
    const lapsing = await lapsingConnections(tx, sender, now)
    const nameOfStep = ({ of, connection, step }: LapsingConnection) =>
      `${connection} ${of === 'deletion' ? 'deletes' : 'lapses'} ${step.lapses} step ${step.step}`
    const things = lapsing.map(nameOfStep)
    const fresh = await tx.store.takeThings({ address, topic: 'authorization', things, at: now })
    const codes = toldCodes('authorization')
    const wish = { address, topic: 'authorization', codes, withDocuments: false, at: now, limit: MOST_ENTRIES } as const
    const news = await tx.store.takeNews(wish)
    const told = lapsing.filter((each) => fresh.has(nameOfStep(each)))
    return told.length > 0 || news.total > 0 ? authorizationLetter(sender, told, news) : null
  },
  health: async (tx, sender, { address, now, findings }) => {
    const today = dayOf(now, sender.timeZone)
    if (!isHealthTime(sender, now)) return null
    // Noted on good days too: what goes wrong later today is told by the other topics, or tomorrow.
    const fresh = await tx.store.takeThings({ address, topic: 'health', things: [today], at: now })
    return fresh.size > 0 ? healthLetter(sender, { ...(await readHealth(tx, now)), findings }, now) : null
  },
}

/** Whether it is late enough in the merchant's day for the daily mail (N3). */
export const isHealthTime = ({ timeZone }: Sender, now: number): boolean =>
  now >= startOfDay(dayOf(now, timeZone), timeZone) + HEALTH_HOUR * HOUR

/** An order's name at its stage: told when its time is near, and once more when it is past (S6). */
const nameOf = ({ orderId, late }: DeadlineNews): string => `order ${orderId} ${late ? 'late' : 'near'}`

async function nearDeadline(tx: Tx, now: number, until: number): Promise<DeadlineNews[]> {
  const found: DeadlineNews[] = []
  let after: readonly [number, number] | null = null
  while (true) {
    const page = await tx.store.ordersWithDeadline({ until, after, limit: PAGE })
    for (const row of page) {
      const gap = deadlineGap(row)
      const { orderId, amazonOrderId, shipBy } = row
      if (gap) found.push({ orderId, amazonOrderId, shipBy, late: shipBy < now, gap })
    }
    const last = page.at(-1)
    if (page.length < PAGE || !last) return found
    after = [last.shipBy, last.orderId]
  }
}

async function lapsingConnections(tx: Tx, { timeZone }: Sender, now: number): Promise<LapsingConnection[]> {
  const today = { now, timeZone }
  const ending = (of: LapsingConnection['of'], connection: string, step: LadderStep | null): LapsingConnection[] =>
    step ? [{ of, connection, lapsesAt: startOfDay(step.lapses, timeZone), step }] : []
  return (await tx.store.endingConnections()).flatMap(({ connection, lapsesOn, deletionBeganAt }) => {
    const deletion = deletionBeganAt === null ? null : deletionStep(deletionBeganAt, today)
    return [
      ...ending('authorization', connection, lapsesOn === null ? null : ladderStep(lapsesOn, today)),
      // Past its day it is deleted within minutes, or an alarm.
      ...ending('deletion', connection, deletion && deletion.daysLeft >= 0 ? deletion : null),
    ]
  })
}

async function readHealth(tx: Tx, now: number) {
  const codes = {
    atOnce: [...toldCodes('file-errors').atOnce, ...toldCodes('authorization').atOnce],
    ifItStays: [...toldCodes('file-errors').ifItStays, ...toldCodes('authorization').ifItStays],
  }
  const waiting = await tx.store.countOutbox()
  return {
    held: (await tx.store.countDocuments()).held ?? 0,
    waitingForPeople: Object.values(waiting).reduce((sum, n) => sum + n, 0),
    late: (await nearDeadline(tx, now, now - 1)).length,
    problems: await tx.store.wrongNow({ codes, withDocuments: false, at: now, limit: MOST_ENTRIES }),
    failingWork: await tx.store.countFailingWork(FAILED_OFTEN),
    unsentMails: await tx.store.countUnsentMails(),
  }
}
