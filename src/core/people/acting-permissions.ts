import { ALL_PERMISSIONS, isOfPii, ORDINARY_PERMISSIONS, type Permission } from '../permissions.ts'

const DAY = 24 * 3_600_000

/** For how many days a training counts (D14). */
export const TRAINING_LASTS_DAYS = 365

/** What was given to a person at a merchant: by name and through groups. Texts, as they are stored. */
export type Given = {
  readonly owner: boolean
  readonly permissions: readonly string[]
  readonly groupPermissions: readonly string[]
  /** The day of the last training, `YYYY-MM-DD`. */
  readonly trainedOn: string | null
  /** When the permissions that open buyer data end, epoch ms. */
  readonly piiUntil: number | null
}

/**
 * What a person may do at a merchant now (U1). The owner may do everything but open Amazon's buyer data, which is given by name to
 * everybody (D15), ends when its time is over, and rests while the last training is older than a year (D14).
 */
export function actingPermissions(given: Given, now: number): readonly Permission[] {
  const ordinary = given.owner ? ORDINARY_PERMISSIONS : [...given.permissions, ...given.groupPermissions]
  return ALL_PERMISSIONS.filter((each) =>
    isOfPii(each) ? given.permissions.includes(each) && piiActs(given, now) : ordinary.some((one) => one === each),
  )
}

/** True while the permissions that open buyer data act, where they were given (D14, D15). */
export const piiActs = ({ trainedOn, piiUntil }: Pick<Given, 'trainedOn' | 'piiUntil'>, now: number): boolean =>
  (piiUntil === null || now < piiUntil) && trainedOn !== null && now - Date.parse(trainedOn) < TRAINING_LASTS_DAYS * DAY
