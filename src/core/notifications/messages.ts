import { merchantTime } from '../orders/merchant-time.ts'
import { type Problem, tell } from '../problems.ts'
import { type DeadlineGap, tellGap } from '../shipments/deadlines.ts'
import type { LadderStep } from './authorization-ladder.ts'
import type { Letter, Line } from './write-mail.ts'

/** Whom a mail is about, how dates are written there, and where the console and the API are reached, if that is known. */
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

/** Where a person mends it: a page of the console, where that is reached, else a command (E4). */
const mend = (sender: Sender, at: { readonly page: string; readonly words: string }): Line =>
  sender.publicUrl === null
    ? command(sender, at.words)
    : { href: `${sender.publicUrl}${at.page}`, says: 'See and mend it' }

/** The lines that say where to look and mend (E4). */
const look = (sender: Sender, at: { readonly page: string; readonly words: string; readonly way: string }): Line[] => [
  ...(sender.publicUrl === null
    ? [`See and mend: ${command(sender, at.words)}`]
    : [{ href: `${sender.publicUrl}${at.page}`, says: 'See everything' }, `By command: ${command(sender, at.words)}`]),
  `For programs: ${path(sender, at.way)}`,
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
  foot: look(sender, { page: '/errors', words: 'errors list', way: '/error-log' }),
})

const HEADS: Readonly<Record<NewsEntry['from'], (entry: NewsEntry) => string>> = {
  document: ({ name }) => `Amazon order ${name} is held`,
  outbox: ({ name }) => `What goes up for Amazon order ${name} waits for a person`,
  problem: ({ name }) => (name === '' ? 'This deployment' : `Connection ${name}`),
}

function entryLines(sender: Sender, entry: NewsEntry): Line[] {
  const { from, number, name, at, problems } = entry
  const places = {
    document: { page: `/errors?document=${number}`, words: `errors show ${number}` },
    outbox: { page: `/errors?text=${encodeURIComponent(name)}`, words: 'outbox list' },
    problem: { page: '/errors?kind=connection', words: 'status' },
  }
  return [
    `${HEADS[from](entry)}, since ${merchantTime(at, sender)}:`,
    ...problems.slice(0, 5).map((problem) => tell(problem).sentence),
    mend(sender, places[from]),
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
    foot: look(sender, { page: '/shipping', words: 'deadlines', way: '/deadlines' }),
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
    foot: look(sender, { page: '/amazon#credentials', words: 'status', way: '/connections' }),
  }
}

function subjectOf(lapsing: readonly LapsingConnection[]): string {
  const [soonest] = lapsing.toSorted((a, b) => a.step.daysLeft - b.step.daysLeft)
  if (!soonest) return "Amazon's authorization needs you"
  return soonest.of === 'authorization'
    ? `Amazon's authorization ${tellDays(soonest.step.daysLeft)}`
    : `Amazon's data is deleted ${inDays(soonest.step.daysLeft)}`
}

function lapseLines(sender: Sender, { of, connection, lapsesAt, step }: LapsingConnection): Line[] {
  const [region = '', ...seller] = connection.split('-')
  const day = merchantTime(lapsesAt, sender).split(' ')[0]
  const words = `connect --region ${region} --seller ${seller.join('-')}`
  const connecting = mend(sender, { page: '/amazon#credentials', words })
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
  const counts: [number, string, Line][] = [
    [held, 'orders are held by a problem', mend(sender, { page: '/errors?kind=inbound-order', words: 'errors list' })],
    [
      waitingForPeople,
      'entries that go up to Amazon wait for a person',
      mend(sender, { page: '/errors', words: 'outbox list' }),
    ],
    [late, 'orders are past their time to ship', mend(sender, { page: '/shipping', words: 'deadlines' })],
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
    foot: look(sender, { page: '/errors', words: 'status', way: '/problems' }),
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
  foot: look(sender, { page: '/me', words: 'notify list', way: '/notifications' }),
})
