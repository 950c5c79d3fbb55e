import { describe, expect, it, test } from 'vitest'
import { checkEmailSettings, type EmailSettings, MAIL_KINDS, NO_EMAILS } from './email-settings.ts'
import { mayMail, type WantedMail } from './may-mail.ts'

const RELAY = 'q1w2e3@marketplace.amazon.example'
const every = { invoice: true, question: true, 'delivery-appointment': true, 'design-check': true }
const ON: EmailSettings = { ...NO_EMAILS, sendDirectly: true, policyConfirmed: { by: 'A person', at: 1 }, kinds: every }

describe('mails to buyers', () => {
  it.each(MAIL_KINDS)('[O8] %s may be sent when it is switched on, and not by another switch', (kind) => {
    expect(mayMail(kind, ON, RELAY)).toEqual({ ok: true })
    expect(mayMail(kind, { ...ON, kinds: { ...every, [kind]: false } }, RELAY).ok).toBe(false)
    expect(mayMail(kind, { ...ON, sendDirectly: false }, RELAY).ok).toBe(false)
    expect(mayMail(kind, { ...ON, policyConfirmed: null }, RELAY).ok).toBe(false)
    expect(mayMail(kind, NO_EMAILS, RELAY).ok).toBe(false)
  })

  it.each<WantedMail>(['order-confirmation', 'shipping-confirmation', 'marketing'])('[O8] %s is never sent', (kind) => {
    expect(mayMail(kind, ON, RELAY).ok).toBe(false)
  })

  it.each([
    ['x@marketplace.amazon.com', true],
    ['x+y.z@marketplace.amazon.co.uk', true],
    ['X@Marketplace.Amazon.DE', true],
    ['someone@example.com', false],
    ['x@marketplace.amazon.com.example.com', false],
    ['x@evil-marketplace.amazon.com', false],
    ['x@marketplace.amazon.com, y@example.com', false],
    ['y@example.com <x@marketplace.amazon.com', false],
    ['a@b@marketplace.amazon.com', false],
    ['@marketplace.amazon.com', false],
    ['x@marketplace.amazon.com.', false],
    ['x@marketplace.amazon.net', false],
    ['x\r\nBcc: y@marketplace.amazon.com', false],
    ['x@marketplace.amazon.co.jp', true],
    ['', false],
  ])('[O8] only to the relay address: %s', (address, expected) => {
    expect(mayMail('invoice', ON, address).ok).toBe(expected)
  })
})

describe('the Emails section', () => {
  const who = { by: 'API key abc', at: 5 }
  const save = (change: object, saved: EmailSettings = NO_EMAILS) =>
    checkEmailSettings({ sendDirectly: true, kinds: every, confirmPolicy: false, ...change }, saved, who)

  test('[O8] is off by default and may be saved so', () => {
    expect(NO_EMAILS.sendDirectly).toBe(false)
    expect(save({ sendDirectly: false })).toMatchObject({ ok: true, value: { policyConfirmed: null } })
  })

  test("[O8] switching on needs Amazon's policy confirmed, and keeps who did it and when", () => {
    expect(save({})).toMatchObject({ ok: false, problems: [{ facts: { field: 'confirmPolicy' } }] })
    expect(save({ confirmPolicy: true })).toMatchObject({ ok: true, value: { policyConfirmed: who } })
  })

  test('[O8] while it stays on the first confirmation counts; switched off and on it is asked again', () => {
    expect(save({}, ON)).toMatchObject({ ok: true, value: { policyConfirmed: ON.policyConfirmed } })
    const off = save({ sendDirectly: false }, ON)
    expect(off.ok && save({}, off.value).ok).toBe(false)
  })
})

test('[O8] what was completed before invoices were switched on gets none by itself, and switching on again begins anew', () => {
  const save = (kinds: typeof every, saved: EmailSettings, at: number) => {
    const checked = checkEmailSettings({ sendDirectly: true, kinds, confirmPolicy: true }, saved, {
      by: 'A person',
      at,
    })
    if (!checked.ok) throw new Error('refused')
    return checked.value
  }
  const none = { ...every, invoice: false }
  const on = save(every, save(none, NO_EMAILS, 1), 5)
  expect([save(none, NO_EMAILS, 1).invoicesFrom, on.invoicesFrom]).toEqual([null, 5])
  expect(save(every, on, 9).invoicesFrom).toBe(5)
  expect(save(every, save(none, on, 7), 9).invoicesFrom).toBe(9)
})
