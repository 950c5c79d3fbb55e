/** What PostgreSQL's plan of a statement says of one step (`explain (verbose, format json)`), as far as we read it. */
export type PlanStep = {
  readonly 'Node Type'?: string
  readonly Schema?: string
  readonly 'Relation Name'?: string
  readonly Alias?: string
  readonly Plans?: readonly PlanStep[]
  readonly [fact: string]: unknown
}

/** Schemas in which every table is a merchant's. */
const MERCHANTS = ['millrace', 'vault']
/** Where a step tells which rows it takes. */
const CONDITIONS = ['Index Cond', 'Recheck Cond', 'Filter', 'Hash Cond', 'Merge Cond', 'Join Filter', 'One-Time Filter']

/** The merchants' tables that a plan reads without being led by a merchant: neither by a value nor by another row that is. */
export function unledTables(plan: PlanStep): string[] {
  const steps = stepsOf(plan)
  const scans = new Map(
    steps
      .filter((step) => step.Alias !== undefined && MERCHANTS.includes(step.Schema ?? '') && isScan(step))
      .map((step) => [step.Alias ?? '', `${step.Schema}.${step['Relation Name']}`]),
  )
  const pairs = steps.flatMap((step) => CONDITIONS.flatMap((name) => equalities(step[name])))
  const led = new Set<string>()
  const isLed = (side: string) => !scans.has(aliasIn(side) ?? '') || led.has(aliasIn(side) ?? '')
  for (let before = -1; before !== led.size; ) {
    before = led.size
    for (const [one, other] of pairs)
      for (const [mine, theirs] of [
        [one, other],
        [other, one],
      ] as const) {
        const alias = aliasIn(mine)
        if (alias !== undefined && scans.has(alias) && isLed(theirs)) led.add(alias)
      }
  }
  return [...new Set([...scans].filter(([alias]) => !led.has(alias)).map(([, table]) => table))].sort()
}

const stepsOf = (step: PlanStep): readonly PlanStep[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)]

/** A bitmap's index scan has no table of its own; what is only written into is not read. */
const isScan = (step: PlanStep): boolean =>
  step['Relation Name'] !== undefined && (step['Node Type'] ?? '').endsWith('Scan')

/** `x.merchant_id = ...` of a condition, both sides as they are written. */
function equalities(condition: unknown): (readonly [string, string])[] {
  if (typeof condition !== 'string') return []
  return [...condition.matchAll(/([\w."$]+) = ((?:ANY )?\(?[\w."$]+)/g)].flatMap(([, one = '', other = '']) =>
    [one, other].some((side) => aliasIn(side) !== undefined) ? [[one, other] as const] : [],
  )
}

/** The alias of a side that is somebody's merchant_id. */
const aliasIn = (side: string): string | undefined => /^"?([^".]+)"?\.merchant_id$/.exec(side)?.[1]
