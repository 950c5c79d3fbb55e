import type { World } from './state.ts'

export type DayKind = 'fast' | 'live'

export function startDay(_world: World, _kind: DayKind): unknown {
  return null
}
