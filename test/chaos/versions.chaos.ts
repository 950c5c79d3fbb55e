import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { CHECKS } from '../make/kill-checks.ts'
import { type Update, updateWhileOrdersCome } from '../make/versions/two-versions.ts'

const { seed, from } = inject('chaos')

let update: Update
beforeAll(async () => {
  update = await updateWhileOrdersCome(seed, from)
}, 600_000)
afterAll(() => update?.close())

test('[X3] an update while orders come: the older version goes on while the tables change under it, both work side by side, and it stops in order', () => {
  const { unanswered, ready, shared, codes, alarms } = update
  console.log(`beside each other: ${shared.old} runs of the older version, ${shared.new} of ours`)
  expect(unanswered).toEqual([])
  expect(alarms).toEqual([[], [], [], []])
  expect(ready).toMatchObject({ status: 200, body: { tables: 'newer' } })
  expect(Math.min(shared.old, shared.new)).toBeGreaterThan(10)
  expect(codes).toEqual([0, 0, 0, 0])
})

test.each(CHECKS)('[$rule] after an update while orders come: $name', async ({ find }) => {
  expect(await find(update)).toEqual([])
})
