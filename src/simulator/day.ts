import { alterOrder } from './alter-order.ts'
import type { DayKind, DayOptions, DayReport, DrawnOrder, TimedEnd } from './day-report.ts'
import { placeOrder, Refusal } from './place-order.ts'
import { type Random, randomFrom } from './random.ts'
import type { World } from './state.ts'
import { ASKING_STORIES } from './stories-asking.ts'
import { CHANGING_STORIES } from './stories-changing.ts'
import { EXCEPTION_STORIES } from './stories-exceptions.ts'
import { SHIPPING_STORIES } from './stories-shipping.ts'
import type { Story } from './story.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const FAST_DAY_ORDERS = 60
/** Shorter than the two minutes for which searchOrders keeps back what is new: no search lists the order before its change. */
const AT_ONCE = 20 * SECOND
const ALL_STORIES = [...SHIPPING_STORIES, ...EXCEPTION_STORIES, ...CHANGING_STORIES]
const ORDINARY_STORIES = SHIPPING_STORIES.filter((s) => s.end.end === 'placed')
/** What a live demo shows at start: one of each end, and no order whose end hangs on having been seen before. */
const LIVE_HISTORY = [
  'single mug',
  'two lines',
  'pack of three',
  'kit',
  'lamp to a PO box',
  'two-day',
  'one-day to Hawaii',
  'unknown SKU',
  'same-day',
  'gift with message',
  'business with PO number',
  'ignored line among others',
  'pending that becomes payable',
  'cancelled before seen',
  'shipped before import',
  'cancelled after placing',
  'fulfilled by Amazon',
]

type Script = {
  readonly world: World
  readonly random: Random
  readonly stories: readonly Story[]
  readonly orders: DrawnOrder[]
}

/** Starts the scripted day at the simulated now, for the sample merchant. */
export function startDay(world: World, kind: DayKind, options: DayOptions = {}): DayReport {
  const stories = options.cancelRequests ? [...ALL_STORIES, ...ASKING_STORIES] : ALL_STORIES
  const script: Script = { world, random: randomFrom(`${world.seed}/day/${kind}`), stories, orders: [] }
  const start = world.clock.now()
  const describe = () => report(script, kind, start)
  world.day = { describe }
  if (kind === 'fast') planFastDay(script, start)
  else planLive(script, start)
  return describe()
}

/** Every archetype once and ordinary orders besides: placed within 18 hours, changed by the 23rd. */
function planFastDay(script: Script, start: number): void {
  const { random } = script
  const more = FAST_DAY_ORDERS - script.stories.length
  const stories = [...script.stories, ...Array.from({ length: more }, () => random.pick(ORDINARY_STORIES))]
  for (const story of shuffled(stories, random)) {
    const at = start + random.whole(5 * MINUTE, 18 * HOUR)
    planStory(script, story, { at, changeAt: at + random.whole(3 * HOUR, 5 * HOUR), start })
  }
}

/** The last three hours' orders at once, then one every few minutes, for ever. */
function planLive(script: Script, start: number): void {
  const { world, random } = script
  const history = ALL_STORIES.filter((s) => LIVE_HISTORY.includes(s.archetype))
  world.clock.set(start - 3 * HOUR)
  for (const story of shuffled(history, random)) {
    const at = start - random.whole(5 * MINUTE, 3 * HOUR - MINUTE)
    planStory(script, story, { at, changeAt: start + random.whole(10 * MINUTE, 30 * MINUTE), start })
  }
  world.clock.set(start)
  planNextArrival(script, start, [])
}

function planNextArrival(script: Script, start: number, deck: Story[]): void {
  const { world, random } = script
  const at = world.clock.now() + random.whole(2 * MINUTE, 5 * MINUTE)
  const left = deck.length > 0 ? deck : shuffled([...script.stories, ...ORDINARY_STORIES], random)
  const story = left.pop() as Story
  const again = story.once && script.orders.some((o) => o.archetype === story.archetype)
  const run = () => {
    if (!again) planStory(script, story, { at, changeAt: at + random.whole(15 * MINUTE, 40 * MINUTE), start })
    planNextArrival(script, start, left)
  }
  world.clock.plan({ at, run })
}

/** Puts the placing of one order and its change on the agenda, and its ends on record. */
function planStory(script: Script, story: Story, times: { at: number; changeAt: number; start: number }): void {
  const { world, random } = script
  const { change } = story
  const orderId = story.draft.orderId ?? `${random.whole(111, 114)}-${random.digits(7)}-${random.digits(7)}`
  const placedAt = story.daysOld ? times.start - story.daysOld * 24 * HOUR : times.at
  const changeAt = change?.wait === 'at-once' ? placedAt + AT_ONCE : times.changeAt
  const drawn: DrawnOrder = {
    archetype: story.archetype,
    orderId,
    placedAt: iso(placedAt),
    ends: [{ ...story.end, from: iso(placedAt) }, ...(change ? [{ ...change.end, from: iso(changeAt) }] : [])],
  }
  script.orders.push(drawn)
  const place = () => {
    placeOrder(world, { ...story.draft, orderId, createdAt: placedAt, ...(story.daysOld ? { lagMs: 0 } : {}) })
    const total = world.orders.byId.get(orderId)?.current.document.proceeds?.grandTotal
    const marketplaceTotal = `${total?.amount} ${total?.currencyCode}`
    drawn.ends = drawn.ends.map((end) => (end.end === 'placed' ? { marketplaceTotal, ...end } : end))
  }
  if (story.daysOld) unlessRefused(place)
  else world.clock.plan({ at: placedAt, run: () => unlessRefused(place) })
  if (!change) return
  world.clock.plan({ at: changeAt, run: () => unlessRefused(() => alterOrder(world, orderId, change.alteration)) })
}

/** The script gives way to the side door: what someone has shipped by hand meanwhile cannot be cancelled by the script. */
function unlessRefused(act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function report(script: Script, kind: DayKind, start: number): DayReport {
  const now = script.world.clock.now()
  const next = script.world.clock.nextEventAt()
  const orders = script.orders
    .map((order) => ({
      ...order,
      end: order.ends.filter((e) => Date.parse(e.from) <= now).at(-1) ?? null,
      finalEnd: order.ends.at(-1) as TimedEnd,
    }))
    .sort((a, b) => a.placedAt.localeCompare(b.placedAt))
  return {
    kind,
    start: iso(start),
    closes: kind === 'fast' ? iso(start + 23.5 * HOUR) : null,
    nextEventAt: next === undefined ? null : iso(next),
    orders,
  }
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const cards = [...list]
  for (let i = cards.length - 1; i > 0; i--) {
    const j = random.whole(0, i)
    ;[cards[i], cards[j]] = [cards[j] as T, cards[i] as T]
  }
  return cards
}

const iso = (ms: number) => new Date(ms).toISOString()
