import type { Connection } from '../connection.ts'
import type { Problem } from '../problems.ts'
import type { Switches } from './sku-field.ts'

/** How what goes up of a connection stands; instants in epoch ms. */
export type StandingUp = {
  readonly connection: Connection
  readonly switches: Switches | null
  readonly lastLookAt: number | null
  readonly completeSince: number | null
  readonly feedSince: number | null
  readonly feedId: string | null
  readonly nextAuditAt: number | null
  readonly counts: Readonly<Record<string, number>>
  readonly problems: readonly { readonly problem: Problem; readonly since: number }[]
}
