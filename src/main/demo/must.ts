import { type Result, tell } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'

/** What the demo enters is right; if not, it says why and ends. */
export function must<T>(result: Result<T> | Checked<T>): T {
  if (result.ok) return result.value
  const problems = 'problems' in result ? result.problems : [result.problem]
  throw new Error(`The demo cannot be entered: ${problems.map((p) => tell(p).sentence).join(' ')}`)
}
