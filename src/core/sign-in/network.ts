/** The network of an address, by which tries are counted and new places told apart: the first 24 bits of IPv4, 48 of IPv6 (U6). */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return plain.replace(/\d+$/, '0/24')
  if (!plain.includes(':')) return 'unknown'
  const [head = '', tail = ''] = plain.toLowerCase().split('::')
  const before = head.split(':').filter((part) => part !== '')
  const after = tail.split(':').filter((part) => part !== '')
  const all = plain.includes('::')
    ? [...before, ...Array(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
    : before
  return `${all
    .slice(0, 3)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/48`
}

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iphone|ipad/i, 'iOS'],
  [/android/i, 'Android'],
  [/windows/i, 'Windows'],
  [/mac os|macintosh/i, 'macOS'],
  [/cros/i, 'ChromeOS'],
  [/linux/i, 'Linux'],
]
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/edg\//i, 'Edge'],
  [/opr\//i, 'Opera'],
  [/firefox|fxios/i, 'Firefox'],
  [/chrome|crios/i, 'Chrome'],
  [/safari/i, 'Safari'],
]

/** A browser in two words, such as "Firefox on Linux"; what it sends in full is not kept. */
export function agentOf(header: string | undefined): string {
  const find = (known: readonly (readonly [RegExp, string])[]) => known.find(([form]) => form.test(header ?? ''))?.[1]
  const browser = find(BROWSERS)
  const system = find(SYSTEMS)
  if (!browser) return system ? `another program on ${system}` : 'another program'
  return system ? `${browser} on ${system}` : browser
}
