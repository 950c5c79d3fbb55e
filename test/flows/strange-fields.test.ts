import { expect, onTestFinished, test } from 'vitest'
import { saveNotifiedPeople } from '#flows/configure-notifications.ts'
import { downloadDocument } from '#flows/download-document.ts'
import { preview } from '#flows/preview.ts'
import { revealOriginal } from '#flows/reveal-original.ts'
import { whereIsOrder } from '#flows/where-is-order.ts'
import { canaryOrder } from '../make/canary-buyer.ts'
import { placesOfApi, placesOfBackup } from '../make/canary-doors.ts'
import { leaksIn, placesOf } from '../make/leaks.ts'
import { mailing } from '../make/mailing.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { tomorrowsAmazon } from '../make/strange-fields.ts'
import { viewer } from '../make/viewers.ts'

const VALUE = 'Wrenna Quibblethorpe, 3 Zither Alley'

test('[U2] a field that nobody knows, in any object of Amazon’s answer and of any form, is buyer data: the order imports, and the field is readable nowhere', async () => {
  // Drawn anew for each run, so that no list can hold them.
  const names = Array.from({ length: 40 }, () => `zq${Math.random().toString(36).slice(2, 12)}`)
  let amazon: Awaited<ReturnType<typeof tomorrowsAmazon>> | undefined
  const seller = await makeSeller({
    through: async (simulator) => {
      amazon = await tomorrowsAmazon(simulator.url, { value: VALUE, name: (at) => names[at % names.length] ?? 'zq' })
      onTestFinished(amazon.close)
      return { url: amazon.url, seen: [] }
    },
  })
  const { deps, merchant, control, connection } = seller
  const mail = mailing(seller)
  await saveNotifiedPeople(mail.deps, merchant, [{ address: 'office@example.com', topics: ['file-errors'] }])
  const placed = control.placeOrder(canaryOrder({ like: 'business' }))
  const held = control.placeOrder(canaryOrder({}, 'NOBODY-KNOWS'))
  const done = control.placeOrder(canaryOrder({ status: 'SHIPPED' }))
  const pending = control.placeOrder(canaryOrder({ status: 'PENDING' }))
  await mail.pass(12 * MINUTE, 3 * MINUTE)
  expect(amazon?.added()).toBeGreaterThan(200)
  expect(await seller.store((s) => s.countDocuments())).toMatchObject({ placed: 1, held: 1, pending: 1 })

  const documents = await Promise.all(
    [placed, held, done, pending].map((id) => seller.store((s) => s.findDocument(id))),
  )
  const ids = documents.flatMap((document) => (document ? [document.documentId] : []))
  expect(ids).toHaveLength(4)
  const answers = [
    ...(await Promise.all(ids.map((id) => downloadDocument(deps, merchant, id)))),
    await whereIsOrder(deps, merchant, { amazonOrderId: placed, who: 'A person' }),
    await preview(deps, merchant, connection),
  ]
  const places = [
    ...(await placesOf(seller.database)),
    ...(await placesOfApi(seller, [placed, held])),
    ...(await placesOfBackup(seller)),
    { name: 'the log', text: [...seller.alarms, ...seller.notes].join('\n') },
    ...mail.taken.map((each) => ({ name: `a mail to ${each.to}`, text: JSON.stringify(each) })),
    ...answers.map((answer, at) => ({ name: `answer ${at}`, text: JSON.stringify(answer) })),
  ]
  expect(mail.taken.length).toBeGreaterThan(0)
  // Not even the names of such fields are told.
  expect(leaksIn(places, [VALUE, 'Quibblethorpe', 'Zither Alley', ...names])).toEqual([])

  // In the vault it is kept: who may see the original sees it.
  const [first = 0] = ids
  const whole = await revealOriginal(deps, merchant, { viewer: viewer(seller), documentId: first, purpose: 'legal' })
  expect(JSON.stringify(whole)).toContain(VALUE)
})
