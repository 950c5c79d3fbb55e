import { ERROR_PARTS, type ErrorPart } from '#core/error-log.ts'
import { numberOf, oneOf, saidIn, textOf } from '../../parts/read-address.ts'

/** What of the Error Log is shown; it stands in the address, so that it can be kept and sent. */
export type ErrorSearch = {
  readonly view?: 'queue' | undefined
  readonly kind?: ErrorPart | undefined
  readonly code?: string | undefined
  readonly cause?: string | undefined
  readonly connection?: string | undefined
  readonly text?: string | undefined
  /** One document, where a mail leads to it. */
  readonly document?: number | undefined
}

/** Reads the address; what it cannot mean is left out. */
export const readErrorSearch = (search: Record<string, unknown>): ErrorSearch =>
  saidIn({
    view: oneOf(search.view, ['queue']),
    kind: oneOf(search.kind, ERROR_PARTS),
    code: textOf(search.code, 60),
    cause: textOf(search.cause, 1000),
    connection: textOf(search.connection, 100),
    text: textOf(search.text, 200),
    document: numberOf(search.document),
  })
