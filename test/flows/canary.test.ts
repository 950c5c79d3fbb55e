import { expect, test } from 'vitest'
import { PIECES } from '../make/canary-buyer.ts'
import { canaryDay } from '../make/canary-day.ts'
import { leaksIn, placesOf } from '../make/leaks.ts'

test('[U2] after a day on which everything happens to one buyer nothing of him is readable outside the vault', async () => {
  const { seller, mail, answers } = await canaryDay()
  const places = [
    ...(await placesOf(seller.database)),
    { name: 'the alarms', text: seller.alarms.join('\n') },
    { name: 'the notes', text: seller.notes.join('\n') },
    ...mail.taken.map((each) => ({ name: `a mail to ${each.to}`, text: JSON.stringify(each) })),
    ...answers.map((text, at) => ({ name: `answer ${at}`, text })),
  ]
  expect(leaksIn(places, PIECES)).toEqual([])
})
