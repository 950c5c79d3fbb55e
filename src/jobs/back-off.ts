const SHORTEST = 5_000
const LONGEST = 15 * 60_000

/**
 * How long to wait after so many failures in a row: anywhere between 5 seconds and a bound that doubles with each
 * failure, at most 15 minutes. Spread over the whole span, so that a thousand merchants that failed together do not come
 * back together.
 */
export function backOff(failures: number, random: () => number): number {
  const bound = Math.min(LONGEST, SHORTEST * 2 ** Math.min(failures, 20))
  return Math.round(SHORTEST + random() * (bound - SHORTEST))
}

/** What may be written down of an error: its code or class, never its message, which may quote a buyer. */
export function errorCode(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  const said = [code, name].find((text) => typeof text === 'string' && /^[A-Za-z][\w.-]{0,59}$|^\w{5}$/.test(text))
  return (said as string | undefined) ?? 'unknown'
}

/** Where in our own code an error was thrown, as `folder/file.ts:line`; it holds nothing of the data. */
export function errorPlace(error: unknown): string | null {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const place = frames.map((line) => /\/src\/([\w./-]+\.ts:\d+)/.exec(line)?.[1]).find((found) => found !== undefined)
  return place ?? null
}
