import { expect, test } from 'vitest'
import { problem, tell } from '#core/problems.ts'
import { decideBuyerMail } from '#flows/decide-buyer-mail.ts'
import { mailBuyers } from '#flows/mail-buyers.ts'
import { purgeBuyers } from '#flows/purge-buyers.ts'
import { BUYER, mails, makeWriter, QUESTION, RELAY, states, WHO } from '../make/buyer-mails.ts'
import { whereReadable } from '../make/database-dump.ts'
import { DAY, HOUR, MINUTE } from '../make/seller.ts'
import { problemsOf } from '../make/seller-views.ts'
import { enter, entry } from '../make/shipments.ts'

test('[O8] a crash while the mail server has a mail leaves it unclear; it never goes again by itself, and a person decides', async () => {
  const { seller, mail, ask, toBuyers } = await makeWriter()
  await ask('question', QUESTION)
  const tries: string[] = []
  mail.state.answer = async ({ name, sender }) => {
    if (sender) {
      tries.push(name)
      throw new Error('The program dies here.')
    }
    return { ok: true, value: 'sent' }
  }
  await mail.pass(MINUTE)
  expect(await states(seller)).toEqual(['question sending'])
  await mail.pass(DAY, 6 * HOUR)
  expect([await states(seller), tries.length]).toEqual([['question unclear'], 1])
  const [unclear] = await mails(seller)
  expect(await problemsOf(seller)).toContain(`buyer-mail-unclear mail ${unclear?.mailId}`)
  mail.state.answer = async () => ({ ok: true, value: 'sent' })
  const decide = (decision: 'was-sent' | 'send' | 'remove') =>
    decideBuyerMail(mail.deps, seller.merchant, { mailId: unclear?.mailId ?? 0, decision, who: WHO })
  expect(await decide('send')).toMatchObject({ ok: true, value: { state: 'waiting' } })
  await mail.pass(MINUTE)
  expect(toBuyers().map(({ name }) => name)).toEqual(tries)
  expect(await decide('send')).toMatchObject({ problem: { code: 'buyer-mail-decided' } })
  expect((await problemsOf(seller)).filter((each) => each.startsWith('buyer-mail'))).toEqual([])
})

test('[O8] a lost answer is unclear, a refusal that may pass is tried again, one for good is shown; none tells the address', async () => {
  const { seller, mail, ask, toBuyers } = await makeWriter()
  const answers = [
    problem('mail-refused', { address: RELAY, why: `451 later <${RELAY}>`, reply: 451 }),
    problem('mail-server-away', { why: `ETIMEDOUT ${RELAY}` }),
    problem('mail-refused', { address: RELAY, why: `550 no <${RELAY}>`, reply: 550 }),
    problem('mail-answer-lost', { why: `ETIMEDOUT ${RELAY}` }),
  ]
  const tries: number[] = []
  mail.state.answer = async ({ sender }) => {
    const next = sender && answers.shift()
    if (sender) tries.push(seller.deps.now())
    return next ? { ok: false, problem: next } : { ok: true, value: 'sent' }
  }
  await ask('question', QUESTION)
  await mail.pass(30 * MINUTE, MINUTE)
  expect(tries.slice(1).map((at, n) => at - (tries[n] ?? 0))).toEqual([MINUTE, 5 * MINUTE])
  const [refused] = await mails(seller)
  expect(refused).toMatchObject({ state: 'refused', problem: { code: 'buyer-mail-refused', facts: { reply: 550 } } })
  if (refused?.problem) expect(tell(refused.problem).sentence).toContain('its answer is 550')
  await decideBuyerMail(mail.deps, seller.merchant, { mailId: refused?.mailId ?? 0, decision: 'send', who: WHO })
  await mail.pass(DAY, 6 * HOUR)
  expect(await states(seller)).toEqual(['question unclear'])
  expect([tries.length, toBuyers()]).toEqual([4, []])
  expect(await whereReadable(seller.database, [RELAY, 'zq77buyer'])).toEqual([])
})

test('[O8] one mail at which the server always goes away keeps no later one waiting', async () => {
  const { seller, mail, ask } = await makeWriter()
  await ask('question', QUESTION)
  const [first] = await mails(seller)
  mail.state.answer = async ({ name, sender }) =>
    sender && name.includes(`.b${first?.mailId}.`)
      ? { ok: false, problem: problem('mail-server-away', { why: '421 4.7.0 try again later' }) }
      : { ok: true, value: 'sent' }
  await ask('delivery-appointment', 'Is Monday good?')
  await mail.pass(DAY, HOUR)
  expect((await states(seller)).sort()).toEqual(['delivery-appointment sent', 'question waiting'])
})

