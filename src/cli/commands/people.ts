import type { Command } from 'commander'
import { writePermissionTable, writeUser } from '#contract/people.ts'
import { dayOf, startOfDay } from '#core/orders/merchant-time.ts'
import type { MemberChange } from '#core/people/change-member.ts'
import type { Group, Member } from '#core/people/member.ts'
import { isOfPii } from '#core/permissions.ts'
import { changeMember, removePerson } from '#flows/change-people.ts'
import { handOver } from '#flows/hand-over.ts'
import { readDay } from '../arguments.ts'
import {
  AS_OPERATOR,
  aboutMerchant,
  atDesk,
  checkedEntry,
  type Desk,
  goodValue,
  type MerchantOptions,
  withJson,
} from '../open.ts'
import { readPermission } from '../permission-words.ts'
import { CliRefusal } from '../refusal.ts'
import { print, table } from '../table.ts'
import { groupNamed } from './groups.ts'
import { addInvitations } from './invitations.ts'

type Changing = MerchantOptions & {
  readonly give?: readonly string[]
  readonly take?: readonly string[]
  readonly join?: readonly string[]
  readonly leave?: readonly string[]
  readonly trained?: string
  readonly piiUntil?: string
}

/** Adds to `user`: who works for a merchant, what each may do, invitations, removal, the owner (U1, M3, D12). */
export function peopleCommands(program: Command): void {
  const noun =
    program.commands.find((each) => each.name() === 'user') ??
    program.command('user').description('people: invite, list, change, remove, hand over, and how they sign in')
  withJson(noun.command('permissions').description('what a user may be given')).action(
    (options: { json?: boolean }) => {
      const { permissions } = writePermissionTable()
      const rows = permissions.map(({ name, allows }) => [name, allows])
      print(options, { json: { permissions }, lines: table(['Permission', 'What it allows'], rows) })
    },
  )
  aboutMerchant(noun.command('list').description('who works for a merchant, and what each may do')).action(
    (options: MerchantOptions) => atDesk(options, (desk) => list(options, desk)),
  )
  addInvitations(noun)
  addChange(noun)
  addEnds(noun)
}

function addChange(noun: Command): void {
  aboutMerchant(noun.command('change <e-mail>').description('give and take permissions, groups, a day of training'))
    .option('--give <permission...>', 'such as "View Orders"')
    .option('--take <permission...>', 'the same, to take it away')
    .option('--join <group...>', 'groups by name')
    .option('--leave <group...>', 'groups by name')
    .option(
      '--trained <day>',
      'the day of the last training; without one of the last year buyer data stays closed',
      readDay,
    )
    .option('--pii-until <day>', 'the last day on which buyer data opens, or never for no end', readLastDay)
    .action((email: string, options: Changing) =>
      atDesk(options, async (desk) => {
        const member = await memberNamed(desk, email)
        const groups = await desk.store((tx) => tx.listGroups())
        const change = changeOf(options, { member, groups, desk })
        const typed = { permissions: '--give', groups: '--join', trainedOn: '--trained', piiUntil: '--pii-until' }
        checkedEntry(
          await changeMember(desk.deps, desk.merchant.id, { asker: AS_OPERATOR, userId: member.userId, change }),
          typed,
        )
        await list(options, desk)
      }),
    )
}

function changeOf(
  options: Changing,
  { member, groups, desk }: { readonly member: Member; readonly groups: readonly Group[]; readonly desk: Desk },
): MemberChange {
  const { give = [], take = [], join = [], leave = [], trained, piiUntil } = options
  const taken = take.map(readPermission)
  const left = leave.map((name) => groupNamed(groups, name))
  const held = member.permissions.map(readPermission).filter((each) => !taken.includes(each))
  return {
    permissions: [...held, ...give.map(readPermission)],
    groups: [...member.groups.filter((id) => !left.includes(id)), ...join.map((name) => groupNamed(groups, name))],
    trainedOn: trained,
    // Through the day that was said, in the merchant's time zone.
    piiUntil: piiUntil === undefined ? undefined : endOfLastDay(piiUntil, desk.merchant.timeZone),
  }
}

