import { merchantTime } from '../orders/merchant-time.ts'
import { type Problem, tell } from '../problems.ts'
import { type DeadlineGap, tellGap } from '../shipments/deadlines.ts'
import type { LadderStep } from './authorization-ladder.ts'
import type { Letter } from './write-mail.ts'

/** Whom a mail is about, how dates are written there, and where the API is reached, if that is known. */
export type Sender = {
  readonly merchantId: string
  readonly merchant: string
  readonly timeZone: string
  readonly country: string
  readonly publicUrl: string | null
}

/** Something that is held, refused or wrong, and was not told yet; never buyer data. */
export type NewsEntry = {
  readonly from: 'document' | 'outbox' | 'problem'
  /** The number of the document or outbox row. */
  readonly number: number | null
  /** The Amazon order id, or the connection. */
  readonly name: string
  readonly problems: readonly Problem[]
  readonly at: number
}

/** What is new: how much in all, and the first of it. */
export type News = { readonly total: number; readonly entries: readonly NewsEntry[] }

/** An order to be told of because its time to ship is near or past (S6). */
export type DeadlineNews = {
  readonly orderId: number
  readonly amazonOrderId: string
  readonly shipBy: number
  readonly late: boolean
  readonly gap: DeadlineGap
}

/** How many entries a mail shows; of the rest it says how many there are (N3). */
export const MOST_ENTRIES = 20

const command = ({ merchantId }: Sender, words: string): string => `./millrace ${words} --merchant ${merchantId}`
const path = ({ publicUrl }: Sender, way: string): string => `GET ${publicUrl ?? ''}/api/v1${way}`

/** The lines that say where to look and mend (E4). */
const look = (sender: Sender, words: string, way: string): string[] => [
  `See and mend: ${command(sender, words)}`,
  `For programs: ${path(sender, way)}`,
]

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** Held documents, refused rows and problems that are new, as one mail (N1, N3, E4). */
export const fileErrorsLetter = (sender: Sender, news: News): Letter => ({
  subject: `${sender.merchant}: Amazon Seller Central File Processing Errors, ${news.total} new`,
  lines: [
    `${plural(news.total, 'thing')} of ${sender.merchant} with Amazon Seller Central went wrong and ${news.total === 1 ? 'waits' : 'wait'}:`,
  ],
  entries: news.entries.map((entry) => entryLines(sender, entry)),
  more: news.total - news.entries.length,
  foot: look(sender, 'errors list', '/error-log'),
})

const HEADS: Readonly<Record<NewsEntry['from'], (entry: NewsEntry) => string>> = {
  document: ({ name }) => `Amazon order ${name} is held`,
  outbox: ({ name }) => `What goes up for Amazon order ${name} waits for a person`,
  problem: ({ name }) => (name === '' ? 'This deployment' : `Connection ${name}`),
}

function entryLines(sender: Sender, entry: NewsEntry): string[] {
  const { from, number, at, problems } = entry
  const mend = { document: `errors show ${number}`, outbox: 'outbox list', problem: 'status' }[from]
  return [
    `${HEADS[from](entry)}, since ${merchantTime(at, sender)}:`,
    ...problems.slice(0, 5).map((problem) => tell(problem).sentence),
    command(sender, mend),
  ]
}

/** Orders whose time to ship is near or past, as one mail (S6). */
export function deadlinesLetter(sender: Sender, orders: readonly DeadlineNews[]): Letter {
  const late = orders.filter((order) => order.late).length
  const parts = [
    ...(late > 0 ? [`${plural(late, 'order')} late`] : []),
    ...(orders.length > late ? [`${plural(orders.length - late, 'order')} to ship within a day`] : []),
  ]
  return {
    subject: `${sender.merchant}: Shipping deadlines, ${parts.join(', ')}`,
    lines: ['Amazon does not know these orders as shipped:'],
    entries: orders
      .slice(0, MOST_ENTRIES)
      .map(({ orderId, amazonOrderId, shipBy, late, gap }) => [
        `Order ${orderId} (Amazon ${amazonOrderId}) ${late ? 'was to ship' : 'must ship'} by ${merchantTime(shipBy, sender)}: ${tellGap(gap)}.`,
      ]),
    more: Math.max(0, orders.length - MOST_ENTRIES),
    foot: look(sender, 'deadlines', '/deadlines'),
  }
}

/** A connection whose authorization nears its end or is past it, or whose data nears its deletion (C4, C6). */
export type LapsingConnection = {
  readonly of: 'authorization' | 'deletion'
  readonly connection: string
  readonly lapsesAt: number
  readonly step: LadderStep
}

