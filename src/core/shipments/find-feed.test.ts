import { describe, expect, it } from 'vitest'
import { findFeed, lookFrom } from './find-feed.ts'

const MINUTE = 60_000
const ASKED = 1_000 * MINUTE
const US = 'ATVPDKIKX0DER'
const feed = (feedId: string, after: number, marketplaceIds: readonly string[] = [US]) => ({
  feedId,
  createdAt: ASKED + after,
  marketplaceIds,
})
const look = (listed: ReturnType<typeof feed>[], options: { now?: number; known?: string[] } = {}) =>
  findFeed({
    askedAt: ASKED,
    now: ASKED + (options.now ?? 6 * MINUTE),
    marketplaceId: US,
    listed,
    known: options.known ?? [],
  })

describe('a feed whose answer was lost', () => {
  it.each([
    ['the only unknown one is ours', [feed('1', 2000)], { kind: 'found', feedId: '1' }],
    ['also where Amazon names no marketplace', [feed('1', 2000, [])], { kind: 'found', feedId: '1' }],
    ['our clock may be a little ahead', [feed('1', -30_000)], { kind: 'found', feedId: '1' }],
    ['two are not told apart', [feed('1', 2000), feed('2', 3000)], { kind: 'unclear', feeds: 2 }],
    ['another marketplace is not ours', [feed('1', 2000, ['A2EUQ1WTGCTBG2'])], { kind: 'never' }],
    ['one from before may be ours, where a clock was set', [feed('1', -2 * MINUTE)], { kind: 'unclear', feeds: 1 }],
    ['one from much later, too', [feed('1', 11 * MINUTE)], { kind: 'unclear', feeds: 1 }],
    [
      'one near and one far are not told apart',
      [feed('1', 2000), feed('2', -30 * MINUTE)],
      { kind: 'unclear', feeds: 2 },
    ],
    ['one from more than an hour before is not ours', [feed('1', -61 * MINUTE)], { kind: 'never' }],
    ['one from more than an hour later is not ours', [feed('1', 61 * MINUTE)], { kind: 'never' }],
    ['none after five minutes: it never came', [], { kind: 'never' }],
  ] as const)('[O16] %s', (_, listed, expected) => {
    expect(look([...listed])).toEqual(expected)
  })

  it('[O16] known feeds do not count', () => {
    expect(look([feed('1', 2000), feed('2', 3000)], { known: ['1'] })).toEqual({ kind: 'found', feedId: '2' })
    expect(look([feed('1', 2000)], { known: ['1'] })).toEqual({ kind: 'never' })
  })

  it('[O16] before five minutes an empty list proves nothing', () => {
    expect(look([], { now: 5 * MINUTE - 1 })).toEqual({ kind: 'wait', until: ASKED + 5 * MINUTE })
    expect(look([], { now: 5 * MINUTE })).toEqual({ kind: 'never' })
    expect(lookFrom(ASKED)).toBeLessThan(ASKED)
  })
})
