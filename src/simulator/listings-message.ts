import type { Issue } from './listing-book.ts'
import type { Patching, Put } from './listing-next.ts'
import { isAttributes, isObject, readPatches } from './listing-parameters.ts'
import type { Patch } from './listing-patch.ts'
import type { FeedIssue, FeedMessage } from './listings-document.ts'
import { REQUIREMENTS, type Requirements } from './product-type-schema.ts'

type Told = { readonly messageId: number; readonly sku?: string }

/** An issue of a listing as a processing report tells it: one attribute name, and no categories. */
export function wireIssue({ code, severity, message, attributeNames }: Issue, told: Told): FeedIssue {
  const [attributeName] = attributeNames ?? []
  return { ...told, code, severity, message, ...(attributeName === undefined ? {} : { attributeName }) }
}

type Change = Put | Patching | { readonly kind: 'delete' } | { readonly kind: 'nothing' }

/** What a message asks for, or why it cannot be read. A partial update with patches is taken and does nothing at all. */
export function changeOf(message: FeedMessage): Change | { readonly problems: readonly FeedIssue[] } {
  const { messageId, sku, fields, twice } = message
  const problem = (code: string, words: string) => ({
    problems: [{ messageId, sku, code, severity: 'ERROR', message: words } as FeedIssue],
  })
  if (twice) return problem('4002004', `The messageId ${messageId} is used more than once.`)
  const { operationType, productType, requirements, attributes, patches } = fields
  const barred = barredFields(fields)
  if (operationType === 'PARTIAL_UPDATE' && patches !== undefined) return { kind: 'nothing' }
  if (barred.length > 0) return problem('4002006', `'${barred.join(', ')}' cannot be used with ${operationType}.`)
  if (operationType === 'DELETE') return { kind: 'delete' }
  if (typeof productType !== 'string' || productType === '')
    return problem('90220', "'productType' is required but not supplied.")
  if (operationType === 'PATCH') {
    const understood = readPatches(patches)
    if (typeof understood === 'string')
      return problem('4002007', understood === '' ? "'patches' cannot be parsed." : understood)
    if (understood.some(withoutChannel)) return badRequest(messageId)
    return { kind: 'patch', productType, patches: understood }
  }
  if (!isAttributes(attributes) || Object.keys(attributes).length === 0)
    return problem('90220', "'attributes' is required but not supplied.")
  if (operationType === 'PARTIAL_UPDATE') {
    const replaced = Object.entries(attributes).map(
      ([attribute, value]): Patch => ({ op: 'replace', attribute, value }),
    )
    return replaced.some(withoutChannel) ? badRequest(messageId) : { kind: 'patch', productType, patches: replaced }
  }
  if (requirements !== undefined && !(REQUIREMENTS as readonly unknown[]).includes(requirements))
    return problem('4002006', "'requirements' is not understood.")
  return { kind: 'put', productType, requirements: (requirements ?? 'LISTING') as Requirements, attributes }
}

/** Without a word on which SKU it was, as Amazon does. */
const badRequest = (messageId: number) => ({
  problems: [
    { messageId, code: 'BAD_REQUEST', severity: 'ERROR', message: 'Invalid parameters provided.' } as FeedIssue,
  ],
})

const withoutChannel = ({ attribute, value = [] }: Patch) =>
  attribute === 'fulfillment_availability' &&
  value.some((entry) => isObject(entry) && entry.fulfillment_channel_code === undefined)

const BARRED: Readonly<Record<string, readonly string[]>> = {
  UPDATE: ['patches'],
  PARTIAL_UPDATE: ['requirements'],
  PATCH: ['requirements', 'attributes'],
  DELETE: ['productType', 'requirements', 'attributes', 'patches'],
}

const barredFields = (fields: Readonly<Record<string, unknown>>) =>
  (BARRED[String(fields.operationType)] ?? []).filter((name) => fields[name] !== undefined)
