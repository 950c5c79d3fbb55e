import { describe, expect, it } from 'vitest'
import { fileVerdicts } from './carried-file.ts'
import type { FileReport, RecordFault } from './order-feed.ts'

const A = '111-0000000-0000001'
const B = '111-0000000-0000002'
const records = [
  { message: 1, orderId: A, line: '11' },
  { message: 1, orderId: A, line: '12' },
  { message: 2, orderId: B, line: '21' },
]
const fault = (change: Partial<RecordFault>): RecordFault => ({
  record: null,
  orderId: null,
  line: null,
  isError: true,
  code: '7',
  words: 'no',
  ...change,
})
const judge = (faults: readonly RecordFault[], counts: Partial<FileReport> = {}) => {
  const read = { processed: 3, successful: 3 - faults.length, faults, ...counts }
  const verdicts = fileVerdicts(read, { file: 5, records })
  return verdicts.ok ? [1, 2].map((message) => verdicts.value(message).kind).join(' ') : verdicts.problem.code
}

describe('the report of a carried file', () => {
  it.each([
    ['no fault', [], 'done done'],
    ['every line of an order by number', [fault({ record: 1 }), fault({ record: 2 })], 'refused done'],
    ['every line of an order by its number and order', [fault({ record: 3, orderId: B })], 'done refused'],
    ['by order only', [fault({ orderId: A })], 'refused done'],
    ['by order and line', [fault({ orderId: B, line: '21' })], 'done refused'],
    ['some lines of an order', [fault({ record: 1 })], 'unknown done'],
    ['numbers that count the header', [fault({ record: 4, orderId: B, line: '21' })], 'done refused'],
    ['a warning', [fault({ record: 1, isError: false })], 'done done'],
    [
      'an order that is not in the file',
      [fault({ record: 1, orderId: '999-0000000-0000000' })],
      'file-report-of-another',
    ],
    ['a number beyond the file', [fault({ record: 9 })], 'file-report-of-another'],
  ])('[H2] %s', (_, faults, expected) => {
    expect(judge(faults)).toBe(expected)
  })

  it('[H2] another count of lines is another file', () => {
    expect(judge([], { processed: 4, successful: 4 })).toBe('file-report-of-another')
  })

  it('[H2] a file that was refused as a whole is refused line by line', () => {
    expect(judge([fault({ record: 0 })], { processed: 1, successful: 0 })).toBe('refused refused')
  })
})
