import { expect, onTestFinished, test } from 'vitest'
import { problem } from '#core/problems.ts'
import { removeWaitingMail, saveNotifiedPeople, sendTestMail } from '#flows/configure-notifications.ts'
import { sendBySmtp } from '#main/mailer.ts'
import { catchMails } from '../make/mail-catcher.ts'
import { mailing } from '../make/mailing.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { problemsOf, type Seller } from '../make/seller-views.ts'

const UNKNOWN = { lines: [{ sku: 'NOBODY-KNOWS' }] }
const OFFICE = { address: 'office@example.com', topics: ['file-errors'] } as const
const DOCK = { address: 'dock@example.com', topics: ['file-errors'] } as const

const mailsOf = (seller: Seller) => seller.store((store) => store.listMails({ after: null, limit: 50 }))

/** A seller with a held order of which somebody is to be told, and nothing sent yet. */
async function withNews(people = [OFFICE] as Parameters<typeof saveNotifiedPeople>[2]) {
  const seller = await makeSeller()
  const mail = mailing(seller)
  await saveNotifiedPeople(mail.deps, seller.merchant, people)
  seller.control.placeOrders(UNKNOWN, 1)
  return { seller, mail }
}

test('[N1] a crash before the server took a mail sends it later, once; a crash after it sends it twice under one name', async () => {
  const { seller, mail } = await withNews()
  const names: string[] = []
  let crash: 'before' | 'after' | null = 'before'
  mail.state.answer = async ({ name }) => {
    const now = crash
    crash = null
    if (now !== 'before') names.push(name)
    if (now !== null) throw new Error('The program dies here.')
    return { ok: true, value: 'sent' }
  }
  await mail.pass(20 * MINUTE, MINUTE)
  expect(names).toHaveLength(1)
  expect((await mailsOf(seller)).map(({ state, attempts }) => [state, attempts])).toEqual([['sent', 2]])
  crash = 'after'
  seller.control.placeOrders(UNKNOWN, 1)
  await mail.pass(2 * HOUR, MINUTE * 10)
  expect(names).toHaveLength(3)
  expect(names[1]).toBe(names[2])
  expect(names[1]).not.toBe(names[0])
})

test('[N1][E6] a refused mail is shown with its reason, tried again after growing pauses, and the problem ends when it is taken', async () => {
  const { seller, mail } = await withNews([OFFICE, DOCK])
  const tries: number[] = []
  mail.state.answer = async ({ to }) => {
    if (to !== OFFICE.address) return { ok: true, value: 'sent' }
    tries.push(seller.deps.now())
    return { ok: false, problem: problem('mail-refused', { address: to, why: '550 no such user' }) }
  }
  await mail.pass(30 * MINUTE, MINUTE)
  await mail.pass(20 * HOUR, HOUR)
  expect(mail.told()).toHaveLength(1)
  expect(tries.length).toBeGreaterThan(4)
  const pauses = tries.slice(1).map((at, n) => at - (tries[n] ?? 0))
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  expect(pauses.slice(0, 3)).toEqual([MINUTE, 5 * MINUTE, 15 * MINUTE])
  expect(await problemsOf(seller)).toContain(`mail-refused ${OFFICE.address}`)
  const [waiting] = await seller.store((store) => store.listMails({ state: 'waiting', after: null, limit: 5 }))
  expect(waiting?.problem?.facts.why).toBe('550 no such user')
  mail.state.answer = async () => ({ ok: true, value: 'sent' })
  await mail.pass(24 * HOUR, HOUR)
  expect(mail.told()).toHaveLength(2)
  expect(await problemsOf(seller)).not.toContain(`mail-refused ${OFFICE.address}`)
})

test('[N1] while the server is away one mail is tried and the others wait; then all are sent, each once', async () => {
  const { seller, mail } = await withNews([OFFICE, DOCK, { ...OFFICE, address: 'third@example.com' }])
  let tries = 0
  mail.state.answer = async () => {
    tries++
    return { ok: false, problem: problem('mail-server-away', { why: 'ETIMEDOUT' }) }
  }
  await mail.pass(10 * MINUTE, 30_000)
  expect(tries).toBeGreaterThan(0)
  expect(tries).toBeLessThan(8)
  expect(await problemsOf(seller)).toContain('mail-server-away')
  mail.state.answer = async () => ({ ok: true, value: 'sent' })
  await mail.pass(HOUR, 10 * MINUTE)
  expect(
    mail
      .told()
      .map((each) => each.split(' ')[0])
      .sort(),
  ).toEqual([DOCK.address, OFFICE.address, 'third@example.com'])
  expect(await problemsOf(seller)).not.toContain('mail-server-away')
})

test('[N1] one mail at which the server always goes away keeps nobody else’s waiting', async () => {
  const { mail } = await withNews([OFFICE, DOCK])
  mail.state.answer = async ({ to }) =>
    to === DOCK.address
      ? { ok: false, problem: problem('mail-server-away', { why: '421 4.7.0 try again later' }) }
      : { ok: true, value: 'sent' }
  await mail.pass(2 * HOUR, MINUTE)
  expect(mail.told().map((each) => each.split(' ')[0])).toEqual([OFFICE.address])
})

