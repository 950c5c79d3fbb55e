import { z } from 'zod'
import type { EmailSettings } from '#core/settings/email-settings.ts'
import { MOST_THEMES, type Theme } from '#core/settings/theme.ts'
import { instant, text, writeInstant } from './parts.ts'

/** A screen branding theme (O7). */
export const theme = z
  .strictObject({
    code: text(1, 20).describe('Stamped on every order while the Orders section names it.'),
    name: text(1, 100),
    sender: text(3, 200).describe('The e-mail address its mails come from.'),
    template: text(0, 100).default('').describe('The name of its template for mails; empty for the plain one.'),
    service: z.strictObject({
      name: text(1, 100),
      email: text(3, 200),
      phone: text(0, 40).default(''),
    }),
  })
  .meta({ id: 'Theme', description: 'A screen branding theme.' })

/** All themes. */
export const allThemes = z
  .strictObject({ themes: z.array(theme).max(MOST_THEMES).describe('All of them; one left out is removed.') })
  .meta({ id: 'AllThemes' })

/** Writes a theme. */
export const writeTheme = (from: Theme): z.output<typeof theme> => ({ ...from, service: { ...from.service } })

const kinds = z
  .strictObject({
    invoice: z.boolean(),
    question: z.boolean().describe('A question needed to complete the order.'),
    'delivery-appointment': z.boolean(),
    'design-check': z.boolean().describe('A check of a custom design.'),
  })
  .describe('Which of the kinds that Amazon permits are sent.')

/** The Emails section to be saved (O8). */
export const emailsBody = z
  .strictObject({
    sendDirectly: z.boolean(),
    kinds,
    confirmPolicy: z
      .boolean()
      .default(false)
      .describe("Must be true where sending is switched on: whoever does it confirms to know Amazon's policy."),
  })
  .meta({ id: 'EmailSettingsBody' })

/** The Emails section (O8). */
export const emailSettings = z
  .object({
    sendDirectly: z.boolean().describe('Whether mails go to buyers at all; off by default.'),
    kinds,
    policyConfirmed: z
      .object({ by: z.string(), at: instant })
      .nullable()
      .describe("Who confirmed Amazon's policy when it was switched on."),
  })
  .meta({ id: 'EmailSettings', description: 'The Emails section of the settings.' })

/** Writes the Emails section. */
export const writeEmails = ({
  sendDirectly,
  policyConfirmed,
  kinds,
}: EmailSettings): z.output<typeof emailSettings> => ({
  sendDirectly,
  kinds: { ...kinds },
  policyConfirmed: policyConfirmed && { by: policyConfirmed.by, at: writeInstant(policyConfirmed.at) },
})