/** Authorizations that lapse, and what is wrong with them, as one mail (C4). */
export function authorizationLetter(sender: Sender, lapsing: readonly LapsingConnection[], news: News): Letter {
  const lapses = lapsing.filter(({ of }) => of === 'authorization')
  return {
    subject: `${sender.merchant}: ${subjectOf(lapsing)}`,
    lines: [
      lapses.length > 0
        ? 'Amazon lets an authorization last 365 days. Renewing it is an update: nothing is lost, and work goes on where it stopped.'
        : 'Amazon does not let us work for you as before:',
    ],
    entries: [
      ...lapsing.map((each) => lapseLines(sender, each)),
      ...news.entries.map((entry) => entryLines(sender, entry)),
    ],
    more: news.total - news.entries.length,
    foot: look(sender, 'status', '/connections'),
  }
}

function subjectOf(lapsing: readonly LapsingConnection[]): string {
  const [soonest] = lapsing.toSorted((a, b) => a.step.daysLeft - b.step.daysLeft)
  if (!soonest) return "Amazon's authorization needs you"
  return soonest.of === 'authorization'
    ? `Amazon's authorization ${tellDays(soonest.step.daysLeft)}`
    : `Amazon's data is deleted ${inDays(soonest.step.daysLeft)}`
}

function lapseLines(sender: Sender, { of, connection, lapsesAt, step }: LapsingConnection): string[] {
  const [region = '', ...seller] = connection.split('-')
  const day = merchantTime(lapsesAt, sender).split(' ')[0]
  const connecting = command(sender, `connect --region ${region} --seller ${seller.join('-')}`)
  if (of === 'authorization')
    return [`The authorization of ${connection} ${tellDays(step.daysLeft)} (${day}).`, connecting]
  return [
    `What Amazon gave for ${connection} is deleted ${inDays(step.daysLeft)} (${day}): buyer data, originals of orders, listings, reports. Order ids, items, amounts and dates stay. Connecting again ends this:`,
    connecting,
  ]
}

const inDays = (daysLeft: number): string =>
  daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`

function tellDays(daysLeft: number): string {
  if (daysLeft < 0) return `lapsed ${plural(-daysLeft, 'day')} ago`
  if (daysLeft === 0) return 'lapses today'
  return daysLeft === 1 ? 'lapses tomorrow' : `lapses in ${daysLeft} days`
}

/** Something that somebody must do and has not done: what, in a sentence without buyer data, and the command that shows or mends it. */
export type HealthFinding = { readonly says: string; readonly look: string }

/** How a merchant's work stands, counted, and what else was found (N3). */
export type Health = {
  readonly held: number
  readonly waitingForPeople: number
  readonly late: number
  readonly problems: News
  readonly failingWork: number
  readonly unsentMails: number
  readonly findings: readonly HealthFinding[]
}

/** The daily mail, or null while nothing is wrong: then none is sent (N3). */
export function healthLetter(sender: Sender, health: Health, now: number): Letter | null {
  const { held, waitingForPeople, late, problems, failingWork, unsentMails, findings } = health
  const counts: [number, string, string][] = [
    [held, 'orders are held by a problem', command(sender, 'errors list')],
    [waitingForPeople, 'entries that go up to Amazon wait for a person', command(sender, 'outbox list')],
    [late, 'orders are past their time to ship', command(sender, 'deadlines')],
    [
      failingWork,
      'kinds of work failed five times or more in a row and are tried again; the operator looks into the log',
      command(sender, 'status'),
    ],
    [unsentMails, 'mails could not be sent yet', command(sender, 'mail list')],
  ]
  const wrong = counts.filter(([n]) => n > 0)
  if (wrong.length === 0 && problems.total === 0 && findings.length === 0) return null
  const day = merchantTime(now, sender).split(' ')[0]
  return {
    subject: `${sender.merchant}: Health, what is wrong on ${day}`,
    lines: [
      `What is wrong with the work of ${sender.merchant} on ${day}. On days when nothing is wrong, no such mail is sent.`,
    ],
    entries: [
      ...wrong.map(([n, what, words]) => [`${what}: ${n}`, words]),
      ...findings.map(({ says, look }) => [says, command(sender, look)]),
      ...problems.entries.map((entry) => entryLines(sender, entry)),
    ],
    more: problems.total - problems.entries.length,
    foot: look(sender, 'status', '/problems'),
  }
}

/** The mail that proves that mails arrive. */
export const testLetter = (sender: Sender, now: number): Letter => ({
  subject: `${sender.merchant}: Test, mails arrive`,
  lines: [
    `This is a test of ${merchantTime(now, sender)} by somebody at ${sender.merchant}. Mails of Millrace arrive here.`,
    'Nothing is to be done.',
  ],
  entries: [],
  more: 0,
  foot: look(sender, 'notify list', '/notifications'),
})
