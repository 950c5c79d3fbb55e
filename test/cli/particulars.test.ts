import { expect, test } from 'vitest'
import { tellParticulars } from '../../src/cli/particulars.ts'

const telling = { currency: 'JPY', time: (at: number) => new Date(at).toISOString().slice(0, 16) }
const NONE = {
  points: null,
  scheduled: null,
  customized: false,
  giftWrap: null,
  demands: [],
  iossNumber: null,
  programs: [],
}

test('[O1] what is particular about a line is told in a few words each', () => {
  expect(tellParticulars(null, telling)).toEqual([])
  const from = Date.parse('2026-11-14T00:00:00Z')
  const all = {
    points: { number: 19, worth: 19 },
    scheduled: { from, to: from + 3_600_000 },
    customized: true,
    giftWrap: 'PREMIUM',
    demands: ['signatureConfirmation', 'palletDelivery'],
    iossNumber: 'IM0000000001',
    programs: ['TRANSPARENCY'],
  }
  expect(tellParticulars(all, telling)).toEqual([
    'designed by the buyer (the design is not shown)',
    'gift wrap PREMIUM',
    'delivery wanted from 2026-11-14T00:00 to 2026-11-14T01:00',
    'Amazon demands signatureConfirmation, palletDelivery',
    'VAT paid under IOSS IM0000000001',
    '19 Amazon Points, 19 JPY',
    'TRANSPARENCY',
  ])
})

test('[O1] open ends of a window and points of unknown worth are told as they are', () => {
  expect(tellParticulars({ ...NONE, scheduled: { from: null, to: 0 } }, telling)).toEqual([
    'delivery wanted to 1970-01-01T00:00',
  ])
  expect(tellParticulars({ ...NONE, points: { number: 5, worth: null } }, telling)).toEqual(['5 Amazon Points'])
})
