import { describe, expect, test } from 'vitest'
import type { PackageAtAmazon } from './package.ts'
import { afterSilence, type SentPackage, type Shown, shownOf } from './read-back.ts'

const items = [{ line: 'L1', quantityAmazon: 2, quantity: 2 }]
const sent = (change: Partial<SentPackage> = {}): SentPackage => ({
  number: 1,
  amazonNumber: null,
  tracking: '1Z999AA10123456784',
  version: 1,
  items,
  way: 'call',
  carrier: { code: 'UPS', name: null },
  ...change,
})
const there = (change: Partial<PackageAtAmazon> = {}): PackageAtAmazon => ({
  number: '1',
  carrier: 'UPS',
  tracking: '1Z999AA10123456784',
  status: 'SHIPPED',
  items: [{ line: 'L1', quantity: 2 }],
  ...change,
})

describe('[S4] what Amazon shows of a sent package', () => {
  test.each<[string, Partial<SentPackage>, PackageAtAmazon[], string[], object]>([
    ['nothing at all', {}, [], [], { kind: 'absent' }],
    ['the same number and tracking', {}, [there()], [], { kind: 'seen', number: '1' }],
    ['tracking with spaces and small letters', {}, [there({ tracking: '1z99 9aa1-0123456784' })], [], { kind: 'seen' }],
    ['another number only', {}, [there({ number: '2' })], [], { kind: 'absent' }],
    [
      'the tracking dropped',
      {},
      [there({ tracking: null })],
      [],
      { kind: 'differs', field: 'tracking', sent: '1Z999AA10123456784', shown: '' },
    ],
    ['another tracking', {}, [there({ tracking: 'OLD' })], [], { kind: 'differs', field: 'tracking', shown: 'OLD' }],
    ['a carrier written its own way', {}, [there({ carrier: 'United Parcel Service' })], [], { kind: 'seen' }],
    [
      'the old carrier after a correction',
      { version: 2, carrier: { code: 'FedEx', name: null } },
      [there()],
      [],
      { kind: 'differs', field: 'carrier', sent: 'FedEx', shown: 'UPS' },
    ],
    [
      'the corrected carrier by its name',
      { version: 2, carrier: { code: 'Other', name: 'Blitz Kurier' } },
      [there({ carrier: 'BLITZ-KURIER' })],
      [],
      { kind: 'seen' },
    ],
    ['by feed, the same tracking', { way: 'feed' }, [there({ number: '7' })], [], { kind: 'seen', number: '7' }],
    [
      'by feed without tracking, the same items',
      { way: 'feed', tracking: null },
      [there({ number: '7', tracking: null })],
      [],
      { kind: 'seen', number: '7' },
    ],
    [
      'by feed without tracking, other quantities',
      { way: 'feed', tracking: null },
      [there({ number: '7', tracking: null, items: [{ line: 'L1', quantity: 1 }] })],
      [],
      { kind: 'absent' },
    ],
    [
      'by feed, what belongs to another package of ours',
      { way: 'feed', tracking: null },
      [there({ number: '7', tracking: null })],
      ['7'],
      { kind: 'absent' },
    ],
    [
      'by feed, the tracking dropped',
      { way: 'file' },
      [there({ number: '7', tracking: null })],
      [],
      { kind: 'differs', field: 'tracking' },
    ],
    ['by its number at Amazon', { way: 'feed', amazonNumber: '9' }, [there({ number: '9' })], [], { kind: 'seen' }],
    ['a package that was cancelled later', {}, [there({ status: 'CANCELLED' })], [], { kind: 'seen' }],
  ])('%s', (...[, ours, packages, others, shown]) => {
    expect(shownOf(sent(ours), packages, others)).toMatchObject(shown)
  })
})

describe('[S4] a package that two whole sweeps did not show, once its order was read', () => {
  const absent: Shown = { kind: 'absent' }
  const differs: Shown = { kind: 'differs', field: 'tracking', sent: 'A', shown: '' }
  test.each<[Shown, boolean, boolean, object]>([
    [{ kind: 'seen', number: '3' }, false, false, { kind: 'settled', number: '3' }],
    [{ kind: 'seen', number: '3' }, true, true, { kind: 'settled', number: '3' }],
    [absent, false, false, { kind: 'send-again' }],
    [differs, false, false, { kind: 'send-again' }],
    [absent, true, false, { kind: 'refused', problem: { code: 'package-dropped' } }],
    [differs, true, false, { kind: 'refused', problem: { code: 'package-differs', facts: { shown: 'none' } } }],
    [absent, false, true, { kind: 'refused', problem: { code: 'cancelled-at-amazon' } }],
  ])('%o, sent again %s, cancelled %s', (...[shown, sentAgain, cancelled, end]) => {
    expect(afterSilence(shown, { what: 'package 1', sentAgain, cancelled })).toMatchObject(end)
  })
})
