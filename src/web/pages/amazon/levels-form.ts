import type { MethodId } from '#core/ids.ts'
import { checkShippingSettings } from '#core/settings/check-settings.ts'
import { FURTHER_LEVELS, type FurtherLevel, LEVELS, type Level } from '#core/shipping/service-level.ts'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import type { FieldFaults } from '../../parts/use-section.ts'
import { faultsOf, numberOrNull } from './form.ts'

/** A shipping method as the API tells it. */
export type Method = components['schemas']['ShippingMethod']
/** A row of a table as it is typed. */
export type LevelRow = { readonly methodId: string; readonly valid: boolean; readonly priority: string }
/** The four tables with every method of the merchant in each, and what the further levels become. */
export type LevelsForm = {
  readonly levels: Readonly<Record<Level, readonly LevelRow[]>>
  readonly further: Readonly<Record<FurtherLevel, Level | 'hold'>>
  readonly methods: readonly Method[]
}

/** What the console proposes for Amazon's further levels (O10). */
export const PROPOSED: Readonly<Record<FurtherLevel, Level>> = {
  FREE_ECONOMY: 'standard',
  SAME_DAY: 'one-day',
  PRIORITY: 'expedited',
  SCHEDULED: 'standard',
}

/** Reads the section with the methods it chooses from; one that no table names yet stands at its end, not valid. */
export async function readLevels(signal: AbortSignal): Promise<LevelsForm> {
  const [saved, { rows: methods }] = await Promise.all([
    answer(api.GET('/api/v1/settings/shipping', { signal })),
    answer(api.GET('/api/v1/shipping-methods', { signal })),
  ])
  const table = (level: Level): LevelRow[] => {
    const rows = saved.levels[level].map(({ methodId, valid, priority }) => ({
      methodId,
      valid,
      priority: priority === null ? '' : String(priority),
    }))
    const named = new Set(rows.map(({ methodId }) => methodId))
    const others = methods.filter(({ id }) => !named.has(id))
    return [...rows, ...others.map(({ id }) => ({ methodId: id, valid: false, priority: '' }))]
  }
  return {
    levels: {
      standard: table('standard'),
      expedited: table('expedited'),
      'two-day': table('two-day'),
      'one-day': table('one-day'),
    },
    further: saved.further,
    methods,
  }
}

/** The section to be saved: rows that are neither valid nor have a priority say nothing, and are left out. */
export function sentLevels({ levels, further }: LevelsForm) {
  const table = (level: Level) =>
    rowsSent(levels[level]).map(({ methodId, valid, priority }) => ({
      methodId: methodId as MethodId,
      valid,
      priority: numberOrNull(priority),
    }))
  return {
    levels: {
      standard: table('standard'),
      expedited: table('expedited'),
      'two-day': table('two-day'),
      'one-day': table('one-day'),
    },
    further: { ...further },
  }
}

/** The rows of a table that are sent, in their order; faults are told by their places. */
export const rowsSent = (rows: readonly LevelRow[]): readonly LevelRow[] =>
  rows.filter(({ valid, priority }) => valid || priority.trim() !== '')

/** The server's own rules for the section (O9, O10). */
export const checkLevels = (form: LevelsForm): FieldFaults =>
  faultsOf(
    checkShippingSettings(
      sentLevels(form),
      form.methods.map(({ id, enabled }) => ({ id: id as MethodId, enabled })),
    ),
  )

export type { FurtherLevel, Level }
export { FURTHER_LEVELS, LEVELS }
