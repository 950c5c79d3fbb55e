import type { Command } from 'commander'
import { writeInvitation } from '#contract/people.ts'
import { inviteOperator } from '#flows/invite-operator.ts'
import { invitePerson, withdrawInvitation } from '#flows/invite-person.ts'
import type { Invited } from '#flows/send-invitation.ts'
import type { Installation } from '#main/installation.ts'
import {
  AS_OPERATOR,
  aboutMerchant,
  atDesk,
  checkedEntry,
  goodValue,
  type MerchantOptions,
  WHO,
  withInstallation,
  withJson,
} from '../open.ts'
import { readPermission } from '../permission-words.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { addressOf } from '../shown-links.ts'
import { print, table } from '../table.ts'
import { groupNamed } from './groups.ts'

type Inviting = MerchantOptions & {
  readonly may?: readonly string[]
  readonly join?: readonly string[]
  readonly owner?: boolean
}

/** Adds to `user`: invitations, the only way in (U1, M2). */
export function addInvitations(noun: Command): void {
  aboutMerchant(
    noun.command('invite <e-mail>').description('invite somebody; the link is shown once and works for 7 days'),
  )
    .option('--may <permission...>', 'what the person may do, such as "View Orders"')
    .option('--join <group...>', 'groups by name')
    .option('--owner', 'as the owner, where there is none yet')
    .action((email: string, options: Inviting) =>
      atDesk(options, async ({ deps, merchant, store, installation, time }) => {
        const groups = await store((tx) => tx.listGroups())
        const wanted = {
          email,
          permissions: (options.may ?? []).map(readPermission),
          groups: (options.join ?? []).map((name) => groupNamed(groups, name)),
          topics: [],
        }
        const wish = { asker: AS_OPERATOR, wanted, asOwner: options.owner ?? false }
        const typed = { email: 'the address', permissions: '--may', groups: '--join' }
        const made = checkedEntry(await invitePerson(deps, merchant.id, wish), typed)
        show(options, { made, installation, time })
      }),
    )
  aboutMerchant(noun.command('invitations').description('invitations, the newest first')).action(
    (options: MerchantOptions) =>
      atDesk(options, async ({ deps, store, time }) => {
        const all = (await store((tx) => tx.listInvitations())).map((each) => writeInvitation(each, deps.now()))
        const rows = all.map((each) => [each.email, each.state, each.createdBy, time(Date.parse(each.expiresAt))])
        const lines = all.length === 0 ? ['Nobody was invited.'] : table(['Address', 'State', 'By', 'Until'], rows)
        print(options, { json: { invitations: all }, lines })
      }),
  )
  aboutMerchant(noun.command('withdraw <e-mail>').description('withdraw the open invitations of an address')).action(
    (email: string, options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant, store }) => {
        const all = (await store((tx) => tx.listInvitations())).filter((each) => each.email === email.toLowerCase())
        const open = all.filter((each) => each.acceptedAt === null && each.withdrawnAt === null)
        if (open.length === 0) throw new CliRefusal(`[${email}] has no open invitation.`)
        for (const { invitationId } of open)
          goodValue(await withdrawInvitation(deps, merchant.id, { asker: AS_OPERATOR, invitationId }))
        print(options, { json: { email, withdrawn: open.length }, lines: [`The invitation of ${email} is withdrawn.`] })
      }),
  )
  addOperator(noun)
}

function addOperator(noun: Command): void {
  withJson(
    noun
      .command('invite-operator <e-mail>')
      .description('invite an operator: adds, suspends and removes merchants, and sees no orders'),
  ).action((email: string, options: { json?: boolean }) =>
    withInstallation(async (installation) => {
      const made = goodValue(await inviteOperator(installation.deps, { by: WHO, email }))
      const time = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
      show(options, { made, installation, time: (at) => `${time(at)} UTC` })
    }),
  )
}

type Shown = { readonly made: Invited; readonly installation: Installation; time(at: number): string }

function show(options: { json?: boolean }, { made, installation, time }: Shown): void {
  const { invitation, path, mail } = made
  const link = addressOf(installation, path)
  const sent = {
    sent: `It was mailed to ${invitation.email}, and is shown here this once:`,
    none: `No mail was sent. Hand this link over yourself; it is shown this once:`,
  }
  const told = typeof mail === 'string' ? [sent[mail]] : [said(mail), sent.none]
  print(options, {
    json: {
      ...writeInvitation(invitation, installation.deps.now()),
      link,
      mail: typeof mail === 'string' ? mail : 'refused',
    },
    lines: [`${invitation.email} is invited until ${time(invitation.expiresAt)}.`, ...told, '', link],
  })
}
