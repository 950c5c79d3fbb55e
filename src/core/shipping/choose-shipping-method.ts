import type { MethodId } from '../ids.ts'
import { failed, ok, type Result } from '../problems.ts'
import type { LevelMethod } from '../settings/settings.ts'
import { visibleText } from '../visible-text.ts'
import { rateMethod } from './rate-method.ts'
import { type Rating, type Shipment, unavailable } from './rating.ts'
import { LEVEL_NAMES, type Level } from './service-level.ts'
import type { ShippingMethod } from './shipping-method.ts'

/** The method that an order goes by, and what it would cost in the merchant's currency. */
export type ChosenMethod = { readonly methodId: MethodId; readonly cost: number }

/** The table of one service level, and the methods it names. */
export type LevelTable = {
  readonly level: Level
  readonly rows: readonly LevelMethod[]
  readonly methods: ReadonlyMap<MethodId, ShippingMethod>
}

const LONGEST_REASONS = 400

/**
 * Of the valid methods that are available: the lowest priority number; with equal or no priorities the cheapest; at equal cost the
 * one higher in the table. Methods with a priority come before those without (O9).
 */
export function chooseShippingMethod({ level, rows, methods }: LevelTable, shipment: Shipment): Result<ChosenMethod> {
  const valid = rows.filter((row) => row.valid)
  if (valid.length === 0) return failed('no-method-for-level', { level: LEVEL_NAMES[level] })
  let best: { priority: number; cost: number; methodId: MethodId } | null = null
  const reasons: string[] = []
  for (const { methodId, priority } of valid) {
    const rating = rate(methods.get(methodId), shipment)
    if (!rating.ok) reasons.push(`${visibleText(methodId, 40)}: ${rating.reason.words}`)
    else {
      const candidate = { priority: priority ?? Number.POSITIVE_INFINITY, cost: rating.cost, methodId }
      if (best === null || comesBefore(candidate, best)) best = candidate
    }
  }
  if (best) return ok({ methodId: best.methodId, cost: best.cost })
  const told = visibleText(reasons.join('; '), LONGEST_REASONS)
  return failed('no-method-rates', { level: LEVEL_NAMES[level], reasons: told })
}

const rate = (method: ShippingMethod | undefined, shipment: Shipment): Rating =>
  method ? rateMethod(method, shipment) : unavailable('missing', 'does not exist')

type Ranked = { readonly priority: number; readonly cost: number }

/** Strictly before: at full equality the one higher in the table stays. */
const comesBefore = (one: Ranked, other: Ranked): boolean =>
  one.priority !== other.priority ? one.priority < other.priority : one.cost < other.cost
