import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterTry, MOST_TRIES } from './after-try.ts'
import { EVENT_TYPES, isEventFilter } from './event-types.ts'
import { checkWebhook } from './webhook.ts'

const wanted = { url: 'https://shop.example.com/millrace', name: 'The shop', types: [], on: true }

test('[X2] a message ends after ten tries at most, whatever is answered, and only an answer of the 200s takes it', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 100, max: 599 })), { minLength: 1, maxLength: 30 }), (answers) => {
      const ends = answers.map((status, at) =>
        afterTry({ status, why: null, took: 1 }, { attempts: at + 1, at: 0, chance: 0.5 }),
      )
      const end = ends.findIndex(({ state }) => state !== 'waiting')
      if (answers.length >= MOST_TRIES) expect(end).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThan(MOST_TRIES)
      const status = answers[end]
      if (ends[end]?.state === 'delivered') expect(status).toSatisfy((s: number) => s >= 200 && s < 300)
      if (ends[end]?.state === 'gone') expect(status).toBe(410)
    }),
  )
})

test.each([
  ['shop.example.com', 'must be an address such as https://shop.example.com/millrace'],
  ['http://shop.example.com', 'must begin with https://'],
  ['ftp://shop.example.com', 'must begin with https://'],
  ['https://user:word@shop.example.com/', 'must be without a user name and a password: the signature proves who sends'],
  ['https://shop.example.com/#here', 'must be without a part after #'],
])('[X2] a webhook cannot be told at [%s]: it %s', (url, why) => {
  expect(checkWebhook({ ...wanted, url }, { plainAllowed: false })).toMatchObject({
    problems: [{ facts: { field: 'url', why } }],
  })
})

test('[X2] a filter names a type or a group of types; a test of a person needs none', () => {
  for (const type of Object.keys(EVENT_TYPES)) expect(isEventFilter(type)).toBe(type !== 'webhook.test')
  expect(['order.*', 'purge.*', 'webhook.*', '*', 'order', 'constructor'].map(isEventFilter)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect(checkWebhook({ ...wanted, url: 'http://127.0.0.1:1' }, { plainAllowed: true })).toMatchObject({ ok: true })
})
