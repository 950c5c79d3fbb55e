import { afterEach, expect, test } from 'vitest'
import type { Deps } from '#flows/deps.ts'
import { type Day, judgeDay, openDay, playDay, runDay } from '#main/demo/fast-day.ts'

let open: Day | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

test.each(['1', 'harbor', '20261110'])(
  '[M5] the demo day of seed %s ends as its script says',
  { timeout: 90_000 },
  async (seed) => {
    const result = await playDay({ seed })
    expect(result.differences).toEqual([])
    expect(result.found).toEqual(result.wanted)
    expect(result.drawn).toBeGreaterThanOrEqual(50)
  },
)

test('[M5] the demo day fails when the import is broken', { timeout: 90_000 }, async () => {
  open = await openDay('1')
  const { installation } = open
  const { amazon } = installation.deps
  // An import that loses the last line of an order: what a careless change could do.
  const careless: Deps = {
    ...installation.deps,
    amazon: {
      ...amazon,
      translateOrder(wire) {
        const read = amazon.translateOrder(wire)
        if (!read.ok || read.value.order.lines.length < 2) return read
        return {
          ok: true,
          value: { ...read.value, order: { ...read.value.order, lines: read.value.order.lines.slice(0, -1) } },
        }
      },
    },
  }
  const broken: Day = { ...open, installation: { ...installation, shop: { ...installation.shop, deps: careless } } }
  await runDay(broken)
  const { differences } = await judgeDay(broken)
  expect(differences.map((d) => d.archetype)).toContain('two lines')
})
