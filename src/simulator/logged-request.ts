/** One request as it came in; secrets and tokens are struck out. */
export type LoggedRequest = {
  /** Simulated time. */
  readonly at: string
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string | string[]>>
  /** Names that Amazon does not know; they had no effect. */
  ignoredQuery: string[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  operation: string | undefined
  sellerId: string | undefined
  /** Undefined when the connection was cut before an answer. */
  status: number | undefined
}