test('[O8] without a mail server in real mode a mail waits and says so', async () => {
  const { seller, mail, ask } = await makeWriter()
  mail.state.answer = async () => ({ ok: false, problem: problem('mail-server-missing') })
  await ask('question', QUESTION)
  await mail.pass(HOUR, 10 * MINUTE)
  expect(await states(seller)).toEqual(['question waiting'])
  expect(await problemsOf(seller)).toContain('buyer-mail-no-server')
  mail.state.answer = async () => ({ ok: true, value: 'sent' })
  await mail.pass(DAY, 6 * HOUR)
  expect(await states(seller)).toEqual(['question sent'])
  expect(await problemsOf(seller)).not.toContain('buyer-mail-no-server')
})

test('[O8][U4] what was written goes with the buyer’s data, and a mail that still waits then is refused', async () => {
  const { seller, mail, ask, id } = await makeWriter()
  await ask('question', QUESTION)
  const texts = async () => (await seller.database.ownerPool().query('select 1 from vault.mail_texts')).rowCount
  mail.state.answer = async () => ({ ok: false, problem: problem('mail-server-away', { why: 'ETIMEDOUT' }) })
  await mail.pass(10 * MINUTE, MINUTE)
  expect(await texts()).toBe(1)
  await enter(seller, entry(id))
  seller.control.advance(30 * DAY)
  await purgeBuyers(seller.deps, seller.merchant)
  expect(await texts()).toBe(0)
  mail.state.answer = async () => ({ ok: true, value: 'sent' })
  await mail.pass(2 * DAY, 12 * HOUR)
  expect(await states(seller)).toEqual(['question refused'])
  expect((await mails(seller))[0]?.problem?.code).toBe('buyer-mail-no-address')
})

test('[O8] five mails to a buyer of one order are the most, and none of a kind while another is not over', async () => {
  const { mail, ask } = await makeWriter()
  expect(await ask('question', QUESTION)).toMatchObject({ ok: true })
  expect(await ask('question', QUESTION)).toMatchObject({ problem: { code: 'buyer-mail-repeated' } })
  for (let n = 1; n < 5; n++) {
    await mail.pass(MINUTE)
    expect(await ask('question', `${QUESTION} ${n}`)).toMatchObject({ ok: true })
  }
  await mail.pass(MINUTE)
  expect(await ask('delivery-appointment', 'Is Monday good?')).toMatchObject({
    problem: { code: 'buyer-mail-repeated' },
  })
})

test('[O8] broken before or after any commit of a run, or around the mail server, a buyer is written to at most once', async () => {
  const { seller, mail, ask } = await makeWriter()
  const breaks = [1, 2, 3, 4, 5, 6].flatMap((n) => [`before ${n}`, `after ${n}`])
  const orders = [...breaks, 'before the server', 'after the server'].map((at) => ({
    at,
    id: seller.control.placeOrder(BUYER),
  }))
  await mail.pass(11 * MINUTE, MINUTE)
  let delivered = 0
  let at = ''
  const die = (place: string) => {
    if (place === at) throw new Error('The program dies here.')
  }
  mail.state.answer = async ({ sender }) => {
    if (sender) die('before the server')
    if (sender) delivered++
    if (sender) die('after the server')
    return { ok: true, value: 'sent' }
  }
  const ends: Record<string, string> = {}
  for (const order of orders) {
    expect(await ask('question', QUESTION, order.id)).toMatchObject({ ok: true })
    delivered = 0
    at = order.at
    let commits = 0
    const transaction = async (...asked: Parameters<typeof mail.deps.transaction>) => {
      const n = ++commits
      die(`before ${n}`)
      const result = await mail.deps.transaction(...asked)
      die(`after ${n}`)
      return result
    }
    const broken = { ...mail.deps, transaction: transaction as typeof mail.deps.transaction }
    await expect(mailBuyers(broken, seller.merchant)).rejects.toThrow('The program dies here.')
    at = ''
    seller.control.advance(20 * MINUTE)
    await mailBuyers(mail.deps, seller.merchant)
    const state = (await mails(seller)).find(({ amazonOrderId }) => amazonOrderId === order.id)?.state
    ends[order.at] = `${state} ${delivered}`
  }
  const unclear = ['after 3', 'before 4', 'before the server', 'after the server']
  for (const [place, end] of Object.entries(ends)) {
    const expected = unclear.includes(place) ? /^unclear [01]$/ : /^sent 1$/
    expect([place, end]).toEqual([place, expect.stringMatching(expected)])
  }
})
