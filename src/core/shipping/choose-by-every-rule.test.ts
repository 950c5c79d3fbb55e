import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemId, MethodId } from '../ids.ts'
import type { Destination } from '../orders/amazon-order.ts'
import { byId } from '../orders/import-examples.ts'
import type { LevelMethod } from '../settings/settings.ts'
import { chooseShippingMethod } from './choose-shipping-method.ts'
import type { Good, Parcel, Rate, ShippingMethod, Zone } from './shipping-method.ts'

// The whole choice against a plain reference: the reference asks each rule in the open, keeps a list and sorts it. All ranges are
// small, so that ties, limits met exactly and empty lists are common.

const small = (max: number) => fc.integer({ min: 0, max })
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })
const steps = fc
  .uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 })
  .map((limits) => limits.sort((one, other) => one - other))

const rate: fc.Arbitrary<Rate> = fc.oneof(
  fc.record({ kind: fc.constant('flat' as const), amount: small(4) }),
  fc.tuple(steps, small(4)).map(([limits, price]): Rate => {
    return { kind: 'by-weight', steps: limits.map((upToGrams, at) => ({ upToGrams, amount: price + at })) }
  }),
  fc.tuple(steps, small(4)).map(([limits, price]): Rate => {
    return { kind: 'by-subtotal', steps: limits.map((upTo, at) => ({ upTo, amount: price + at })) }
  }),
  fc.record({
    kind: fc.constant('percentage' as const),
    basisPoints: fc.constantFrom(0, 1000, 2500, 3333, 5000, 10_000),
    minimum: orNull(small(2)),
    maximum: orNull(fc.integer({ min: 2, max: 5 })),
  }),
  fc.record({ kind: fc.constant('per-item' as const), first: small(3), further: small(2) }),
)

const STATES = ['TX', 'CA', 'AK']
const zip = small(99_999).map((number) => String(number).padStart(5, '0'))
const postalRule = fc.oneof(
  small(9).map(String),
  fc.tuple(small(99), small(99)).map((ends) => {
    const [low = '', high = ''] = ends.map((end) => String(end).padStart(2, '0')).sort()
    return `${low}-${high}`
  }),
)
const zone: fc.Arbitrary<Zone> = fc.record({
  country: fc.constantFrom('US', 'US', 'US', 'CA'),
  states: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray(STATES)),
  exceptStates: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray(STATES)),
  postalCodes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(postalRule, { maxLength: 3 })),
  rate,
})

const ITEMS = ['A', 'B', 'C', 'KIT'] as ItemId[]
const someItems = fc.oneof({ weight: 3, arbitrary: fc.constant([] as ItemId[]) }, fc.subarray(ITEMS))
const method = fc
  .record({
    zones: fc.array(zone, { maxLength: 3 }),
    maxGrams: orNull(small(12)),
    maxValue: orNull(small(12)),
    packages: orNull(
      fc.record({ maxPackages: fc.integer({ min: 1, max: 3 }), packageGrams: fc.integer({ min: 1, max: 6 }) }),
    ),
    poBox: fc.boolean(),
    military: fc.boolean(),
    excludedItems: someItems,
    onlyItems: someItems,
    enabled: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 0),
  })
  .map(({ packages, ...rest }) => ({ ...rest, ...(packages ?? { maxPackages: null, packageGrams: null }) }))

const good: fc.Arbitrary<Good> = fc.constantFrom(...ITEMS).map((itemId) => ({
  itemId,
  components: itemId === 'KIT' ? (['A', 'B'] as ItemId[]) : [],
}))
const parcel: fc.Arbitrary<Parcel> = fc.record({
  grams: small(12),
  units: small(4),
  goods: fc.array(good, { maxLength: 2 }),
  subtotal: small(12),
  currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
})
const rarely = fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0)
const destination: fc.Arbitrary<Destination> = fc.record({
  country: fc.constant('US'),
  state: fc.constantFrom(...STATES),
  postalCode: zip,
  poBox: rarely,
  military: rarely,
})

/** Rows with a number and rows without, numbers twice, methods that are not ticked, one that does not exist. */
const row = fc.record({ valid: rarely.map((not) => !not), priority: orNull(fc.integer({ min: 1, max: 3 })) })
const scene = fc.record({ table: fc.array(fc.tuple(row, orNull(method)), { maxLength: 6 }), parcel, destination })

type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never
type Asked = NonNullable<Scene['table'][number][1]>