const readLastDay = (text: string): string => (text === 'never' ? text : readDay(text))

const endOfLastDay = (day: string, timeZone: string): number | null =>
  day === 'never' ? null : startOfDay(nextDay(day), timeZone)

const nextDay = (day: string): string => dayOf(Date.parse(day) + 36 * 3_600_000, 'UTC')

function addEnds(noun: Command): void {
  aboutMerchant(
    noun.command('remove <e-mail>').description('end the access of a person at once, with keys and sessions'),
  )
    .option('--left <day>', 'when the person left, so that it is known how long the access lasted', readDay)
    .action((email: string, options: MerchantOptions & { left?: string }) =>
      atDesk(options, async (desk) => {
        const { userId } = await memberNamed(desk, email)
        const leftAt = options.left === undefined ? null : startOfDay(options.left, desk.merchant.timeZone)
        const removed = await removePerson(desk.deps, desk.merchant.id, { asker: AS_OPERATOR, userId, leftAt })
        checkedEntry(removed.ok ? removed : { ok: false, problems: [removed.problem] }, { leftAt: '--left' })
        const said = `${email} works for ${desk.merchant.id} no more: membership, keys and open invitations ended.`
        print(options, { json: { userId, email, state: 'removed' }, lines: [said] })
      }),
    )
  aboutMerchant(
    noun.command('hand-over <e-mail>').description('make another user the owner; both are told by mail'),
  ).action((email: string, options: MerchantOptions) =>
    atDesk(options, async (desk) => {
      const { userId } = await memberNamed(desk, email)
      const owner = goodValue(await handOver(desk.deps, desk.merchant.id, { asker: AS_OPERATOR, to: userId }))
      print(options, {
        json: { merchant: desk.merchant.id, owner: owner.email },
        lines: [
          `${owner.email} is the owner of ${desk.merchant.id} now. Who was it stays a user; both are told by mail.`,
        ],
      })
    }),
  )
}

async function memberNamed({ store, merchant }: Desk, email: string): Promise<Member> {
  const found = (await store((tx) => tx.listMembers())).find((member) => member.email === email.toLowerCase())
  if (found) return found
  throw new CliRefusal(`[${email}] is no user of ${merchant.id}. ./millrace user list shows them.`)
}

async function list(options: MerchantOptions, { deps, merchant, store }: Desk): Promise<void> {
  const now = deps.now()
  const groups = await store((tx) => tx.listGroups())
  const users = (await store((tx) => tx.listMembers())).map((member) => writeUser(member, now))
  const nameOf = (id: string) => groups.find((group) => group.groupId === id)?.name ?? id
  const rows = users.map((user) => [
    user.email,
    user.name,
    user.owner ? 'owner' : user.disabled ? 'disabled' : '',
    user.acting.join(', '),
    user.groups.map(nameOf).join(', '),
    user.trainedOn ?? 'never',
  ])
  const nobody = [
    `Nobody works for ${merchant.id} yet. Invite the owner: ./millrace user invite ${merchant.owner} --owner`,
  ]
  print(options, {
    json: { users },
    lines:
      users.length === 0
        ? nobody
        : [
            ...table(['Address', 'Name', '', 'May', 'Groups', 'Trained'], rows),
            ...users.flatMap((user) => tellClosed(user, now)),
          ],
  })
}

/** Whoever was given buyer data that does not open, and what is missing (D14, D15). */
function tellClosed(user: ReturnType<typeof writeUser>, now: number): string[] {
  if (user.piiActs || !user.permissions.map(readPermission).some(isOfPii)) return []
  const option = user.piiUntil !== null && Date.parse(user.piiUntil) <= now ? '--pii-until' : '--trained'
  return [`${user.email} cannot open buyer data: ./millrace user change ${user.email} ${option} DAY`]
}
