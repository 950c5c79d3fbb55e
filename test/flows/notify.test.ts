import { expect, test } from 'vitest'
import type { ConnectionId } from '#core/ids.ts'
import { lapseDay } from '#core/notifications/authorization-ladder.ts'
import { problem } from '#core/problems.ts'
import { removePerson } from '#flows/change-people.ts'
import { saveNotifiedPeople } from '#flows/configure-notifications.ts'
import { healthFindings } from '#flows/health-findings.ts'
import { mailing } from '../make/mailing.ts'
import { DAY, HOUR, MINUTE, makeSeller, START } from '../make/seller.ts'

const OWNER = 'owner@harbor-goods.example'
const UNKNOWN = { lines: [{ sku: 'NOBODY-KNOWS' }] }
const errors = (n: number) => `${OWNER} Amazon Seller Central File Processing Errors, ${n} new`

const about = (mail: ReturnType<typeof mailing>, words: string) => mail.told().filter((each) => each.includes(words))

test('[N2][N3] what is held within an hour is one mail to the owner; the next has only what is new', async () => {
  const seller = await makeSeller()
  const mail = mailing(seller)
  seller.control.placeOrders(UNKNOWN, 3)
  await mail.pass(10 * MINUTE, MINUTE)
  expect(about(mail, 'Errors')).toEqual([errors(3)])
  expect(mail.taken[0]?.text.match(/^- Amazon order/gm)).toHaveLength(3)
  const late = seller.control.placeOrders(UNKNOWN, 2)
  await mail.pass(40 * MINUTE, 5 * MINUTE)
  expect(about(mail, 'Errors')).toHaveLength(1)
  await mail.pass(30 * MINUTE, 5 * MINUTE)
  expect(about(mail, 'Errors')).toEqual([errors(3), errors(2)])
  expect(late.every((id) => mail.taken.at(-1)?.text.includes(id))).toBe(true)
  await mail.pass(5 * HOUR, HOUR)
  expect(about(mail, 'Errors')).toHaveLength(2)
})

test('[N3] a bad night is one message: while a mail waits no other of its kind is written', async () => {
  const seller = await makeSeller()
  const mail = mailing(seller)
  mail.state.answer = async () => ({ ok: false, problem: problem('mail-server-away', { why: 'ETIMEDOUT' }) })
  for (let hour = 0; hour < 8; hour++) {
    seller.control.placeOrders(UNKNOWN, 2)
    await mail.pass(HOUR, 20 * MINUTE)
  }
  const waiting = await seller.store((store) => store.listMails({ state: 'waiting', after: null, limit: 50 }))
  expect(waiting.filter(({ topic }) => topic === 'file-errors')).toHaveLength(1)
  mail.state.answer = async () => ({ ok: true, value: 'sent' })
  await mail.pass(14 * HOUR, HOUR)
  const told = about(mail, 'Errors').map((each) => Number(/(\d+) new/.exec(each)?.[1]))
  expect(told).toHaveLength(2)
  expect(told.reduce((sum, n) => sum + n, 0)).toBe(16)
})

test('[N1] each is told of what was wished, and nobody else; a person who comes later is told what is still wrong', async () => {
  const seller = await makeSeller()
  const mail = mailing(seller)
  await saveNotifiedPeople(mail.deps, seller.merchant, [
    { address: 'office@example.com', topics: ['file-errors'] },
    { address: 'dock@example.com', topics: ['deadlines'] },
  ])
  seller.control.placeOrders(UNKNOWN, 1)
  await mail.pass(10 * MINUTE, MINUTE)
  expect(mail.told()).toEqual(['office@example.com Amazon Seller Central File Processing Errors, 1 new'])
  await saveNotifiedPeople(mail.deps, seller.merchant, [{ address: 'new@example.com', topics: ['file-errors'] }])
  await mail.pass(MINUTE)
  expect(mail.told().slice(1)).toEqual(['new@example.com Amazon Seller Central File Processing Errors, 1 new'])
})