/** The reference: what a method costs, or null where it is not available. */
function plainCost(asked: Asked, { parcel: sent, destination: to }: Scene): number | null {
  const there = asked.zones.filter((each) => {
    if (each.country !== to.country || each.exceptStates.includes(to.state)) return false
    if (each.states.length > 0 && !each.states.includes(to.state)) return false
    return each.postalCodes.length === 0 || each.postalCodes.some((rule) => plainlyIn(rule, to.postalCode))
  })[0]
  const ids = sent.goods.flatMap((each) => [each.itemId, ...each.components])
  const listed = (id: ItemId) => asked.onlyItems.includes(id)
  const packages = [...Array(sent.grams).keys()].filter((gram) => gram % (asked.packageGrams ?? 1) === 0).length || 1
  const against = [
    !asked.enabled,
    there === undefined,
    to.poBox && !asked.poBox,
    to.military && !asked.military,
    sent.grams > (asked.maxGrams ?? Number.POSITIVE_INFINITY),
    asked.maxValue !== null && (sent.currency !== 'USD' || sent.subtotal > asked.maxValue),
    asked.maxPackages !== null && packages > asked.maxPackages,
    ids.some((id) => asked.excludedItems.includes(id)),
    asked.onlyItems.length > 0 &&
      sent.goods.some(
        (each) => !listed(each.itemId) && !(each.itemId === 'KIT' && listed(ITEMS[0]!) && listed(ITEMS[1]!)),
      ),
  ]
  return against.includes(true) || !there ? null : plainPrice(there.rate, sent)
}

function plainlyIn(rule: string, code: string): boolean {
  const [from = '', to = from] = rule.split('-')
  const beginning = Number(code.slice(0, from.length))
  return beginning >= Number(from) && beginning <= Number(to)
}

function plainPrice(asked: Rate, { grams, units, subtotal, currency }: Parcel): number | null {
  if (asked.kind === 'flat') return asked.amount
  if (asked.kind === 'by-weight') return asked.steps.filter((step) => step.upToGrams >= grams)[0]?.amount ?? null
  if (asked.kind === 'per-item') return asked.first + asked.further * (units < 2 ? 0 : units - 1)
  if (currency !== 'USD') return null
  if (asked.kind === 'by-subtotal') return asked.steps.filter((step) => step.upTo >= subtotal)[0]?.amount ?? null
  const exact = (subtotal * asked.basisPoints) / 10_000
  const rounded = exact - Math.floor(exact) >= 0.5 ? Math.ceil(exact) : Math.floor(exact)
  return Math.min(Math.max(rounded, asked.minimum ?? rounded), asked.maximum ?? Number.POSITIVE_INFINITY)
}

/** The reference: all that are available, those with a priority first by it, then by cost, then by their place. */
function plainChoice(given: Scene): { methodId: string; cost: number } | null {
  const available = given.table.flatMap(([{ valid, priority }, asked], place) => {
    const cost = asked && plainCost(asked, given)
    return valid && cost !== null ? [{ methodId: `M${place}`, cost, priority }] : []
  })
  const numbered = available.filter(({ priority }) => priority !== null)
  const lowest = Math.min(...numbered.map(({ priority }) => Number(priority)))
  const best = numbered.length > 0 ? numbered.filter(({ priority }) => priority === lowest) : available
  const cheapest = Math.min(...best.map(({ cost }) => cost))
  const winner = best.filter(({ cost }) => cost === cheapest)[0]
  return winner ? { methodId: winner.methodId, cost: winner.cost } : null
}

function choose(given: Scene) {
  const methods = given.table.flatMap(([, asked], place): ShippingMethod[] =>
    asked ? [{ ...asked, id: `M${place}` as MethodId, name: 'Any', carrier: 'Any' }] : [],
  )
  const rows = given.table.map(([each], place): LevelMethod => ({ ...each, methodId: `M${place}` as MethodId }))
  return chooseShippingMethod(
    { level: 'standard', rows, methods: byId(methods) },
    { ...given, merchantCurrency: 'USD' },
  )
}

test('[O9] every mixture of rates, zones, limits and priorities is chosen as the plain rules say', () => {
  const seen = { chosen: 0, none: 0 }
  fc.assert(
    fc.property(scene, (given) => {
      const chosen = choose(given)
      expect(chosen.ok ? chosen.value : null).toEqual(plainChoice(given))
      seen[chosen.ok ? 'chosen' : 'none'] += 1
    }),
    { numRuns: 3000 },
  )
  expect(Math.min(seen.chosen, seen.none)).toBeGreaterThan(300)
})

test('[O9] where none is available, every valid method of the table is named with its reason', () => {
  fc.assert(
    fc.property(scene, (given) => {
      const chosen = choose(given)
      if (chosen.ok) return
      const valid = given.table.flatMap(([{ valid: ticked }], place) => (ticked ? [`M${place}`] : []))
      const named = String(chosen.problem.facts.reasons ?? '').match(/\bM\d(?=: )/g) ?? []
      expect(named).toEqual(valid)
    }),
    { numRuns: 500 },
  )
})
