import type { NotedAct } from '#core/audit/acts.ts'
import type { WrittenMail } from '#core/notifications/write-mail.ts'
import type { Result } from '#core/problems.ts'
import type { Pool, Tx } from '#store/db.ts'

/** What hashing one password costs: memory in KiB, passes over it. */
export type Cost = { readonly memoryCost: number; readonly timeCost: number; readonly parallelism: number }

/** The world as sign-in reaches it: the application's login, clock, seal, audit, log, and the way out for mails. */
export type SignInParts = {
  readonly pool: Pool
  now(): number
  readonly cost: Cost
  readonly secrets: { seal(text: string, context: string): Buffer; open(sealed: Buffer, context: string): string }
  /** Where people reach this deployment, without a slash at its end; null: it was not said. */
  readonly publicUrl: string | null
  sendMail(
    mail: WrittenMail & { readonly name: string; readonly to: string; readonly writtenAt: number },
  ): Promise<Result<'sent' | 'kept'>>
  noteAct(act: NotedAct, tx?: Tx): Promise<void>
  readonly log: { alarm(message: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void }
}

/** From where somebody comes: the address on the network, and the browser in two words. */
export type From = { readonly address: string; readonly agent: string }

/** An instant in epoch ms as SQL takes it, for the parameter with this number. */
export const at = (parameter: number): string => `to_timestamp($${parameter}::float8 / 1000)`
