import { LEVELS, type Level } from '../shipping/service-level.ts'
import type { ShippingMethod } from '../shipping/shipping-method.ts'
import type { ShippingSettings } from './settings.ts'

/** What the levels must know of a method. */
export type MethodInUse = Pick<ShippingMethod, 'id' | 'enabled'>

/** The levels for which no method is both valid and in use: a disabled one counts as none (O9). */
export function levelsWithoutMethod(levels: ShippingSettings['levels'], methods: readonly MethodInUse[]): Level[] {
  const inUse = new Set(methods.flatMap(({ id, enabled }) => (enabled ? [id] : [])))
  return LEVELS.filter((level) => !levels[level].some(({ valid, methodId }) => valid && inUse.has(methodId)))
}
