import { type Problem, problem } from '../problems.ts'
import { type ChosenMethod, chooseShippingMethod } from '../shipping/choose-shipping-method.ts'
import { LEVEL_NAMES, levelOf } from '../shipping/service-level.ts'
import { visibleText } from '../visible-text.ts'
import type { AmazonOrder } from './amazon-order.ts'
import type { ImportContext } from './import-context.ts'
import type { PageDocument } from './page-document.ts'
import { parcelOf } from './parcel-of.ts'
import type { ResolvedLines } from './resolve-lines.ts'

/** The method an order goes by, or everything that keeps us from choosing one. */
export type MethodForOrder =
  | { readonly method: ChosenMethod; readonly problems: readonly [] }
  | { readonly method: null; readonly problems: readonly Problem[] }

/** Chooses the shipping method of an order; it is rated only once all lines resolve, for before that its weight is not known (O9, O10, O12). */
export function methodForOrder(
  { order, destination }: PageDocument,
  { lines, needs, problems }: ResolvedLines,
  { settings, methods, merchant, items }: ImportContext,
): MethodForOrder {
  const level = levelOf(order.serviceLevel, settings.shipping.further)
  const found: Problem[] = []
  if (lines.length === 0) found.push(problem('missing-block', { field: 'any lines' }))
  if (level === null) found.push(levelProblem(order))
  if (!destination) found.push(problem('no-destination'))
  if (level === null) return { method: null, problems: found }

  const rows = settings.shipping.levels[level]
  if (!destination || found.length > 0 || problems.length > 0) {
    const none = !rows.some(({ valid }) => valid)
    if (none) found.push(problem('no-method-for-level', { level: LEVEL_NAMES[level] }))
    return { method: null, problems: found }
  }
  const parcel = parcelOf(needs, { lines, currency: order.currency ?? merchant.currency }, items)
  const chosen = chooseShippingMethod(
    { level, rows, methods },
    { parcel, destination, merchantCurrency: merchant.currency },
  )
  return chosen.ok ? { method: chosen.value, problems: [] } : { method: null, problems: [chosen.problem] }
}

/** A level that Amazon left out comes with the next fetch; one that does not map waits for the merchant (O10). */
const levelProblem = ({ serviceLevel }: AmazonOrder): Problem =>
  serviceLevel === null
    ? problem('missing-block', { field: 'a shipping service level' })
    : problem('unmapped-level', { level: visibleText(serviceLevel) })
