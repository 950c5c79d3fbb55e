// The lockfile holds names, versions and checksums; where packages come from is each machine's own affair.
import type { Finding } from './source-file.ts'

/** No address of a registry in package-lock.json or .npmrc. */
export function noRegistry(path: string, text: string): Finding[] {
  const hasAddress = /"resolved"\s*:\s*"https?:/.test(text) || /^\s*(@[^=]*:)?registry\s*=/m.test(text)
  return hasAddress ? [{ at: path, sentence: 'names the address of a registry.' }] : []
}
