// Amazon's own schemas of notifications, where they lie on this machine.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { modelFile } from './amazon-models.ts'

type Body = { [name: string]: unknown }

/** The types that can be wanted by SQS. */
export const READ_TYPES = ['ORDER_CHANGE', 'FEED_PROCESSING_FINISHED', 'REPORT_PROCESSING_FINISHED'] as const

const SCHEMAS: Readonly<Record<string, string>> = {
  ORDER_CHANGE: 'OrderChangeNotification',
  FEED_PROCESSING_FINISHED: 'FeedProcessingFinishedNotification',
  REPORT_PROCESSING_FINISHED: 'ReportProcessingFinishedNotification',
  LISTINGS_ITEM_ISSUES_CHANGE: 'ListingsItemIssuesChangeNotification_2023-12-13',
  LISTINGS_ITEM_MFN_QUANTITY_CHANGE: 'ListingsItemMfnQuantityChange',
}

/** Amazon's schema of a type of notification, with its examples. */
export const schemaOf = (type: string): { [name: string]: unknown; examples: readonly Body[] } =>
  JSON.parse(readFileSync(modelFile(`schemas/notifications/${SCHEMAS[type]}.json`), 'utf8'))

/** The same without the field at a path. */
export function without(body: Body | undefined, [name = '', ...rest]: readonly string[]): Body {
  const { [name]: found, ...others } = body ?? {}
  return rest.length === 0 ? others : { ...others, [name]: without(found as Body, rest) }
}

/** What is wrong with a notification by Amazon's schema of its type; EventBridge brings it in a frame of its own. */
export function misfit(body: Body): string[] {
  const told = (body.detail ?? body) as { NotificationType?: string; notificationType?: string }
  const name = SCHEMAS[told.NotificationType ?? told.notificationType ?? '']
  if (!name) return [`no schema for ${JSON.stringify(told)}`]
  const { $schema, $id, ...schema } = schemaOf(told.NotificationType ?? told.notificationType ?? '')
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll(/"\$id":"[^"]*",?/g, '')))
  return validate(told) ? [] : (validate.errors ?? []).map((error) => `${name}${error.instancePath} ${error.message}`)
}
