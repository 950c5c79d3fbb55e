import { describe, expect, it } from 'vitest'
import { readOrderFileReport } from '#amazon/order-file-report.ts'

const HEAD =
  'Feed Processing Summary:\r\n\tNumber of records processed\t\t3\r\n\tNumber of records successful\t\t1\r\n\r\n'
const COLUMNS = 'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message\r\n'
const ROWS = '1\t111-1\t9001\t25\tError\tToo late.\r\n3\t111-2\t\t26\tError\tNot yours.\r\n'
const WHOLE = HEAD + COLUMNS + ROWS

const whyNot = (text: string): string => {
  const read = readOrderFileReport(text)
  return read.ok ? 'read' : String(read.problem.facts.why)
}

describe('the processing report of a file', () => {
  it('[H2] has two counts and a line for each fault', () => {
    expect(readOrderFileReport(WHOLE)).toEqual({
      ok: true,
      value: {
        processed: 3,
        successful: 1,
        faults: [
          { record: 1, orderId: '111-1', line: '9001', isError: true, code: '25', words: 'Too late.' },
          { record: 3, orderId: '111-2', line: null, isError: true, code: '26', words: 'Not yours.' },
        ],
      },
    })
  })

  it('[H2] its columns may have any order, others may stand between them, and its words any language', () => {
    const text = `Zusammenfassung\n\tVerarbeitet\t\t2\n\tErfolgreich\t\t1\n\nError-Message\tmarketplace\tOrder-ID\tError-Code\nZu spät.\tde\t028-1\t25\n`
    expect(readOrderFileReport(text)).toMatchObject({
      value: {
        processed: 2,
        successful: 1,
        faults: [{ record: null, orderId: '028-1', words: 'Zu spät.', isError: true }],
      },
    })
  })

  it('[H2] where all went well there may be no table', () => {
    const well = HEAD.replace('\t1\r', '\t3\r')
    expect(readOrderFileReport(well)).toMatchObject({ value: { processed: 3, successful: 3, faults: [] } })
    expect(readOrderFileReport(well + COLUMNS)).toMatchObject({ value: { faults: [] } })
  })

  it('[H2] a warning is no fault, and two faults of one record are one', () => {
    const rows = `${ROWS}1\t111-1\t9001\t27\tError\tAnd more.\r\n2\t111-1\t9002\t28\tWarning\tHm.\r\n`
    expect(readOrderFileReport(HEAD + COLUMNS + rows)).toMatchObject({ ok: true })
  })

  it('[H2] cut off before its last line it is never read as "all well"', () => {
    for (let length = 0; length < HEAD.length + COLUMNS.length + 40; length++)
      expect([length, whyNot(WHOLE.slice(0, length))]).not.toEqual([length, 'read'])
  })

  it.each([
    ['', 'it is empty'],
    ['hello', 'it does not begin with'],
    [HEAD.replace('\t1\r', '\t4\r'), 'its counts contradict'],
    [HEAD, 'it is cut off: 2 of 3 records went wrong, and it names 0'],
    [HEAD + COLUMNS + ROWS.split('\r\n')[0], 'it is cut off: 2 of 3 records went wrong, and it names 1'],
    [`${WHOLE}2\t111-3\t\t27\tError\tMore.\r\n`, 'it is cut off'],
    [`${HEAD}${COLUMNS}x\t111-1\t\t25\tError\tNo.\r\n`, 'a line of it does not fit its header'],
  ])('[H2] %j: %s', (text, why) => {
    expect(whyNot(text)).toContain(why)
  })
})
