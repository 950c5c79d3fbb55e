import { describe, expect, test } from 'vitest'
import { problem } from '../problems.ts'
import { ladderStep, lapseDay } from './authorization-ladder.ts'
import { mailPause } from './mail-pauses.ts'
import {
  authorizationLetter,
  deadlinesLetter,
  fileErrorsLetter,
  type Health,
  healthLetter,
  MOST_ENTRIES,
  type NewsEntry,
  type Sender,
  testLetter,
} from './messages.ts'
import { toldCodes } from './told-problems.ts'
import { writeMail } from './write-mail.ts'

const HOUR = 3_600_000
const now = Date.parse('2026-11-10T15:00Z')
const harbor: Sender = {
  merchantId: 'HRBOR',
  merchant: 'Harbor Goods',
  timeZone: 'America/New_York',
  country: 'US',
  publicUrl: 'https://millrace.example.com',
}
const berlin: Sender = { ...harbor, timeZone: 'Europe/Berlin', country: 'DE', publicUrl: null }
const NONE = { total: 0, entries: [] }

const heldEntry = (number: number): NewsEntry => ({
  from: 'document',
  number,
  name: `111-000000${number}-0000001`,
  problems: [problem('unknown-sku', { sku: 'TEA<1>', title: 'Tea & "mug"' })],
  at: now,
})

describe('the mail about errors', () => {
  test('[N1][E4] it says what is wrong, since when in the merchant’s time, and the page that mends it', () => {
    const mail = writeMail(fileErrorsLetter(harbor, { total: 1, entries: [heldEntry(7)] }))
    expect(mail.subject).toBe('Harbor Goods: Amazon Seller Central File Processing Errors, 1 new')
    expect(mail.text).toContain('- Amazon order 111-0000007-0000001 is held, since 11/10/26 10:00 AM:\n')
    expect(mail.text).toContain('  No item and no SKU mapping matches the seller SKU [TEA<1>] (Tea & "mug").')
    expect(mail.text).toContain('See and mend it: https://millrace.example.com/errors?document=7\n')
    expect(mail.html).toContain('<a href="https://millrace.example.com/errors?document=7">See and mend it</a>')
    expect(mail.text).toContain('./millrace errors list --merchant HRBOR')
    expect(mail.text).toContain('GET https://millrace.example.com/api/v1/error-log')
    const local = writeMail(fileErrorsLetter(berlin, { total: 1, entries: [heldEntry(7)] }))
    expect(local.text).toContain('since 2026-11-10 16:00:')
    expect(local.text).toContain('./millrace errors show 7 --merchant HRBOR')
    expect(local.html).not.toContain('<a ')
  })

  test('[N3] a bad night is one message: the first are shown, the rest are counted', () => {
    const entries = Array.from({ length: MOST_ENTRIES }, (_, n) => heldEntry(n))
    const { text } = writeMail(fileErrorsLetter(harbor, { total: 5000, entries }))
    expect(text.match(/^- /gm)).toHaveLength(MOST_ENTRIES)
    expect(text).toContain('… and 4980 more.')
  })

  test('[N3] foreign text stays text: no tag, no further header line, no endless line', () => {
    const nasty = problem('unknown-sku', {
      sku: '<script>alert(1)</script>',
      title: `Mug\r\nBcc: all@example.com ${'x'.repeat(5000)}`,
    })
    const letter = fileErrorsLetter(
      { ...harbor, merchant: 'Har"bor\r\nBcc: all@example.com' },
      { total: 1, entries: [{ ...heldEntry(1), problems: [nasty] }] },
    )
    const { subject, text, html } = writeMail(letter)
    expect(subject).not.toMatch(/[\r\n]/)
    expect(text).not.toMatch(/^Bcc:/m)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(1100)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
    expect(writeMail({ ...letter, subject: 'x'.repeat(900) }).subject.length).toBeLessThan(160)
  })
})

