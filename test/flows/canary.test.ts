import { expect, test } from 'vitest'
import { CANARY, PIECES } from '../make/canary-buyer.ts'
import { canaryDay } from '../make/canary-day.ts'
import { placesOfApi, placesOfBackup, placesOfCommands } from '../make/canary-doors.ts'
import { leaksIn, placesOf } from '../make/leaks.ts'

/** A whole day, the API and the command line: a busy machine takes its time. */
const LONG = 240_000

test(
  '[U2] after a day on which everything happens to one buyer nothing of him is readable outside the vault',
  async () => {
    const { seller, mail, orders, answers } = await canaryDay()
    const some = [orders.placed, orders.held, orders.refunded]
    expect(await seller.store((store) => store.countDocuments())).toMatchObject({
      placed: 11,
      held: 4,
      pending: 1,
      'skipped before-cutoff': 1,
      'skipped cancelled': 1,
      'skipped fulfilled-by-amazon': 1,
    })
    // The mail that somebody wrote to the buyer went to him, and is his.
    expect(mail.taken.filter((each) => each.to === CANARY.email && each.text.includes(CANARY.name))).toHaveLength(1)
    const toUsers = mail.taken.filter((each) => each.to !== CANARY.email)
    expect(new Set(toUsers.map(({ to }) => to))).toEqual(new Set(['office@example.com']))
    const places = [
      ...(await placesOf(seller.database)),
      ...(await placesOfApi(seller, some)),
      ...(await placesOfCommands(seller, [orders.held, orders.refunded])),
      ...(await placesOfBackup(seller)),
      { name: 'the alarms', text: seller.alarms.join('\n') },
      { name: 'the notes', text: seller.notes.join('\n') },
      ...toUsers.map((each) => ({ name: `a mail to ${each.to}`, text: JSON.stringify(each) })),
      ...answers.map((text, at) => ({ name: `answer ${at}`, text })),
    ]
    expect(leaksIn(places, PIECES)).toEqual([])
  },
  LONG,
)
