import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendTestMail } from '#flows/configure-notifications.ts'
import type { OutgoingMail } from '#flows/deps.ts'
import { buildApp } from '#http/app.ts'
import { addDemoMailbox } from '#http/demo-mailbox.ts'
import { demoMailbox } from '#main/demo/mailbox.ts'
import { mailServerOf } from '#main/mailer.ts'
import { MILLS, makeApi, NOW } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
let app: Awaited<ReturnType<typeof buildApp>>
const mails = mailServerOf({ mode: 'demo', mail: null, publicUrl: null })
beforeAll(async () => {
  api = await makeApi()
  const deps = { ...api.deps, mails }
  app = await buildApp(deps, { version: 'test', isOutage: () => false })
  addDemoMailbox(app, demoMailbox(deps, MILLS, 'Millrace test'))
  await sendTestMail(deps, MILLS, 'office@example.com')
})
afterAll(async () => {
  await app.close()
  await api.close()
})

const get = (url: string, host = '127.0.0.1:4700') => app.inject({ method: 'GET', url, headers: { host } })
type Line = { id: string; to: string; about: string; text: string | null }
const lines = async () => (await get('/demo/mailbox')).json().mails as Line[]
const outgoing = (change: Partial<OutgoingMail>): OutgoingMail => ({
  name: 'account-1-a',
  to: 'new@example.com',
  subject: 'A new password',
  text: 'Follow http://127.0.0.1:4700/password#secret\n',
  html: '<p>Follow it</p>',
  writtenAt: NOW,
  ...change,
})

test('[N1] the demo keeps its mails in a mailbox on this machine: each as text, and as HTML that can do nothing', async () => {
  expect((await get('/mailbox')).statusCode).toBe(200)
  const [mail] = await lines()
  expect(mail).toMatchObject({ to: 'office@example.com', about: 'Test', state: 'kept' })
  expect(mail?.text).toContain('This is a test of')
  const html = await get(`/demo/mailbox/${mail?.id}`)
  expect([html.statusCode, html.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(html.headers['content-security-policy']).toMatch(/default-src 'none'.*; sandbox$/)
  expect((await get('/mailbox')).headers['content-security-policy']).not.toContain('unsafe')
  for (const url of ['/mailbox', '/demo/mailbox', `/demo/mailbox/${mail?.id}`])
    expect([url, (await get(url, 'rebound.example.com')).statusCode]).toEqual([url, 403])
  expect((await get('/demo/mailbox/999')).statusCode).toBe(404)
})

test('[N1] what no table keeps is read there too, once, and never a mail to a buyer', async () => {
  const before = (await lines()).length
  await mails.send(outgoing({}))
  const sender = { name: 'Service', address: 'orders@example.com', replyTo: 'service@example.com' }
  await mails.send(outgoing({ name: 'mills.b7.1', to: 'q1w2@marketplace.amazon.example', sender }))
  await mails.send(outgoing({ name: 'mills.7.1', to: 'office@example.com' }))
  const told = await lines()
  expect(told.length).toBe(before + 1)
  expect(told.find(({ to }) => to === 'new@example.com')).toMatchObject({ about: 'Sign-in' })
  expect(JSON.stringify(told)).not.toContain('q1w2')
  expect((await get('/demo/mailbox/account-1-a')).body).toBe('<p>Follow it</p>')
  expect((await get('/demo/mailbox/mills.b7.1')).statusCode).toBe(404)
})
