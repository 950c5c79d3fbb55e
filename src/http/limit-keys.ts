import type { FastifyReply } from 'fastify'
import type { Deps } from '#flows/deps.ts'
import { Refusal } from './refusal.ts'

/** How many requests a key may send in a minute; a sixth of them at once. */
export type KeyLimit = { readonly perMinute: number }

/** The most that a process draws at once: it asks the database for one request in so many. */
const SLICE = 20
/** What a process drew and did not spend is forgotten after so long, ms: an idle one keeps nothing for itself. */
const SLICE_LASTS = 10_000
const REMEMBERED = 10_000

/** What a process may spend of a key's bucket. `until`: it is good for so long, or nothing was given and none is asked for before (epoch ms). */
type Slice = { tokens: number; readonly given: number; readonly left: number; readonly until: number }

/** Counts a key's request, says in the answer what is left, and refuses one too many; people in the console are not counted (X1). */
export function keyLimiter(
  deps: Deps,
  limit: KeyLimit | undefined,
): (keyId: string, reply: FastifyReply) => Promise<void> {
  if (!limit) return async () => {}
  const { perMinute } = limit
  const [rate, burst] = [perMinute / 60, Math.max(1, Math.ceil(perMinute / 6))]
  const take = slicesOf(deps, { rate, burst })
  return async (keyId, reply) => {
    const slice = await take(keyId)
    const isGiven = slice.given >= 1
    const remaining = isGiven ? Math.max(0, Math.floor(slice.tokens + slice.left)) : 0
    reply.header('ratelimit-policy', `"key";q=${perMinute};w=60`)
    reply.header('ratelimit', `"key";r=${remaining};t=${Math.ceil((burst - remaining) / rate)}`)
    if (isGiven) return
    reply.header('retry-after', String(Math.max(1, Math.ceil((slice.until - deps.now()) / 1000))))
    throw new Refusal({
      status: 429,
      title: 'Too many requests',
      detail: `This API key may send ${perMinute} requests a minute. Send it again later, as Retry-After says; nothing was done.`,
    })
  }
}

/** The slice that a key spends now; a new one is drawn once for all requests that wait for it. */
function slicesOf(deps: Deps, plan: { readonly rate: number; readonly burst: number }) {
  const slices = new Map<string, Promise<Slice>>()
  const draw = async (keyId: string): Promise<Slice> => {
    const at = deps.now()
    const drawn = await deps.deployment.drawTokens({ keyId, ...plan }, { wanted: Math.min(SLICE, plan.burst), at })
    const lasts = drawn.given >= 1 ? SLICE_LASTS : Math.ceil(((1 - drawn.left) / plan.rate) * 1000)
    return { ...drawn, tokens: drawn.given, until: at + lasts }
  }
  return async (keyId: string): Promise<Slice> => {
    for (;;) {
      const known = slices.get(keyId)
      const slice = known && (await known)
      if (slice && slice.until > deps.now() && (slice.tokens >= 1 || slice.given === 0)) {
        // Here, before anything waits again: what one request takes no other can.
        slice.tokens -= 1
        return slice
      }
      if (slices.get(keyId) !== known) continue
      if (slices.size >= REMEMBERED) slices.clear()
      const drawing = draw(keyId)
      slices.set(keyId, drawing)
      drawing.catch(() => slices.delete(keyId))
    }
  }
}
