import type { Command } from 'commander'
import { allThemes, writeEmails } from '#contract/mails.ts'
import { MAIL_KINDS } from '#core/settings/email-settings.ts'
import { saveEmailSettings, saveThemes } from '#flows/configure-mails.ts'
import { aboutMerchant, atDesk, checkedEntry, type Desk, type MerchantOptions, WHO } from '../open.ts'
import { readFile } from '../read-file.ts'
import { CliRefusal } from '../refusal.ts'
import { pairs, print, table } from '../table.ts'

/** Adds `theme`: screen branding themes (O7). */
export function themeCommand(program: Command): void {
  const noun = program.command('theme').description('screen branding themes: list, save')
  const show = async (options: MerchantOptions, { store }: Desk) => {
    const themes = await store((tx) => tx.listThemes())
    const rows = themes.map(({ code, name, sender, template, service }) => [
      code,
      name,
      sender,
      template,
      service.email,
    ])
    print(options, {
      json: { themes },
      lines:
        themes.length === 0 ? ['There are no themes.'] : table(['Code', 'Name', 'Sender', 'Template', 'Service'], rows),
    })
  }
  aboutMerchant(noun.command('list').description('every theme')).action((options: MerchantOptions) =>
    atDesk(options, (desk) => show(options, desk)),
  )
  aboutMerchant(
    noun.command('save <file>').description('make a JSON file the list of themes, as the REST API takes it'),
  ).action((file: string, options: MerchantOptions) => {
    const read = readFile(file, allThemes)
    return atDesk(options, async (desk) => {
      read.checked(await saveThemes(desk.deps, desk.merchant.id, read.value.themes))
      await show(options, desk)
    })
  })
}

type Emails = MerchantOptions & { on?: boolean; off?: boolean; kinds?: string[]; confirmPolicy?: boolean }

/** Adds `emails`: whether mails go to buyers, and which (O8). */
export function emailsCommand(program: Command): void {
  aboutMerchant(program.command('emails').description('mails to buyers: show, or switch on or off'))
    .option('--on', "send mails to buyers; needs --confirm-policy: Amazon's policy forbids all but a few kinds")
    .option('--off', 'send none')
    .option('--kinds <kind...>', `which kinds are sent: ${MAIL_KINDS.join(', ')}`)
    .option('--confirm-policy', "I know Amazon's policy for mails to buyers; my confirmation is kept")
    .action((options: Emails) =>
      atDesk(options, async ({ deps, merchant, store, time }) => {
        const strange = (options.kinds ?? []).find((kind) => !MAIL_KINDS.some((each) => each === kind))
        if (strange !== undefined)
          throw new CliRefusal(`There is no kind [${strange}]. Kinds: ${MAIL_KINDS.join(', ')}.`, 2)
        const before = await store((tx) => tx.readEmailSettings())
        const chosen = options.kinds
        const is = (kind: (typeof MAIL_KINDS)[number]) => (chosen ? chosen.includes(kind) : before.kinds[kind])
        const entered = {
          sendDirectly: options.on ? true : options.off ? false : before.sendDirectly,
          kinds: {
            invoice: is('invoice'),
            question: is('question'),
            'delivery-appointment': is('delivery-appointment'),
            'design-check': is('design-check'),
          },
          confirmPolicy: options.confirmPolicy ?? false,
        }
        const changes = options.on || options.off || chosen !== undefined
        const now = changes
          ? checkedEntry(await saveEmailSettings(deps, merchant.id, { entered, who: WHO }), {
              confirmPolicy: '--confirm-policy',
            })
          : before
        const { policyConfirmed } = now
        print(options, {
          json: writeEmails(now),
          lines: pairs([
            ['Send emails directly', now.sendDirectly ? 'on' : 'off'],
            [
              "Amazon's policy confirmed",
              policyConfirmed ? `by ${policyConfirmed.by}, ${time(policyConfirmed.at)}` : 'no',
            ],
            ...MAIL_KINDS.map((kind) => [kind, now.kinds[kind] ? 'on' : 'off'] as const),
          ]),
        })
      }),
    )
}
