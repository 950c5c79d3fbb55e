type Facts = Readonly<Record<string, unknown>>
const said = (fact: unknown): string => (typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '')
const because = ({ why }: Facts): string => (said(why) === '' ? '' : ` (${said(why)})`)
const moved = ({ from, to }: Facts): string =>
  said(from) !== '' && said(to) !== '' && from !== to ? ` From ${said(from)} to ${said(to)}.` : ''

/** What happened to an order, a sentence for each kind (E3); facts hold no buyer. */
const SENTENCES: Readonly<Record<string, (facts: Facts) => string>> = {
  'order.placed': (facts) => `Came in as ${said(facts.stage)}${because(facts)}.`,
  'order.pending': () => 'Came in; Amazon has not confirmed its payment yet.',
  'order.updated': (facts) => `Amazon changed it${because(facts)}.${moved({ from: facts.from, to: facts.stage })}`,
  'order.filled-in': ({ given }) => `What was missing has come: ${said(given)}.`,
  'order.moved': (facts) =>
    `Moved from ${said(facts.from)} to ${said(facts.to)}${because({ why: facts.reason ?? facts.why })}.`,
  'order.reservation-released': ({ after_days: days }) =>
    `Its stock is free again: it was pending for ${said(days)} days.`,
  'package.entered': (facts) =>
    `Package ${said(facts.package)} left by ${said(facts.carrier)}${said(facts.tracking) === '' ? '' : `, ${said(facts.tracking)}`}.${moved(facts)}`,
  'package.corrected': ({ package: number }) => `Package ${said(number)} was corrected; Amazon is told again.`,
  'package.voided': (facts) => `Package ${said(facts.package)} was taken back.${moved(facts)}`,
  'cancellation.begun': (facts) => `Cancelled at Amazon${because(facts)}.`,
  'cancellation.decided': (facts) =>
    facts.decision === 'ship-anyway'
      ? `Decided to ship it although the buyer asked to cancel.${moved(facts)}`
      : `Decided to cancel it at Amazon${because(facts)}.`,
  'cancellation.sent': () => 'Amazon took the word to cancel it.',
  'cancellation.refused': () => 'Amazon did not take the word to cancel it.',
  'cancellation.unsure': () => 'Amazon took the word to cancel it a day ago and has not cancelled it.',
  'refund.entered': (facts) => `Money back to the buyer was entered${because(facts)}.`,
  'refund.paid': () => 'Amazon paid the refund.',
  'refund.refused': () => 'Amazon refused the refund.',
  'refund.unsure': () => 'It is unclear whether Amazon paid the refund.',
  'refund.decided': ({ decision }) =>
    decision === 'paid' ? 'A person found that the refund was paid.' : 'The refund is sent once more.',
  'mail.asked': ({ kind }) => `A mail to the buyer was written: ${said(kind)}.`,
  'mail.decided': ({ decision }) => `It was decided about a mail to the buyer: ${said(decision)}.`,
  'mail.refused': () => 'A mail to the buyer was refused.',
  'outbox.retried': () => 'Something that Amazon had not taken is sent again.',
  'outbox.removed': () => 'Something that was to go to Amazon was taken off.',
  'vendor.purged': ({ vendor }) => `${said(vendor)} was told to erase its buyer.`,
}

/** One line of an order's history as a sentence; a kind without one stands as it is. */
export const eventText = ({ kind, facts }: { readonly kind: string; readonly facts: Facts }): string =>
  (SENTENCES[kind]?.(facts) ?? kind).replace('..', '.')
