import { expect, test } from 'vitest'
import { judgeDay, openDay, runDay } from '#main/demo/fast-day.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { withMerchant } from '#store/db.ts'

/** What an import leaves that loses the last line of an order: what a careless change could do. */
const LOSE_LINES = `delete from millrace.order_lines l using (select order_id, max(line_id) as line_id from millrace.order_lines group by order_id having count(*) > 1) last
  where l.order_id = last.order_id and l.line_id = last.line_id`

// Days of other seeds are played by `npm run chaos`.
test('[M5] the demo day ends as its script says, and one whose import lost lines does not', async () => {
  const day = await openDay('1')
  try {
    await runDay(day)
    const result = await judgeDay(day)
    expect(result.differences).toEqual([])
    expect(result.found).toEqual(result.wanted)
    expect(result.drawn).toBeGreaterThanOrEqual(50)
    await withMerchant(day.installation.shop.pool, MERCHANT.id, (tx) => tx.query(LOSE_LINES))
    const { differences } = await judgeDay(day)
    expect(differences.map((d) => d.archetype)).toContain('two lines')
  } finally {
    await day.close()
  }
})
