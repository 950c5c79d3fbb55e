import { z } from 'zod'
import { instant, pageQuery, text, writeInstantOrNull } from './parts.ts'

/** A merchant as the operator sees it: counts only, nothing of any order (M2). */
export const operatedMerchant = z
  .object({
    merchantId: z.string(),
    name: z.string(),
    owner: z.string(),
    suspendedAt: instant.nullable(),
    users: z.int(),
    hasOwner: z.boolean().describe('False until the owner has come in.'),
    held: z.int().describe('How many documents are held.'),
    waitingForPeople: z.int().describe('How many entries that go up to Amazon wait for a person.'),
    problems: z.int().describe('How many problems are open.'),
    failingWork: z.int().describe('How many kinds of work failed five times or more in a row.'),
    unsentMails: z.int(),
    lastSweepAt: instant.nullable().describe('When Amazon was last searched for orders to the end.'),
  })
  .meta({ id: 'OperatedMerchant' })

/** Which merchants are wanted. */
export const merchantQuery = pageQuery.extend({
  text: text(0, 100).default('').describe('Only those whose name, id or owner holds this.'),
})

type Health = {
  readonly merchant: {
    readonly id: string
    readonly name: string
    readonly owner: string
    readonly suspendedAt: number | null
  }
  readonly hasOwner: boolean
  readonly lastSweepAt: number | null
} & Readonly<Record<'users' | 'held' | 'waitingForPeople' | 'problems' | 'failingWork' | 'unsentMails', number>>

/** Writes how a merchant's work stands. */
export const writeOperated = ({ merchant, lastSweepAt, ...counts }: Health): z.output<typeof operatedMerchant> => ({
  merchantId: merchant.id,
  name: merchant.name,
  owner: merchant.owner,
  suspendedAt: writeInstantOrNull(merchant.suspendedAt),
  lastSweepAt: writeInstantOrNull(lastSweepAt),
  ...counts,
})

/** A merchant without counts. */
export const merchantState = z
  .object({ merchantId: z.string(), name: z.string(), suspendedAt: instant.nullable() })
  .meta({ id: 'MerchantState' })

/** Writes a merchant without counts. */
export const writeMerchantState = (merchant: Health['merchant']): z.output<typeof merchantState> => ({
  merchantId: merchant.id,
  name: merchant.name,
  suspendedAt: writeInstantOrNull(merchant.suspendedAt),
})

/** A merchant as it is entered (M1). */
export const merchantBody = z
  .strictObject({
    id: text(5, 5).optional().describe('Five capitals; without it one is drawn.'),
    name: text(1, 100),
    owner: text(3, 254).describe('The e-mail address of the one owner.'),
    timeZone: text(1, 100),
    currency: text(3, 3),
    weightUnit: text(1, 5),
    shipFrom: z.strictObject({
      name: text(1, 100),
      line1: text(1, 100),
      city: text(1, 100),
      state: text(0, 100).default(''),
      postalCode: text(1, 100),
      country: text(2, 2),
    }),
  })
  .meta({ id: 'MerchantBody' })

/** The name of a merchant, typed again by whoever removes it. */
export const removalBody = z.strictObject({ name: text(1, 100) }).meta({ id: 'MerchantRemoval' })

/** A merchant in the path. */
export const merchantParams = z.strictObject({ merchantId: text(5, 5).describe('A Merchant ID.') })