describe('deadlines, authorization, health', () => {
  const order = {
    orderId: 1001,
    amazonOrderId: '111-0000001-0000001',
    shipBy: now + HOUR,
    late: false,
    gap: 'not-entered',
  } as const

  test('[S6] near and late orders are told with their time and what is missing', () => {
    const { subject, text } = writeMail(deadlinesLetter(harbor, [order, { ...order, orderId: 1002, late: true }]))
    expect(subject).toBe('Harbor Goods: Shipping deadlines, 1 order late, 1 order to ship within a day')
    expect(text).toContain(
      '- Order 1001 (Amazon 111-0000001-0000001) must ship by 11/10/26 11:00 AM: no package is entered.',
    )
    expect(text).toContain('- Order 1002 (Amazon 111-0000001-0000001) was to ship by 11/10/26 11:00 AM')
    expect(text).toContain('./millrace deadlines --merchant HRBOR')
  })

  test.each([
    ['2025-11-24', 'lapses in 14 days'],
    ['2025-11-11', 'lapses tomorrow'],
    ['2025-11-10', 'lapses today'],
    ['2025-11-08', 'lapsed 2 days ago'],
  ])('[C4] consent of %s is told as: %s', (consent, told) => {
    const step = ladderStep(lapseDay(Date.parse(`${consent}T15:00Z`), harbor.timeZone), {
      now,
      timeZone: harbor.timeZone,
    })
    if (!step) throw new Error('no step')
    const lapsing = [
      {
        of: 'authorization' as const,
        connection: 'na-A3HARBORGOODS',
        lapsesAt: Date.parse(`${step.lapses}T15:00Z`),
        step,
      },
    ]
    const { subject, text } = writeMail(authorizationLetter(harbor, lapsing, NONE))
    expect(subject).toBe(`Harbor Goods: Amazon's authorization ${told}`)
    expect(text).toContain('https://millrace.example.com/amazon#credentials')
    const local = writeMail(authorizationLetter({ ...harbor, publicUrl: null }, lapsing, NONE))
    expect(local.text).toContain('./millrace connect --region na --seller A3HARBORGOODS --merchant HRBOR')
  })

  const nothing = { held: 0, waitingForPeople: 0, late: 0, failingWork: 0, unsentMails: 0 }
  const well: Health = { ...nothing, problems: NONE, findings: [] }

  test('[N3] the daily mail is sent only when something is wrong', () => {
    expect(healthLetter(harbor, well, now)).toBeNull()
    for (const wrong of [{ held: 1 }, { waitingForPeople: 1 }, { late: 1 }, { failingWork: 1 }, { unsentMails: 1 }])
      expect(healthLetter(harbor, { ...well, ...wrong }, now)?.entries).toHaveLength(1)
    const letter = healthLetter(harbor, { ...well, problems: { total: 1, entries: [heldEntry(3)] } }, now)
    expect(letter?.subject).toBe('Harbor Goods: Health, what is wrong on 11/10/26')
  })

  test('[N3] what somebody has not done in time stands in the daily mail, with the command that shows it', () => {
    const findings = [{ says: 'The review of who has access is 3 days overdue', look: 'access review' }]
    const letter = healthLetter(harbor, { ...well, findings }, now)
    expect(letter?.entries).toEqual([[findings[0]?.says, './millrace access review --merchant HRBOR']])
  })

  test('[N1] a test says that nothing is to be done', () => {
    expect(writeMail(testLetter(berlin, now)).text).toContain('This is a test of 2026-11-10 16:00')
  })
})

describe('which problems are told, and how long a refused mail waits', () => {
  test('[N3] what mends itself is told by nobody, what may pass only if it stays, and mail troubles never by mail', () => {
    const errors = toldCodes('file-errors')
    expect(errors.ifItStays).toContain('amazon-down')
    expect(errors.atOnce).not.toContain('amazon-down')
    expect(errors.atOnce).toContain('request-refused')
    expect([...errors.atOnce, ...errors.ifItStays]).not.toContain('throttled')
    expect([...errors.atOnce, ...errors.ifItStays].filter((code) => code.startsWith('mail-'))).toEqual([])
    expect(toldCodes('health')).toEqual({ atOnce: [], ifItStays: [] })
  })

  test('[C4][N1] a refused authorization has its own topic and is not told twice', () => {
    expect(toldCodes('authorization').atOnce).toContain('authorization-revoked')
    expect(toldCodes('file-errors').atOnce).not.toContain('authorization-revoked')
  })

  test('[E6] pauses grow to a day and never end', () => {
    const pauses = Array.from({ length: 12 }, (_, n) => mailPause(n + 1))
    expect(pauses[0]).toBe(60_000)
    expect(pauses.every((pause, n) => n === 0 || pause >= (pauses[n - 1] ?? 0))).toBe(true)
    expect(pauses.at(-1)).toBe(24 * HOUR)
  })
})