test('[N1] what waits for somebody who is told no more is taken off, and so is what a person takes off', async () => {
  const { seller, mail } = await withNews([OFFICE, DOCK])
  mail.state.answer = async ({ to }) => ({
    ok: false,
    problem: problem('mail-refused', { address: to, why: '550 no' }),
  })
  await mail.pass(15 * MINUTE, MINUTE)
  await saveNotifiedPeople(mail.deps, seller.merchant, [DOCK])
  expect(await problemsOf(seller)).not.toContain(`mail-refused ${OFFICE.address}`)
  const [waiting] = await seller.store((store) => store.listMails({ state: 'waiting', after: null, limit: 5 }))
  expect(waiting?.address).toBe(DOCK.address)
  expect((await removeWaitingMail(mail.deps, seller.merchant, waiting?.mailId ?? 0)).ok).toBe(true)
  expect((await removeWaitingMail(mail.deps, seller.merchant, waiting?.mailId ?? 0)).ok).toBe(false)
  mail.state.answer = async () => ({ ok: true, value: 'sent' })
  await mail.pass(3 * HOUR, HOUR)
  expect(mail.told()).toEqual([])
})

test('[N1] a test is sent now and tried once; it says how it came out', async () => {
  const { seller, mail } = await withNews()
  const good = await sendTestMail(mail.deps, seller.merchant, 'office@example.com')
  expect(good).toMatchObject({ value: { state: 'sent', topic: 'test' } })
  mail.state.answer = async ({ to }) => ({
    ok: false,
    problem: problem('mail-refused', { address: to, why: '550 no' }),
  })
  const bad = await sendTestMail(mail.deps, seller.merchant, 'nobody@example.com')
  expect(bad).toMatchObject({ value: { state: 'refused', problem: { code: 'mail-refused' } } })
  expect(await sendTestMail(mail.deps, seller.merchant, 'not an address')).toMatchObject({
    problem: { code: 'not-valid' },
  })
  const kept = await sendTestMail(seller.deps, seller.merchant, 'office@example.com')
  expect(kept).toMatchObject({ value: { state: 'kept' } })
})

test('[N1] the same over the wire: a server that refuses, is silent, then takes', async () => {
  const { seller, mail } = await withNews()
  const server = await catchMails({ RCPT: '451 4.7.1 come back later' })
  onTestFinished(() => server.close())
  const smtp = { host: '127.0.0.1', port: server.port, secure: false, user: null, password: '', plainAllowed: true }
  mail.state.answer = (outgoing) =>
    sendBySmtp({ smtp, from: 'millrace@example.com' }, outgoing, { step: 300, whole: 2000 })
  await mail.pass(8 * MINUTE, MINUTE)
  expect(await problemsOf(seller)).toContain(`mail-refused ${OFFICE.address}`)
  server.answer({ hello: null })
  await mail.pass(10 * MINUTE, MINUTE)
  expect(await problemsOf(seller)).toContain('mail-server-away')
  server.answer({})
  await mail.pass(2 * HOUR, 10 * MINUTE)
  expect(server.taken).toHaveLength(1)
  expect(server.taken[0]).toContain('Amazon Seller Central File Processing Errors, 1 new')
  expect(await problemsOf(seller)).not.toContain('mail-server-away')
})

test('[N3] no buyer data is in any mail, of whatever topic', async () => {
  const seller = await makeSeller()
  const mail = mailing(seller)
  const CANARIES = [
    'Quentina Zebrafield',
    '77 Xylophone Crescent',
    '555-0177',
    'zq77buyer',
    'Zorbalina',
    'Sampletonville',
    '12207',
    'violet gnome',
  ]
  const buyer = {
    buyer: { name: CANARIES[0], email: 'zq77buyer@marketplace.amazon.example' },
    deliveryInstruction: 'Behind the violet gnome',
    address: {
      name: CANARIES[0],
      addressLine1: CANARIES[1],
      city: 'Sampletonville',
      stateOrRegion: 'NY',
      postalCode: '12207',
      countryCode: 'US',
      phone: '+1 555-0177',
      addressType: 'RESIDENTIAL',
    },
  } as const
  const gift = { message: 'Happy birthday dear Zorbalina' }
  seller.control.placeOrder({ ...buyer, lines: [{ sku: 'NOBODY-KNOWS', gift }] })
  seller.control.placeOrder({ ...buyer, serviceLevel: 'SAME_DAY', lines: [{ sku: 'MUG-BLUE', gift }] })
  seller.control.placeOrder({
    ...buyer,
    address: { ...buyer.address, stateOrRegion: 'AK' },
    serviceLevel: 'NEXT_DAY',
    lines: [{ sku: 'LAMP-OAK' }],
  })
  seller.control.placeOrder({ ...buyer, lines: [{ sku: 'MUG-BLUE', gift }] })
  await mail.pass(10 * MINUTE, MINUTE)
  await seller.database.ownerPool().query(`update millrace.orders set ship_by = created_at`)
  await mail.pass(26 * HOUR, HOUR)
  const all = (await mailsOf(seller)).map(({ subject, text, html }) => [subject, text, html].join('\n'))
  expect(new Set((await mailsOf(seller)).map(({ topic }) => topic))).toEqual(
    new Set(['file-errors', 'deadlines', 'health']),
  )
  expect(all.join('\n')).toContain('is held')
  for (const canary of CANARIES)
    expect([canary, all.filter((text) => text.toLowerCase().includes(canary.toLowerCase()))]).toEqual([canary, []])
})
