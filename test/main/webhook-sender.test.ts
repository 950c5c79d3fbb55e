import { expect, test } from 'vitest'
import { isPublic } from '#amazon/outbound.ts'
import { sendWebhook } from '#main/webhook-sender.ts'
import { startReceiver } from '../make/receiver.ts'

test('[X2] webhooks lead outside the house only, and no answer is waited for without end', async () => {
  const inside = [
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
  ]
  expect(inside.map(isPublic)).toEqual(inside.map(() => false))
  expect(['93.184.216.34', '2606:2800:220:1::1'].map(isPublic)).toEqual([true, true])
  const receiver = await startReceiver()
  const message = { name: 'msg_1', body: '{}', at: 0, secrets: [`whsec_${Buffer.alloc(32).toString('base64')}`] }
  const closed = { insideAllowed: false, patience: 1000 }
  for (const url of [
    receiver.url,
    receiver.url.replace('127.0.0.1', 'localhost'),
    receiver.url.replace('127.0.0.1', '[::1]'),
  ])
    expect(await sendWebhook({ ...message, url }, closed)).toMatchObject({
      status: null,
      why: expect.stringMatching(/inside/),
    })
  expect(receiver.received).toEqual([])
  receiver.state.answer = 'nothing'
  const late = await sendWebhook({ ...message, url: receiver.url }, { insideAllowed: true, patience: 200 })
  expect(late).toMatchObject({ status: null, why: 'no answer within 15 seconds' })
})
