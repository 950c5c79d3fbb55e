import { expect, test } from 'vitest'
import { CANARY, PIECES } from '../make/canary-buyer.ts'
import { canaryDay } from '../make/canary-day.ts'
import { placesOfApi, placesOfBackup, placesOfCommands } from '../make/canary-doors.ts'
import { leaksIn, placesOf } from '../make/leaks.ts'

test('[U2] after a day on which everything happens to one buyer nothing of him is readable outside the vault', async () => {
  const { seller, mail, orders, answers } = await canaryDay()
  const some = [orders.placed, orders.held, orders.refunded]
  // The mail that somebody wrote to the buyer went to him, and is his.
  expect(mail.taken.filter((each) => each.to === CANARY.email && each.text.includes(CANARY.name))).toHaveLength(1)
  const toUsers = mail.taken.filter((each) => each.to !== CANARY.email)
  const places = [
    ...(await placesOf(seller.database)),
    ...(await placesOfApi(seller, some)),
    ...(await placesOfCommands(seller, some)),
    ...(await placesOfBackup(seller)),
    { name: 'the alarms', text: seller.alarms.join('\n') },
    { name: 'the notes', text: seller.notes.join('\n') },
    ...toUsers.map((each) => ({ name: `a mail to ${each.to}`, text: JSON.stringify(each) })),
    ...answers.map((text, at) => ({ name: `answer ${at}`, text })),
  ]
  expect(leaksIn(places, PIECES)).toEqual([])
})
