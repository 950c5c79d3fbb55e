import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
}, 180_000)
afterAll(() => bench.close())

test('[N1][N2] who is told is listed, added, changed and removed; a wrong word changes nothing', async () => {
  expect(await bench.ok(['notify', 'list'])).toContain('Nobody was named, so the owner is told of everything.')
  expect(
    (await bench.json(['notify', 'add', 'office@example.com', '--about', 'file-errors', 'deadlines'])).told,
  ).toEqual([{ address: 'office@example.com', topics: ['file-errors', 'deadlines'] }])
  const changed = await bench.ok(['notify', 'add', 'Office@example.com', '--about', 'health'])
  expect(changed).toBe('Address             Told of\nOffice@example.com  Health\n')
  expect(await bench.mistyped(['notify', 'add', 'dock@example.com', '--about', 'weather'])).toContain(
    'There is no topic [weather].',
  )
  expect(await bench.refused(['notify', 'add', 'dock'])).toContain('the address: must be an e-mail address')
  expect(await bench.refused(['notify', 'remove', 'dock@example.com'])).toContain('is not among those who were named')
  expect(await bench.ok(['notify', 'remove', 'office@example.com'])).toContain('the owner is told of everything')
})

test('[N1] in the demo a test is kept, listed and shown', async () => {
  expect(await bench.ok(['mail', 'list'])).toBe('There are no mails.\n')
  const said = await bench.ok(['mail', 'test', 'office@example.com'])
  const number = /mail show (\d+)/.exec(said)?.[1] ?? ''
  expect(said).toBe(`No mail server is set, so the mail is kept here: ./millrace mail show ${number}\n`)
  expect(await bench.ok(['mail', 'list'])).toMatch(
    /office@example\.com {2}kept\n {4}Harbor Goods: Test, mails arrive\n\n1 mail\n$/,
  )
  expect(await bench.ok(['mail', 'show', number])).toContain('This is a test of ')
  expect(await bench.refused(['mail', 'remove', number])).toContain(`There is no waiting mail ${number}.`)
  expect(await bench.refused(['mail', 'show', '999'])).toContain('There is no mail [999].')
})

test('[O8] a mail to a buyer is asked for by its order and a permitted kind; the list shows none yet', async () => {
  expect(await bench.ok(['buyer-mail', 'list'])).toBe('No mail to a buyer was written.\n')
  expect(await bench.refused(['buyer-mail', 'ask', '999', 'invoice'])).toContain('There is no order [999].')
  expect(await bench.mistyped(['buyer-mail', 'ask', '999', 'marketing'])).toContain('invoice')
  expect(await bench.refused(['buyer-mail', 'decide', '999', 'send'])).toContain('There is no mail to a buyer [999].')
})

test('[U5] vendors are saved from a file and listed with what each is given; one gets a key of its own', async () => {
  const portland = { code: 'PORTLAND', name: 'Portland', isDefault: true }
  await bench.ok(['center', 'save', bench.file('centers.json', { centers: [portland] })])
  expect(await bench.ok(['vendor', 'list'])).toContain('every center is run by you')
  const vendor = { id: 'PARCELS', company: 'Invented Parcels Ltd', mode: 'own-approval', centers: ['PORTLAND'] }
  const saved = await bench.ok(['vendor', 'save', bench.file('vendors.json', { vendors: [vendor] })])
  expect(saved).toContain("PARCELS is given nothing: the day of Amazon's approval.")
  const approved = { ...vendor, approvedOn: '2026-01-15' }
  await bench.ok(['vendor', 'save', bench.file('vendors.json', { vendors: [approved] })])
  expect((await bench.json(['vendor', 'list'])).vendors).toMatchObject([{ gives: 'order-id', missing: [] }])
  expect(await bench.ok(['vendor', 'key', 'PARCELS'])).toMatch(/\n\nmr_[\w-]+\n$/)
  expect((await bench.json(['vendor', 'key', 'PARCELS'])).scopes).toEqual(['vendor:orders'])
  expect(await bench.mistyped(['vendor', 'key', 'PARCELS', '--from', 'home'])).toContain('203.0.113.7')
  expect(await bench.refused(['vendor', 'key', 'NOBODY'])).toContain('There is no vendor [NOBODY].')
  expect(await bench.refused(['vendor', 'save', bench.file('v.json', { vendors: [{ id: 'A' }] })])).toContain('line')
})
