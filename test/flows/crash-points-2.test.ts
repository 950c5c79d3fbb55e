import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breakEverywhere, leavesATrace } from '../make/break-everywhere.ts'
import { SCENES } from '../make/crash-scenes.ts'
import { openStage, type Stage } from '../make/crash-stage.ts'

const NUMBERED = SCENES.map((scene, number) => ({ ...scene, number }))

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

describe('a connection lost at any even boundary loses nothing and doubles nothing', () => {
  test.each(NUMBERED)(
    '[$rule] $name',
    async ({ number }) => {
      const broken = await breakEverywhere(stage, number, { way: 'lost', only: (_, at) => at % 2 === 0 })
      console.log(`${broken.tried} of ${broken.boundaries} boundaries broken`)
      expect(broken.differences).toEqual([])
    },
    120_000,
  )
})

describe('a program that dies anywhere and is started again loses nothing and doubles nothing', () => {
  test.each(NUMBERED)(
    '[$rule] $name',
    async ({ number }) => {
      const broken = await breakEverywhere(stage, number, { way: 'dead', only: leavesATrace })
      console.log(`died at ${broken.tried} places`)
      expect(broken.differences).toEqual([])
    },
    120_000,
  )
})

describe('the comparison sees a Millrace that commits too early', () => {
  test.each([
    { what: 'the sweep moves on before its page is stored', scene: 0, early: /^update millrace\.sweeps set watermark/ },
    { what: 'documents are written before their orders', scene: 0, early: /^insert into millrace\.documents/ },
    { what: 'orders are written before their lines', scene: 0, early: /^insert into millrace\.orders / },
    { what: 'what orders reserve is written before the stock', scene: 0, early: /^insert into millrace\.allocations/ },
    { what: 'the stock is moved before the events are written', scene: 0, early: /^insert into millrace\.stock/ },
    {
      what: 'an order is placed again before its document counts',
      scene: 3,
      early: /^insert into millrace\.order_events/,
    },
  ])('$what', async ({ scene, early }) => {
    const { state } = await stage.play(scene, { early })
    expect(state).not.toEqual(stage.unbroken[scene]?.state)
  })
})
