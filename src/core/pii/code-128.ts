/** Widths of bars and gaps of each value, as the standard has them; the last is the stop sign. */
const WIDTHS =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 ' +
  '223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 ' +
  '112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 ' +
  '311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 ' +
  '122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
const PATTERNS = WIDTHS.split(' ')
const START_B = 104
const STOP = 106

/** The widths of bars and gaps in turn, beginning with a bar, of a text of plain letters, digits and signs (Code 128, set B). */
export function code128(text: string): readonly number[] {
  if (!/^[ -~]{1,80}$/.test(text)) throw new Error('Only plain letters, digits and signs can be written as a bar code.')
  const values = [...text].map((sign) => sign.charCodeAt(0) - 32)
  const check = values.reduce((sum, value, index) => sum + value * (index + 1), START_B) % 103
  return [START_B, ...values, check, STOP].flatMap((value) => [...(PATTERNS[value] ?? '')].map(Number))
}

/** Quiet room beside the bars, in widths of the narrowest bar. */
const QUIET = 10
const HEIGHT = 40

/** The same as a drawing that any scanner reads. The text must be one that may stand in a page as it is. */
export function code128Svg(text: string): string {
  let x = QUIET
  const bars = code128(text).flatMap((width, index) => {
    const bar = index % 2 === 0 ? [`M${x} 0h${width}v${HEIGHT}h-${width}z`] : []
    x += width
    return bar
  })
  const label = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return `<svg class="code" role="img" aria-label="${label}" viewBox="0 0 ${x + QUIET} ${HEIGHT}" preserveAspectRatio="none" shape-rendering="crispEdges"><path d="${bars.join('')}"/></svg>`
}