test('[N1][N3] a noted problem is told once, one that may pass only if it stays, and what comes and goes not again for a day', async () => {
  const seller = await makeSeller({ started: false })
  const mail = mailing(seller)
  await mail.run()
  const connection = seller.connection
  const note = (code: 'request-refused' | 'amazon-down') =>
    seller.store((store) =>
      store.noteProblem({
        connection,
        problem: problem(code, { operation: 'getFeed', message: 'no', why: 'status 503' }),
        at: seller.deps.now(),
      }),
    )
  const clear = () =>
    seller.store((store) =>
      store.clearProblems({ connection, codes: ['request-refused', 'amazon-down'], at: seller.deps.now() }),
    )
  const lastText = () => mail.taken.findLast((each) => each.subject.includes('Errors'))?.text
  await note('request-refused')
  await note('amazon-down')
  await mail.pass(3 * MINUTE, MINUTE)
  expect(lastText()).toContain('Amazon refuses our request getFeed: no')
  expect(lastText()).not.toContain('does not answer')
  await mail.pass(2 * HOUR, HOUR)
  expect(about(mail, 'Errors')).toHaveLength(2)
  expect(lastText()).toContain('Amazon does not answer getFeed')
  for (let time = 0; time < 5; time++) {
    await clear()
    await mail.pass(HOUR)
    await note('request-refused')
    await mail.pass(HOUR)
  }
  expect(about(mail, 'Errors')).toHaveLength(2)
  await clear()
  await mail.pass(26 * HOUR, 2 * HOUR)
  await note('request-refused')
  await mail.pass(3 * MINUTE)
  expect(about(mail, 'Errors')).toHaveLength(3)
})

test('[S6] an order is mailed once when its time to ship is near and once when it is past', async () => {
  const seller = await makeSeller()
  const mail = mailing(seller)
  const [id = ''] = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 1)
  await mail.pass(10 * MINUTE, MINUTE)
  await seller.database
    .ownerPool()
    .query(`update millrace.orders set ship_by = to_timestamp($1::float8 / 1000)`, [START + 30 * HOUR])
  await mail.pass(5 * HOUR, HOUR)
  expect(about(mail, 'deadlines')).toEqual([])
  await mail.pass(20 * HOUR, 2 * HOUR)
  expect(about(mail, 'deadlines')).toEqual([`${OWNER} Shipping deadlines, 1 order to ship within a day`])
  expect(mail.taken.find((each) => each.subject.includes('deadlines'))?.text).toContain(id)
  await mail.pass(12 * HOUR, 2 * HOUR)
  expect(about(mail, 'deadlines').slice(1)).toEqual([`${OWNER} Shipping deadlines, 1 order late`])
})

test('[C4] the ladder of an authorization is mailed step by step, then daily, and a renewal ends it', async () => {
  const seller = await makeSeller({ started: false })
  const mail = mailing(seller)
  const consent = async (at: number) => {
    await seller.database
      .ownerPool()
      .query('update millrace.connections set authorized_at = to_timestamp($1::float8 / 1000), lapses_on = $2', [
        at,
        lapseDay(at, 'America/New_York'),
      ])
    await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.wake('notify'))
  }
  await consent(START - 300 * DAY)
  for (let day = 0; day < 68; day++) await mail.pass(DAY)
  expect(about(mail, 'authorization').map((each) => each.split('authorization ')[1])).toEqual([
    'lapses in 60 days',
    'lapses in 30 days',
    'lapses in 14 days',
    'lapses in 7 days',
    'lapses in 3 days',
    'lapses tomorrow',
    'lapses today',
    'lapsed 1 day ago',
    'lapsed 2 days ago',
    'lapsed 3 days ago',
  ])
  await consent(seller.deps.now())
  for (let day = 0; day < 3; day++) await mail.pass(DAY)
  expect(about(mail, 'authorization')).toHaveLength(10)
})

