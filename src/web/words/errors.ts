import type { ErrorKind, ErrorPart } from '#core/error-log.ts'
import { countText } from '../format.ts'

const orders = ({ count, name }: Told, one: string, many: string) =>
  count === 1 ? `Order ${name} ${one}` : `${countText(count)} orders ${many}`

type Facts = Readonly<Record<string, unknown>>
type Told = { readonly count: number; readonly name: string; readonly facts: Facts }

/** What stands over problems of one cause, by code. */
const GROUP_TITLES: Readonly<Record<string, (told: Told) => string>> = {
  'unknown-sku': (told) => orders(told, `waits for SKU ${told.facts.sku}`, `wait for SKU ${told.facts.sku}`),
  'mapping-item-missing': (told) => orders(told, `waits for SKU ${told.facts.sku}`, `wait for SKU ${told.facts.sku}`),
  'ratio-splits-pack': (told) =>
    orders(told, `cannot be counted: SKU ${told.facts.sku}`, `cannot be counted: SKU ${told.facts.sku}`),
  'unmapped-level': (told) =>
    orders(
      told,
      `waits for your word on ${told.facts.level} shipping`,
      `wait for your word on ${told.facts.level} shipping`,
    ),
  'no-method-for-level': (told) =>
    orders(told, `has no method for ${told.facts.level} shipping`, `have no method for ${told.facts.level} shipping`),
  'no-method-rates': (told) =>
    orders(told, `fits no method of ${told.facts.level} shipping`, `fit no method of ${told.facts.level} shipping`),
  'no-destination': (told) => orders(told, 'has no address', 'have no address'),
  'cancellation-requested': (told) =>
    orders(told, 'is to be cancelled, says the buyer', 'are to be cancelled, say their buyers'),
}

const NAMED: Readonly<Record<ErrorKind, (told: Told) => string>> = {
  'inbound-order': (told) => orders(told, 'is held', 'are held for the same reason'),
  confirmation: ({ count, name }) =>
    count === 1 ? `Package of order ${name}` : `${countText(count)} packages, for the same reason`,
  cancellation: ({ count, name }) =>
    count === 1 ? `Cancelling order ${name}` : `${countText(count)} cancellations, for the same reason`,
  refund: ({ count, name }) =>
    count === 1 ? `Refund for order ${name}` : `${countText(count)} refunds, for the same reason`,
  stock: ({ count, name }) =>
    count === 1 ? `Stock of SKU ${name}` : `Stock of ${countText(count)} SKUs, for the same reason`,
  price: ({ count, name }) =>
    count === 1 ? `Price of SKU ${name}` : `Prices of ${countText(count)} SKUs, for the same reason`,
  connection: ({ name }) => (name === '' ? 'This merchant' : `Connection ${name}`),
}

const MENDED_WORDS: Readonly<Record<string, string>> = {
  'cancellation-requested': 'the buyer had asked to cancel it',
  'no-destination': 'had no address',
}

