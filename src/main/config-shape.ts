import type { HintQueueConfig } from '#amazon/hint-queue.ts'
import type { Region } from '#core/region.ts'

/** Everything the environment says, checked. */
export type Config = {
  readonly mode: 'demo' | 'real'
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  /** `owner` null: this process runs with the logins that own nothing (U3, M5). */
  readonly databases: { readonly owner: string | null; readonly app: string; readonly vault: string } | null
  readonly key: { readonly file: string }
  /** For how many days buyer data and the audit are kept (U4). */
  readonly retention: { readonly days: number; readonly auditDays: number }
  readonly applications: Partial<Record<Region, { readonly clientId: string; readonly clientSecret: string }>>
  /** How our application is known at Seller Central, and whether it is a draft there (C3). */
  readonly consent: { readonly applicationIds: Readonly<Partial<Record<Region, string>>>; readonly draft: boolean }
  readonly loginUrl: string
  readonly endpoints: Readonly<Record<Region, string>>
  readonly allowedHosts: readonly string[]
  /** Where Amazon keeps the documents of reports; `*` stands for one part of a name. */
  readonly documentHosts: readonly string[]
  /** Null: no mail server is set. */
  readonly mail: MailConfig | null
  /** Where this deployment is reached from outside, without a slash at its end; for mails. */
  readonly publicUrl: string | null
  /** Where backups lie, and whether the server makes one each day (D47). */
  readonly backups: { readonly folder: string; readonly isDaily: boolean }
  /** Whom Amazon and the people here call when something happened to buyer data (D22); null while nobody is named. */
  readonly incidentContact: string | null
  /** How many requests an API key may send in a minute; null: as many as it likes (X1). */
  readonly requestsPerMinute: number | null
  /** Webhooks may go to addresses inside the house, where the merchants' programs run (X2). */
  readonly webhooksInside: boolean
  /** What opens the metrics; null: they are off (X5). */
  readonly metricsToken: string | null
  /** Where a worker that serves no pages tells how it is. */
  readonly workerPort: number
  /** The queue at SQS for Amazon's notifications; null: none, and orders come by the sweeps alone. */
  readonly hintQueue: HintQueueConfig | null
}

/** The mail server, and the address that mails come from. Plain connections are for this machine only. */
export type MailConfig = {
  readonly smtp: {
    readonly host: string
    readonly port: number
    readonly secure: boolean
    readonly user: string | null
    readonly password: string
    readonly plainAllowed: boolean
  }
  readonly from: string
}

/** A reason not to start, in one sentence for the engineer. */
export class ConfigRefusal extends Error {}
