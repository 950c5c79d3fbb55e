import { expect, test } from 'vitest'
import { holdRows } from './hold-rows.ts'

const row = (id: number, text = '') => ({ id, text })
const rows = (...ids: number[]) => ids.map((id) => row(id))
type Case = readonly [what: string, kept: number[], now: number[], shown: number[], waiting: number]

test.each<Case>([
  ['nothing is new', [3, 2, 1], [3, 2, 1], [3, 2, 1], 0],
  ['new ones come above', [3, 2, 1], [5, 4, 3, 2, 1], [3, 2, 1], 2],
  ['one comes in between', [3, 1], [3, 2, 1], [3, 1], 1],
  ['one goes', [3, 2, 1], [3, 1], [3, 2, 1], 0],
  ['the next page comes', [3, 2], [3, 2, 1, 0], [3, 2, 1, 0], 0],
  ['new ones come above, and the next page', [3, 2], [4, 3, 2, 1], [3, 2, 1], 1],
  ['they are sorted anew', [3, 2, 1], [1, 2, 3], [3, 2, 1], 0],
  ['all are others', [2, 1], [9, 8], [2, 1], 2],
])('[X1] no row moves under the hand when %s', (...[, kept, now, ids, count]) => {
  const { shown, waiting } = holdRows(rows(...kept), rows(...now), ({ id }) => id)
  expect([shown.map(({ id }) => id), waiting]).toEqual([ids, count])
})

test('[X1] what is new of a row itself is shown at once', () => {
  const { shown } = holdRows([row(1, 'waits')], [row(1, 'sent')], ({ id }) => id)
  expect(shown).toEqual([row(1, 'sent')])
})
