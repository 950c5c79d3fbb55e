import type { Command } from 'commander'
import { writeGroup } from '#contract/people.ts'
import type { Group } from '#core/people/member.ts'
import { removeGroup, saveGroup } from '#flows/save-group.ts'
import {
  AS_OPERATOR,
  aboutMerchant,
  atDesk,
  checkedEntry,
  type Desk,
  goodValue,
  type MerchantOptions,
} from '../open.ts'
import { readPermission } from '../permission-words.ts'
import { CliRefusal } from '../refusal.ts'
import { print, table } from '../table.ts'

/** Adds `group`: names for sets of permissions (U1). */
export function groupCommand(program: Command): void {
  const noun = program.command('group').description('groups of users, each with its permissions: list, save, remove')
  aboutMerchant(noun.command('list').description('all groups and what their users may do')).action(
    (options: MerchantOptions) => atDesk(options, (desk) => show(options, desk)),
  )
  aboutMerchant(noun.command('save <name>').description('add a group, or say anew what its users may do'))
    .option('--may <permission...>', 'such as "View Orders"; without any: nothing')
    .action((name: string, options: MerchantOptions & { may?: string[] }) =>
      atDesk(options, async (desk) => {
        const groups = await desk.store((tx) => tx.listGroups())
        const groupId = groups.find((group) => group.name.toLowerCase() === name.toLowerCase())?.groupId ?? null
        const wanted = { groupId, name, permissions: (options.may ?? []).map(readPermission) }
        const typed = { name: 'the name', permissions: '--may' }
        checkedEntry(await saveGroup(desk.deps, desk.merchant.id, { asker: AS_OPERATOR, wanted }), typed)
        await show(options, desk)
      }),
    )
  aboutMerchant(noun.command('remove <name>').description('remove a group that nobody is in')).action(
    (name: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        const groupId = groupNamed(await desk.store((tx) => tx.listGroups()), name)
        goodValue(await removeGroup(desk.deps, desk.merchant.id, { asker: AS_OPERATOR, groupId }))
        await show(options, desk)
      }),
  )
}

/** The id of a group by its name. */
export function groupNamed(groups: readonly Group[], name: string): string {
  const found = groups.find((group) => group.name.toLowerCase() === name.toLowerCase())
  if (found) return found.groupId
  throw new CliRefusal(`There is no group [${name}]. ./millrace group list shows them.`)
}

async function show(options: MerchantOptions, { store }: Desk): Promise<void> {
  const groups = (await store((tx) => tx.listGroups())).map(writeGroup)
  const rows = groups.map(({ name, permissions }) => [name, permissions.join(', ')])
  const lines = groups.length === 0 ? ['There are no groups.'] : table(['Group', 'Its users may'], rows)
  print(options, { json: { groups }, lines })
}
