import { expect, test } from 'vitest'
import { breakStory } from '../make/break-story.ts'
import { LISTED, LISTINGS_STORY } from '../make/crash-listings.ts'

const stage = breakStory(LISTINGS_STORY, { oneIn: 200 })

test('[I10][I11][I12] the story of stock that goes up ends as it should when nothing breaks', () => {
  type State = Record<string, { [field: string]: unknown }[]>
  const states = stage().unbroken.map(({ state }) => state as State)
  const confirmed = (state: State | undefined) =>
    (state?.skuFields ?? []).map((f) => [f.seller_sku, f.state, JSON.parse(String(f.confirmed)).quantity])
  const atAmazon = states.map(({ amazon }) => (amazon as unknown as { listings: Record<string, number> }).listings)
  const shown = atAmazon.map((listings) => Object.keys(LISTED).map((sku) => listings[sku]))
  // Amazon begins each scene anew: what it has is what that scene's program gave it.
  expect(shown).toEqual([
    [40, 40, 1],
    [480, 400, 600],
    [80, 17, 23],
    [40, 40, 1],
    [80, 17, 23],
  ])
  expect(confirmed(states[1])).toEqual([
    ['MUG-BLUE', 'confirmed', 480],
    ['MUG-RED', 'confirmed', 400],
    ['TEA/EARL', 'confirmed', 600],
  ])
  const last = states.at(-1)
  expect(confirmed(last)).toEqual([
    ['MUG-BLUE', 'confirmed', 80],
    ['MUG-RED', 'confirmed', 17],
    ['TEA/EARL', 'confirmed', 23],
  ])
  const differing = last?.drift?.filter(({ what }) => what === 'quantity').map(({ sku }) => sku)
  expect(differing).toEqual(['MUG-BLUE', 'MUG-RED', 'TEA/EARL'])
  expect(last?.audits).toMatchObject([{ state: 'done' }, { state: 'done' }])
  expect(last?.problems).toEqual([])
})

test('the comparison sees a Millrace that commits too early: an audit is begun before its wish is taken off', async () => {
  const { state } = await stage().play(0, { early: /^insert into millrace\.drift_audits/ })
  expect(state).not.toEqual(stage().unbroken[0]?.state)
})
