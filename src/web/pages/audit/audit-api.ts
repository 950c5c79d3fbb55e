import { actWords, type DeploymentAct, MERCHANT_ACTS } from '#core/audit/acts.ts'
import { queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import {
  ALARM_WORDS,
  CHANGED_WORDS,
  FACT_WORDS,
  SECTION_WORDS,
  auditWords as say,
  WHY_WORDS,
} from '../../words/audit.ts'

export type Review = components['schemas']['AuditReview']
export type Act = Review['acts'][number]
export type ListedAct = components['schemas']['AuditAct']
export type Alarm = components['schemas']['Alarm']

/** Fetches the review again, after it was signed or an alarm was closed. */
export const auditChanged = () => queries.invalidateQueries({ queryKey: ['audit'] })

/** Of the deployment's acts those that are about a merchant. */
const ABOUT_A_MERCHANT: readonly DeploymentAct[] = [
  'user-invited',
  'invitation-withdrawn',
  'invitation-accepted',
  'permissions-changed',
  'user-removed',
  'user-unlocked',
  'group-changed',
  'group-removed',
  'owner-changed',
  'access-reviewed',
  'api-key-made',
  'api-key-revoked',
  'authorization-begun',
  'authorization-refused',
  'connection-authorized',
  'connection-by-files',
  'connection-cleared',
  'audit-signed-off',
  'alarm-raised',
  'alarm-closed',
  'merchant-added',
  'merchant-suspended',
  'merchant-resumed',
]

const choice = (value: string) => ({ value, label: actWords(value) })

/** The kinds of act to choose from. */
export const ACT_CHOICES = [
  { group: say.kinds.merchant, items: Object.keys(MERCHANT_ACTS).map(choice) },
  { group: say.kinds.deployment, items: ABOUT_A_MERCHANT.map(choice) },
]

/** How many orders are named one by one. */
const NAMED = 3

/** What an act was about: whom, its orders, its purpose and its small facts. */
export function aboutText({ act, who, about, orders, purpose, facts }: Act, nothing = '–'): string {
  const named = orders.slice(0, NAMED).map((order) => say.order(order))
  const more = orders.length > NAMED ? [say.more(orders.length - NAMED)] : []
  const told = Object.entries(facts).map(([name, value]) => factText(name, value))
  const whom = about === null || about === who ? '' : (ALARM_WORDS[about] ?? about)
  return (
    [whom, [...named, ...more].join(', '), purpose && say.purpose(purpose), ...told].filter(Boolean).join(' · ') ||
    (act === 'settings-changed' ? '' : nothing)
  )
}

function factText(name: string, value: unknown): string {
  if (value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)) return ''
  if (name === 'what') return changedText(String(value))
  if (name === 'section') return SECTION_WORDS[String(value)] ?? String(value)
  const said = FACT_WORDS[name] ?? name
  if (value === true) return said
  const text = Array.isArray(value) ? value.join(', ') : String(value)
  return `${said}: ${name === 'why' ? (WHY_WORDS[text] ?? text) : text}`
}

/** What was changed, by the address of the API that was asked; one without a word stands as it is. */
function changedText(asked: string): string {
  const [, path = ''] = /^\w+ \/api\/v1\/(.*)$/.exec(asked) ?? []
  const word = Object.entries(CHANGED_WORDS).find(([start]) => path.startsWith(start))?.[1]
  return word ?? asked
}
