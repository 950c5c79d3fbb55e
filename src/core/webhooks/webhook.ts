import { type Checked, checkedAs, collectFaults, isText } from '../settings/faults.ts'
import { EVENT_GROUPS, isEventFilter } from './event-types.ts'

/** Where a merchant's program wants to be told of events (X2). `types` none: everything. */
export type WantedWebhook = {
  readonly url: string
  readonly name: string
  readonly types: readonly string[]
  readonly on: boolean
}

/** A webhook as it is kept; instants in epoch ms. */
export type Webhook = Omit<WantedWebhook, 'on'> & {
  readonly webhookId: number
  readonly offSince: number | null
  readonly offBy: string | null
  readonly madeBy: string
  readonly madeAt: number
  /** Until when the secret before signs as well. */
  readonly oldSecretUntil: number | null
}

/** The most webhooks of a merchant. */
export const MOST_WEBHOOKS = 20
const MOST_TYPES = 50

/** What must hold to save a webhook. `plainAllowed`: http is taken too, which the demo does for programs on the same machine. */
export function checkWebhook(
  entered: WantedWebhook,
  { plainAllowed }: { plainAllowed: boolean },
): Checked<WantedWebhook> {
  const faults = collectFaults()
  const fault = faultOfUrl(entered.url, plainAllowed)
  if (fault !== null) faults.add('url', fault)
  faults.need(isText(entered.name, 1, 100), 'name', 'must be 1 to 100 characters')
  faults.need(entered.types.length <= MOST_TYPES, 'types', `may name at most ${MOST_TYPES}`)
  entered.types.forEach((type, at) => {
    const known = `must be a type of event or one of ${EVENT_GROUPS.join(', ')}`
    faults.need(isEventFilter(type), `types[${at}]`, known)
  })
  return checkedAs({ ...entered, types: [...new Set(entered.types)].sort() }, faults)
}

/** What is wrong with the address of a webhook, or null. */
export function faultOfUrl(text: string, plainAllowed: boolean): string | null {
  if (!isText(text, 1, 500)) return 'must be 1 to 500 characters'
  const [, protocol = '', login, host] = ADDRESS.exec(text) ?? []
  if (host === undefined) return 'must be an address such as https://shop.example.com/millrace'
  if (protocol !== 'https' && !(plainAllowed && protocol === 'http')) return 'must begin with https://'
  if (login !== undefined) return 'must be without a user name and a password: the signature proves who sends'
  return text.includes('#') ? 'must be without a part after #' : null
}

/** Protocol, login and host of an address. */
const ADDRESS = /^([a-z]+):\/\/(?:([^\s/?#@]*)@)?([^\s/?#@]+)(?:[/?#]\S*)?$/i
