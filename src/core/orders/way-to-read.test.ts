import { expect, test } from 'vitest'
import { wayToRead } from './way-to-read.ts'

test.each([
  { asked: { orders: 12, byNumber: false, whole: true }, way: 'search' },
  { asked: { orders: 1, byNumber: true, whole: true }, way: 'by-number' },
  { asked: { orders: 80, byNumber: true, whole: true }, way: 'by-number' },
  { asked: { orders: 100, byNumber: true, whole: true }, way: 'search' },
  { asked: { orders: 1000, byNumber: false, whole: false }, way: 'report' },
  { asked: { orders: 10, byNumber: false, whole: false }, way: 'search' },
])(
  '[O18][X5] $asked.orders orders, numbers known: $asked.byNumber, whole: $asked.whole are read the way that takes the least of a day: $way',
  ({ asked, way }) => {
    expect(wayToRead(asked).way).toBe(way)
  },
)

test('[X5] why a way was chosen names what the next best would cost', () => {
  expect(wayToRead({ orders: 1, byNumber: true, whole: true }).why).toBe(
    'by number 1 of 43,200 calls a day, by a search 1 of 484 calls a day',
  )
})
