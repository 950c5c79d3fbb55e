import type { Deps } from '#flows/deps.ts'
import type { Workshop } from '#jobs/work.ts'

/**
 * What breaks. `dead`: the program ends there. `unsent`: a call to Amazon never leaves; `unheard`: it is carried out, and its answer
 * is lost. After that everything works.
 */
export type FeedFault = { readonly at: number; readonly way: 'dead' | 'unsent' | 'unheard' }

/** Amazon's calls about feeds. */
const CALLS = ['uploadFeed', 'createFeed', 'feedState', 'feedsSince', 'readFeedReport'] as const

/** Millrace with faults: every commit, and every call about feeds before and after it, is a place where it may break. */
export function withFeedFaults(shop: Workshop, kinds: readonly string[] = ['order-feeds']) {
  const state = { met: [] as string[], fault: null as FeedFault | null }
  const strikes = (place: string, way: FeedFault['way'][]): boolean => {
    state.met.push(place)
    return state.fault?.at === state.met.length && way.includes(state.fault.way)
  }
  const die = (): never => {
    throw new Error('The program ended.')
  }
  const transaction = async (...args: Parameters<Deps['transaction']>) => {
    const result = await shop.deps.transaction(...args)
    if (strikes('committed', ['dead'])) die()
    return result
  }
  const call =
    (name: (typeof CALLS)[number]) =>
    async (...args: unknown[]) => {
      const lost = { ok: false, problem: { code: 'amazon-down', facts: { operation: name, why: 'a fault' } } }
      if (strikes(`${name} to be sent`, ['dead', 'unsent'])) return state.fault?.way === 'dead' ? die() : lost
      const answer = await (shop.deps.amazon[name] as (...all: unknown[]) => Promise<unknown>)(...args)
      if (strikes(`${name} answered`, ['dead', 'unheard'])) return state.fault?.way === 'dead' ? die() : lost
      return answer
    }
  const amazon = { ...shop.deps.amazon, ...Object.fromEntries(CALLS.map((name) => [name, call(name)])) }
  const deps = { ...shop.deps, amazon, transaction } as Deps
  // Other work is due too, and is not what is tried here.
  const idle = async () => ({ again: null })
  const schedule = shop.schedule.map((line) => (kinds.includes(line.kind) ? line : { ...line, run: idle }))
  return {
    shop: { ...shop, deps, schedule },
    state,
    arm(fault: FeedFault | null): void {
      state.met = []
      state.fault = fault
    },
  }
}
