import { DEPLOYMENT_ACTS, MERCHANT_ACTS } from '#core/audit/acts.ts'
import { queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { FACT_WORDS, auditWords as say } from '../../words/audit.ts'

export type Review = components['schemas']['AuditReview']
export type Act = Review['acts'][number]
export type Alarm = components['schemas']['Alarm']

/** Fetches the review again, after it was signed or an alarm was closed. */
export const auditChanged = () => queries.invalidateQueries({ queryKey: ['audit'] })

const NAMES: Readonly<Record<string, string>> = { ...DEPLOYMENT_ACTS, ...MERCHANT_ACTS }

/** What somebody did, in plain words. */
export const actText = (act: string): string => NAMES[act] ?? act

/** How many orders are named one by one. */
const NAMED = 3

/** What an act was about: its orders, its purpose and its small facts. */
export function aboutText({ orders, purpose, facts }: Act): string {
  const named = orders.slice(0, NAMED).map((order) => say.order(order))
  const more = orders.length > NAMED ? [say.more(orders.length - NAMED)] : []
  const told = Object.entries(facts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${FACT_WORDS[name] ?? name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
  return [[...named, ...more].join(', '), purpose && say.purpose(purpose), ...told].filter(Boolean).join(' · ') || '–'
}
