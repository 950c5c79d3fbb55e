import { describe, expect, test } from 'vitest'
import { code128, code128Svg } from './code-128.ts'

/** Bars as a scanner sees them: 1 for a bar, 0 for a gap. */
const modules = (widths: readonly number[]) =>
  widths.map((width, index) => (index % 2 === 0 ? '1' : '0').repeat(width)).join('')

describe('a bar code', () => {
  test.each([
    // Worked out by hand from the standard's table: start B, the letters, the check sign, stop.
    ['A', '11010010000' + '10100011000' + '10001011000' + '1100011101011'],
    ['1', '11010010000' + '10011100110' + '11001110010' + '1100011101011'],
  ])('[U3] of [%s] is the one of the standard', (text, bars) => {
    expect(modules(code128(text))).toBe(bars)
  })

  test('[U3] has the check sign of the standard’s example: 88 for [Wikipedia]', () => {
    const [check] = [code128('Wikipedia').slice(-13, -7)]
    // Value 88 stands for the letter x.
    expect(check).toEqual(code128('x').slice(6, 12))
  })

  test('[U3] of every sign is its own, eleven wide, with an even sum of bars', () => {
    const signs = Array.from({ length: 95 }, (_, index) => String.fromCharCode(index + 32))
    const each = signs.map((sign) => code128(sign).slice(6, 12))
    expect(new Set(each.map(String)).size).toBe(95)
    for (const widths of each) {
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11)
      expect(((widths[0] ?? 0) + (widths[2] ?? 0) + (widths[4] ?? 0)) % 2).toBe(0)
    }
  })

  test('[U3] of an order number is drawn in one path with room on both sides, as wide as its bars', () => {
    const order = '111-2222222-3333333'
    const wide = code128(order).reduce((sum, width) => sum + width, 0)
    expect(wide).toBe((order.length + 2) * 11 + 13)
    const svg = code128Svg(order)
    expect(svg).toContain(`viewBox="0 0 ${wide + 20} 40"`)
    expect(svg.match(/M/g)).toHaveLength(((order.length + 2) * 6) / 2 + 4)
    expect(svg).toContain('M10 0h2v40h-2z')
  })

  test.each(['', 'é', 'x'.repeat(81), 'a\n'])('[U3] is refused for what it cannot hold: %j', (text) => {
    expect(() => code128(text)).toThrow('bar code')
  })
})
