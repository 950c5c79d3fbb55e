import { expect, test } from 'vitest'
import type { OutgoingMail } from '#flows/deps.ts'
import {
  audit,
  BUYER,
  every,
  mails,
  makeWriter,
  QUESTION,
  RELAY,
  service,
  states,
  THEME,
  WHO,
} from '../make/buyer-mails.ts'
import { whereReadable } from '../make/database-dump.ts'
import { HOUR, MINUTE } from '../make/seller.ts'
import { enter, entry } from '../make/shipments.ts'

test('[O7][O8] a question goes to the relay address only, from the theme’s sender, with Amazon’s order id in the subject', async () => {
  const { seller, mail, id, ask, toBuyers } = await makeWriter()
  expect(await ask('question', QUESTION)).toMatchObject({ ok: true, value: { state: 'waiting', askedBy: WHO } })
  await mail.pass(MINUTE)
  const [sent, ...more] = toBuyers() as [OutgoingMail, ...OutgoingMail[]]
  expect(more).toEqual([])
  expect(sent).toMatchObject({
    to: RELAY,
    subject: `[Important] A question about your Amazon order ${id}`,
    sender: { name: service.name, address: THEME.sender, replyTo: service.email },
  })
  expect(sent.text).toContain(QUESTION)
  expect(await states(seller)).toEqual(['question sent'])
  const history = await seller.store((store) => store.findOrder(id))
  expect(history?.events.map(({ kind, who }) => `${kind} ${who}`)).toEqual(
    expect.arrayContaining([`mail.asked ${WHO}`, `mail.sent ${WHO}`]),
  )
})

test('[O8][U3] nothing of the buyer or the text is readable outside the vault, and what opened it stands in the audit once a batch', async () => {
  const { seller, mail, ask, id } = await makeWriter()
  const second = seller.control.placeOrder(BUYER)
  await mail.pass(11 * MINUTE, MINUTE)
  const before = (await audit(seller)).length
  await ask('question', QUESTION)
  await ask('question', QUESTION, second)
  await mail.pass(MINUTE)
  const pieces = [QUESTION, 'Quentina', RELAY, 'Xylophone']
  expect(await whereReadable(seller.database, pieces)).toEqual([])
  const rows = (await audit(seller)).slice(before)
  expect(rows.filter((row) => row.act === 'opened')).toMatchObject([
    { purpose: 'mail', counts: { buyers: 2, mail_texts: 2 } },
  ])
  expect(rows.filter((row) => row.act === 'mailed')).toHaveLength(2)
  const told = JSON.stringify([await mails(seller), rows, await seller.store((store) => store.findOrder(id))])
  for (const piece of pieces) expect([piece, told.includes(piece)]).toEqual([piece, false])
})

test('[O8] an invoice goes by itself within the hour after an order is completed, once; what was completed before gets none', async () => {
  const { seller, mail, id, ask, switchTo, toBuyers } = await makeWriter({ kinds: every })
  expect((await enter(seller, entry(id)))[0]).toMatchObject({ outcome: 'entered' })
  await mail.pass(2 * HOUR, 10 * MINUTE)
  await switchTo(true, { ...every, invoice: true })
  const later = seller.control.placeOrder(BUYER)
  await mail.pass(11 * MINUTE, MINUTE)
  expect(toBuyers()).toEqual([])
  await enter(seller, entry(later))
  await mail.pass(6 * HOUR, 20 * MINUTE)
  expect(toBuyers().map(({ to, subject }) => [to, subject])).toEqual([
    [RELAY, `Invoice for your Amazon order ${later}`],
  ])
  expect(toBuyers()[0]?.text).toContain('Sold to: Quentina Zebrafield, 77 Xylophone Crescent, 12207 Sampletonville')
  expect(await ask('invoice', '', later)).toMatchObject({ ok: false, problem: { code: 'buyer-mail-repeated' } })
  // By a person's word also for an order of before.
  expect(await ask('invoice', '')).toMatchObject({ ok: true })
  await mail.pass(MINUTE)
  expect(toBuyers()).toHaveLength(2)
})

test('[O8] nothing goes while it is off, the kind is off, there is no theme, or the buyer’s data is gone; each says why', async () => {
  const { seller, mail, ask, switchTo, toBuyers, id } = await makeWriter()
  await switchTo(false)
  expect(await ask('question', QUESTION)).toMatchObject({ problem: { code: 'buyer-mail-not-permitted' } })
  await switchTo(true, { ...every, question: false })
  expect(await ask('question', QUESTION)).toMatchObject({ problem: { code: 'buyer-mail-not-permitted' } })
  await switchTo(true)
  expect(await ask('question', 'See https://shop.example.com')).toMatchObject({ problem: { code: 'not-valid' } })
  // Switched off after it was asked for.
  expect(await ask('question', QUESTION)).toMatchObject({ ok: true })
  await switchTo(true, { ...every, question: false })
  const opened = (await audit(seller)).filter((row) => row.act === 'opened').length
  await mail.pass(MINUTE)
  expect(await states(seller)).toEqual(['question refused'])
  expect((await audit(seller)).filter((row) => row.act === 'opened')).toHaveLength(opened)
  await switchTo(true)
  await seller.deps.transaction(seller.merchant, { vault: 'purge' }, async (tx) => {
    const order = await tx.store.findOrder(id)
    await tx.vault.erase('buyers', [order?.orderId ?? 0])
  })
  expect(await ask('question', QUESTION)).toMatchObject({ problem: { code: 'buyer-mail-no-address' } })
  expect(toBuyers()).toEqual([])
})

test('[O7][O8] without a theme there is no sender: refused', async () => {
  const { ask } = await makeWriter({ theme: false })
  expect(await ask('question', QUESTION)).toMatchObject({ problem: { code: 'buyer-mail-no-theme' } })
})

test('[O8] an address that is not Amazon’s relay is never written to', async () => {
  const { seller, mail, ask, toBuyers } = await makeWriter()
  const id = seller.control.placeOrder({ ...BUYER, buyer: { ...BUYER.buyer, email: 'quentina@example.com' } })
  await mail.pass(11 * MINUTE, MINUTE)
  expect(await ask('question', QUESTION, id)).toMatchObject({ ok: true })
  await mail.pass(MINUTE)
  expect([await states(seller), toBuyers()]).toEqual([['question refused'], []])
  expect((await mails(seller))[0]?.problem?.facts.why).toBe('Mails go only to the relay address that Amazon gives.')
})

test('[O8] who confirmed Amazon’s policy stands in the audit, once for each time it is switched on', async () => {
  const { seller, switchTo } = await makeWriter()
  await switchTo(true, { ...every, question: false })
  const confirmed = async () => (await audit(seller)).filter((row) => row.act === 'buyer-mails-confirmed')
  expect(await confirmed()).toMatchObject([{ who: WHO }])
  await switchTo(false)
  seller.control.advance(MINUTE)
  await switchTo(true)
  expect(await confirmed()).toHaveLength(2)
})