/** The words of the Error Log. */
export const errorWords = {
  title: 'Error Log',
  about: 'What could not go on by itself, and the button that mends it. What you mend is tried again at once.',
  views: {
    label: 'Which part',
    people: (count: number) => (count === 0 ? 'Waits for you' : `Waits for you · ${countText(count)}`),
    itself: 'Tried again by itself',
  },
  kinds: {
    all: 'All',
    'inbound-order': 'Orders held',
    confirmation: 'Shipment confirmations',
    cancellation: 'Cancellations',
    refund: 'Refunds',
    stock: 'Stock refused',
    price: 'Prices refused',
    connection: 'Connection',
    'going-up': 'Shipments, cancellations, refunds',
  } satisfies Readonly<Record<ErrorPart | 'all', string>>,
  filter: {
    kinds: 'Kind',
    text: 'Amazon order id or SKU',
    connection: 'Connection',
    anyConnection: 'Every connection',
    narrowed: 'Only one cause is shown.',
    clear: 'Show everything',
  },
  none: 'All is well',
  noneWhy:
    'Nothing waits for you. An order that cannot be imported, or something that Amazon refuses, shows here with the button that mends it.',
  noneOf: 'Nothing of this kind waits for you',
  noneOfWhy: {
    connection: 'Every connection to Amazon works.',
    others: 'What cannot go on by itself, or what Amazon refuses, shows here with the button that mends it.',
  },
  noneFound: 'Nothing fits',
  noneFoundWhy:
    'What you look for is not among what waits. It may be mended already: look for the order by its Amazon order id.',
  mendedLast: 'Mended last',
  wasAbout: (code: string, facts: Facts) =>
    typeof facts.sku === 'string'
      ? `waited for SKU ${facts.sku}`
      : typeof facts.level === 'string'
        ? `waited for ${facts.level} shipping`
        : (MENDED_WORDS[code] ?? 'was held'),
  titleOf: (kind: ErrorKind, code: string, told: Told): string => (GROUP_TITLES[code] ?? NAMED[kind])(told),
  example: (name: string) => `For example ${name}: `,
  mendedBy: {
    merchant: 'You mend this',
    operator: 'The operator mends this',
    amazon: 'Amazon mends this',
    nobody: 'This ends by itself',
  },
  since: (time: string) => `since ${time}`,
  retryHelps: 'Trying again may help',
  retryDoesNot: 'Trying again alone does not help',
  gone: 'Mended',
  show: (count: number) => (count === 1 ? 'Show it' : `Show all ${countText(count)}`),
  hide: 'Hide',
  mend: {
    'map-sku': 'Map this SKU',
    'choose-method': 'Choose a method',
    'set-level': 'Choose what it becomes',
    authorize: 'Open the connection',
    'edit-item': 'Open the item',
    'set-carrier': 'Open the carriers',
    'decide-cancellation': 'Open the order',
    'close-cancelled': 'Open the order',
  },
  needs: {
    'items:write': 'Mapping a SKU needs the permission Edit Items. Ask somebody who has it.',
    'settings:write': 'This needs the permission Edit Settings. Ask somebody who has it.',
    'orders:write': 'Reprocessing and ignoring need the permission Edit Orders. Ask somebody who has it.',
    'settings:read': 'Connections are looked after by people with the permission Edit Settings.',
    'items:read': 'Items are looked after by people with the permission Edit Items.',
  },
  documents: {
    label: 'Orders of this cause',
    columns: { chosen: 'Chosen', order: 'Amazon order', since: 'Waits since', quantity: 'Ordered', more: 'And also' },
    choose: (name: string) => `Choose order ${name}`,
    all: 'Choose all',
    reprocess: (count: number) => (count === 0 ? 'Reprocess all' : `Reprocess ${countText(count)}`),
    ignore: (count: number) => (count === 0 ? 'Ignore all' : `Ignore ${countText(count)}`),
    reprocessOne: 'Reprocess',
    download: 'Download',
    downloadWhy: 'The order as Amazon sent it, its buyer hidden',
    others: (count: number) => (count === 1 ? '1 other problem' : `${countText(count)} other problems`),
    ignoreTitle: (count: number) => (count === 1 ? 'Ignore this order?' : `Ignore ${countText(count)} orders?`),
    ignoreWhy:
      'It is never imported, and you ship or cancel it in Seller Central. Its id goes on the list of ignored orders in the settings; taking it off there brings it back.',
    ignoreDoes: 'Never import',
  },
  run: {
    label: 'Log of the run',
    going: (done: number, all: number) => `${countText(done)} of ${countText(all)}`,
    stop: 'Stop',
    watching: 'Millrace tries them by itself now. You may leave this page; nothing stops by it.',
    ends: { placed: 'Placed', pending: 'Placed, pending at Amazon', held: 'Still held', skipped: 'Not imported' },
    done: (placed: number, held: number, other: number) =>
      [
        placed > 0 && (placed === 1 ? '1 order placed' : `${countText(placed)} orders placed`),
        held > 0 && (held === 1 ? '1 still held' : `${countText(held)} still held`),
        other > 0 && (other === 1 ? '1 not imported' : `${countText(other)} not imported`),
      ]
        .filter(Boolean)
        .join(', ') || 'Nothing was left to do',
    open: 'Open the order',
  },
  outbox: {
    label: 'What Amazon did not take',
    columns: { order: 'Order', what: 'What', since: 'Since', tries: 'Tries', act: 'Do' },
    what: {
      confirmation: (number: number) => `Package ${number}`,
      cancellation: () => 'Cancellation',
      refund: (number: number) => `Refund ${number}`,
    },
    retry: 'Try now',
    retryAll: (count: number) => (count === 1 ? 'Try now' : `Try all ${countText(count)} now`),
    give: 'Give up',
    giveTitle: 'Give this up?',
    giveWhy: {
      confirmation:
        'Amazon is not told of this package by Millrace. Confirm it in Seller Central, or the order counts as late.',
      cancellation: 'Amazon is not told of this cancellation by Millrace. Cancel it in Seller Central if it must be.',
      refund: 'This refund is not sent by Millrace. Refund it in Seller Central if it must be.',
    },
    tried: (count: number) => (count === 1 ? '1 is tried again now.' : `${countText(count)} are tried again now.`),
    failed: (count: number, why: string) => `${countText(count)} could not be tried again: ${why}`,
  },
  skus: {
    label: 'SKUs of this cause',
    columns: { sku: 'SKU', item: 'Item', why: 'Why', since: 'Since' },
    noItem: 'No item is linked',
  },
  queue: {
    label: 'Retry queue',
    about: 'This is tried again by itself; nothing is dropped, however often it fails.',
    columns: { what: 'What', why: 'What happened last', next: 'Next try', tries: 'Tries', since: 'Since', act: 'Do' },
    none: 'Nothing is waiting to be tried again',
    noneWhy: 'When Amazon does not answer or wants more time, what was under way waits here for its next try.',
    feed: (name: string, count: number) => `Batch of ${countText(count)} (${name}) at Amazon`,
    stock: (count: number) => (count === 1 ? 'Stock of 1 SKU' : `Stock of ${countText(count)} SKUs`),
    price: (count: number) => (count === 1 ? 'Price of 1 SKU' : `Prices of ${countText(count)} SKUs`),
    order: (name: string) => `Order ${name}`,
    soon: 'now',
    first: 'Its first try',
    asked: 'It is asked for at Amazon again.',
  },
  focus: {
    label: 'The problem that you came for',
    held: (name: string) => `Amazon order ${name} is held`,
    waits: (name: string) => `Amazon order ${name} waits for a person`,
    over: (name: string) => `Amazon order ${name} waits for nothing any more`,
    overWhy: {
      placed: 'It is placed.',
      pending: 'It is placed, and pending at Amazon.',
      skipped: 'It is not imported.',
    },
    others: 'Show everything that waits',
  },
} as const
