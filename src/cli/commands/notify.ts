import type { Command } from 'commander'
import { writeNotifications } from '#contract/notifications.ts'
import type { NotifiedPerson } from '#core/notifications/notified-people.ts'
import { TOPIC_NAMES, TOPICS, type Topic } from '#core/notifications/topics.ts'
import { saveNotifiedPeople } from '#flows/configure-notifications.ts'
import { readPeople } from '#flows/told-members.ts'
import { aboutMerchant, atDesk, checkedEntry, type Desk, type MerchantOptions } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { print, table } from '../table.ts'
import { addTest } from './mail.ts'

type Adding = MerchantOptions & { about?: string[] }

/** Adds `notify`: who is told by mail, and of what (N1, N2). */
export function notifyCommand(program: Command): void {
  const noun = program.command('notify').description('who is told by mail, and of what: list, add, remove, test')
  aboutMerchant(noun.command('list').description('who is told; with nobody named the owner, of everything')).action(
    (options: MerchantOptions) => atDesk(options, (desk) => show(options, desk)),
  )
  aboutMerchant(noun.command('add <address>').description('tell somebody, or change of what they are told'))
    .option('--about <topic...>', `of what: ${TOPICS.join(', ')}; without it of everything`)
    .action((address: string, options: Adding) =>
      atDesk(options, async (desk) => {
        const topics = (options.about ?? TOPICS).map(readTopic)
        await change(desk, (people) => [...without(people, address), { address, topics }])
        await show(options, desk)
      }),
    )
  aboutMerchant(noun.command('remove <address>').description('tell somebody no more')).action(
    (address: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        await change(desk, (people) => {
          const left = without(people, address)
          if (left.length === people.length) throw new CliRefusal(`[${address}] is not among those who were named.`)
          return left
        })
        await show(options, desk)
      }),
  )
  addTest(noun)
}

function readTopic(entered: string): Topic {
  const found = TOPICS.find((topic) => topic === entered)
  if (found) return found
  throw new CliRefusal(`There is no topic [${entered}]. Topics: ${TOPICS.join(', ')}.`, 2)
}

const without = (people: readonly NotifiedPerson[], address: string): NotifiedPerson[] =>
  people.filter((person) => person.address.toLowerCase() !== address.toLowerCase())

async function change(
  { deps, merchant }: Desk,
  changed: (people: readonly NotifiedPerson[]) => NotifiedPerson[],
): Promise<void> {
  const now = deps.now()
  const { people: named } = writeNotifications(await deps.transaction(merchant.id, 'app', readPeople), now)
  const people = changed(named)
  checkedEntry(await saveNotifiedPeople(deps, merchant.id, people), { address: 'the address', topics: '--about' })
}

async function show(options: MerchantOptions, { deps, merchant }: Desk): Promise<void> {
  const people = await deps.transaction(merchant.id, 'app', readPeople)
  const written = writeNotifications(people, deps.now())
  const rows = written.told.map(({ address, topics }) => [
    address,
    topics.map((topic) => TOPIC_NAMES[topic]).join(', '),
  ])
  const nobody = people.members.length === 0 ? 'the owner' : 'everybody with Edit Settings'
  print(options, {
    json: written,
    lines: [
      ...table(['Address', 'Told of'], rows),
      ...(written.people.length === 0 ? ['', `Nobody was named, so ${nobody} is told of everything.`] : []),
      ...written.former.map((address) => `${address} is no user, so told no more: ./millrace user invite ${address}`),
    ],
  })
}