test('[N1] a refused authorization is told under its own topic', async () => {
  const seller = await makeSeller({ started: false })
  const mail = mailing(seller)
  await seller.store((store) =>
    store.noteProblem({
      connection: seller.connection as ConnectionId,
      problem: problem('authorization-revoked', { connection: seller.connection }),
      at: seller.deps.now(),
    }),
  )
  await mail.pass(3 * MINUTE)
  expect(about(mail, 'authorization')).toEqual([`${OWNER} Amazon's authorization needs you`])
  expect(about(mail, 'Errors')).toEqual([])
})

test('[N3] the health mail comes once a day in the morning, and only when something is wrong', async () => {
  const seller = await makeSeller({ started: false })
  const mail = mailing(seller)
  await saveNotifiedPeople(mail.deps, seller.merchant, [{ address: 'office@example.com', topics: ['health'] }])
  await mail.pass(3 * DAY, HOUR)
  expect(mail.told()).toEqual([])
  await seller.store((store) =>
    store.noteProblem({
      connection: seller.connection as ConnectionId,
      problem: problem('request-refused', { operation: 'getFeed', message: 'no' }),
      at: seller.deps.now(),
    }),
  )
  await mail.pass(3 * DAY, HOUR)
  expect(mail.told()).toEqual(
    ['11/14/26', '11/15/26', '11/16/26'].map((day) => `office@example.com Health, what is wrong on ${day}`),
  )
  const hours = mail.taken.map((each) => new Date(each.writtenAt).toISOString().slice(11, 16))
  expect(hours).toEqual(['13:00', '13:00', '13:00'])
})

test('[N3] a look at the health that fails is told itself and keeps no other out', async () => {
  const seller = await makeSeller({ started: false })
  const late = { says: 'The review is overdue', look: 'access review' }
  const finders = {
    backups: async () => {
      throw new TypeError('a bug')
    },
    reviews: async () => [late],
  }
  const found = await healthFindings(seller.deps, seller.merchant, { finders })
  expect(found.map(({ look }) => look)).toEqual(['status', late.look])
  expect(found[0]?.says).toContain('backups')
})

test('[N1][N2] users are told of what they chose, and of the rest those with Edit Settings; who is removed is told no more', async () => {
  const seller = await makeSeller()
  const mail = mailing(seller)
  await saveNotifiedPeople(mail.deps, seller.merchant, [{ address: 'old@example.com', topics: ['file-errors'] }])
  const member = (id: string, name: string, given: string) =>
    seller.database.ownerPool().query(
      `with u as (insert into auth.users (user_id, email, name, created_at, created_by) values ($1, $2, $2, to_timestamp(0), 'test'))
       insert into deployment.memberships (merchant_id, user_id, created_at, created_by, permissions, topics)
       select $3, $1, to_timestamp(0), 'test', p.permissions, p.topics from jsonb_to_record($4::jsonb) as p (permissions text[], topics text[])`,
      [id, `${name}@example.com`, seller.merchant, given],
    )
  await member('U00000000000000a1', 'ann', '{"permissions": [], "topics": ["file-errors"]}')
  await member('U00000000000000b2', 'ben', '{"permissions": ["Edit Settings"], "topics": []}')
  seller.control.placeOrders(UNKNOWN, 1)
  await mail.pass(10 * MINUTE, MINUTE)
  expect(about(mail, 'Errors')).toEqual(['ann@example.com Amazon Seller Central File Processing Errors, 1 new'])
  const asker = { name: 'the command line', userId: null, fresh: true }
  await removePerson(mail.deps, seller.merchant, { asker, userId: 'U00000000000000a1' })
  await mail.pass(10 * MINUTE, MINUTE)
  expect(about(mail, 'Errors').slice(1)).toEqual([
    'ben@example.com Amazon Seller Central File Processing Errors, 1 new',
  ])
})
