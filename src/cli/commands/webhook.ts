import { type Command, InvalidArgumentError } from 'commander'
import { writeMessage, writeWebhook } from '#contract/webhooks.ts'
import { startOfDay } from '#core/orders/merchant-time.ts'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import { EVENT_TYPES } from '#core/webhooks/event-types.ts'
import type { WantedWebhook, Webhook } from '#core/webhooks/webhook.ts'
import {
  changeWebhook,
  makeWebhook,
  removeWebhook,
  renewWebhookSecret,
  replayWebhook,
  testWebhook,
} from '#flows/configure-webhooks.ts'
import {
  aboutMerchant,
  atDesk,
  checkedEntry,
  type Desk,
  goodValue,
  type MerchantOptions,
  WHO,
  withJson,
} from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { print, table } from '../table.ts'

type Wanted = MerchantOptions & { url?: string; name?: string; types?: string[]; off?: boolean; on?: boolean }
type Replay = MerchantOptions & { since?: string; message?: number; delivered?: boolean }

const TYPED = { url: '--url', name: '--name', types: '--types' }

/** Adds `webhook`: who is told of what happens, and what they were told (X2). */
export function webhookCommand(program: Command): void {
  const noun = program
    .command('webhook')
    .description('tell your own programs what happens: add, list, change, secret, test, log, replay, remove, types')
  addMaking(noun)
  addLooking(noun)
  aboutMerchant(
    noun.command('secret <number>').description('give a new secret; the one before signs as well for a day'),
  ).action((number: string, options: MerchantOptions) =>
    atDesk(options, async ({ deps, merchant, time }) => {
      const wish = { who: WHO, webhookId: readNumber(number) }
      const { webhook, secret } = goodValue(await renewWebhookSecret(deps, merchant.id, wish))
      const until =
        webhook.oldSecretUntil === null ? '' : ` The one before signs as well until ${time(webhook.oldSecretUntil)}.`
      print(options, {
        json: { webhook: writeWebhook(webhook), secret },
        lines: [`The new secret of webhook ${webhook.webhookId} is shown this once.${until}`, '', secret],
      })
    }),
  )
  aboutMerchant(noun.command('test <number>').description('send a test')).action(
    (number: string, options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant }) => {
        const messageId = goodValue(await testWebhook(deps, merchant.id, readNumber(number)))
        print(options, {
          json: { messageId },
          lines: [
            `The test is on its way as message ${messageId}. See how it came out: ./millrace webhook log ${number}`,
          ],
        })
      }),
  )
  addReplay(noun)
  aboutMerchant(noun.command('remove <number>').description('tell it no more, and forget its log')).action(
    (number: string, options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant }) => {
        const removed = goodValue(await removeWebhook(deps, merchant.id, { who: WHO, webhookId: readNumber(number) }))
        print(options, { json: { webhook: writeWebhook(removed) }, lines: [`Webhook ${number} is removed.`] })
      }),
  )
}

function addMaking(noun: Command): void {
  aboutMerchant(noun.command('add').description('tell a program; its secret is shown once'))
    .requiredOption('--url <address>', 'where messages are posted, such as https://shop.example.com/millrace')
    .requiredOption('--name <text>', 'what it is for')
    .option('--types <type...>', 'of what, such as order.placed or stock.*; without it of everything')
    .action((options: Wanted) =>
      atDesk(options, async ({ deps, merchant }) => {
        const wanted = { url: options.url ?? '', name: options.name ?? '', types: options.types ?? [], on: true }
        const { webhook, secret } = checkedEntry(await makeWebhook(deps, merchant.id, { who: WHO, wanted }), TYPED)
        print(options, {
          json: { webhook: writeWebhook(webhook), secret },
          lines: [
            `Webhook ${webhook.webhookId} tells ${webhook.url} of ${ofWhat(webhook)}. Its secret is shown this once:`,
            '',
            secret,
          ],
        })
      }),
    )
  aboutMerchant(noun.command('change <number>').description('change what it is told and where, or switch it off or on'))
    .option('--url <address>', 'where messages are posted')
    .option('--name <text>', 'what it is for')
    .option('--types <type...>', 'of what; "all" for everything')
    .option('--off', 'tell it nothing for now; nothing is kept for it')
    .option('--on', 'tell it again')
    .action((number: string, options: Wanted) =>
      atDesk(options, async (desk) => {
        const webhookId = readNumber(number)
        const before = await find(desk, webhookId)
        const wanted = changed(before, options)
        const { deps, merchant } = desk
        const after = checkedEntry(await changeWebhook(deps, merchant.id, { who: WHO, webhookId, wanted }), TYPED)
        print(options, {
          json: { webhook: writeWebhook(after) },
          lines: [
            after.offSince === null
              ? `Webhook ${number} tells ${after.url} of ${ofWhat(after)}.`
              : `Webhook ${number} is switched off.`,
          ],
        })
      }),
    )
}

function changed(before: Webhook, { url, name, types, off, on }: Wanted): WantedWebhook {
  if (off && on) throw new CliRefusal('Say --off or --on, not both.', 2)
  return {
    url: url ?? before.url,
    name: name ?? before.name,
    types: types === undefined ? before.types : types.includes('all') ? [] : types,
    on: off ? false : (on ?? before.offSince === null),
  }
}

function addLooking(noun: Command): void {
  aboutMerchant(noun.command('list').description('who is told, and of what')).action((options: MerchantOptions) =>
    atDesk(options, async (desk) => {
      const all = await desk.store((store) => store.listWebhooks())
      const rows = all.map((each) => [
        String(each.webhookId),
        each.name,
        each.offSince === null ? 'on' : `off since ${desk.time(each.offSince)}, by ${each.offBy ?? ''}`,
        each.url,
        ofWhat(each),
      ])
      print(options, {
        json: { webhooks: all.map(writeWebhook) },
        lines:
          all.length === 0
            ? ['No webhooks. Add one: ./millrace webhook add --help']
            : table(['Number', 'Name', 'State', 'Address', 'Of what'], rows),
      })
    }),
  )
  aboutMerchant(noun.command('log <number>').description('what it was told, the newest first'))
    .option('--limit <number>', 'how many at most', (text) => readNumber(text), 20)
    .action((number: string, options: MerchantOptions & { limit: number }) =>
      atDesk(options, async (desk) => {
        const webhookId = readNumber(number)
        await find(desk, webhookId)
        const wanted = { webhookId, after: null, limit: Math.min(options.limit, 200) }
        const messages = await desk.store((store) => store.listWebhookMessages(wanted))
        const rows = messages.map((each) => [
          String(each.messageId),
          desk.time(each.at),
          each.type,
          each.state === 'waiting' && each.tries.length > 0 ? `tried again ${desk.time(each.nextAt)}` : each.state,
          String(each.tries.length),
          each.tries.at(-1)?.answer ?? '',
        ])
        print(options, {
          json: { messages: messages.map(writeMessage) },
          lines:
            messages.length === 0
              ? ['It was told nothing yet.']
              : table(['Message', 'When', 'What', 'State', 'Tries', 'Last answer'], rows),
        })
      }),
    )
  withJson(noun.command('types').description('what webhooks can be told of')).action((options: { json?: boolean }) => {
    const types = Object.entries(EVENT_TYPES).map(([type, meaning]) => ({ type, meaning }))
    const lines = table(
      ['Type', 'When'],
      types.map(({ type, meaning }) => [type, meaning]),
    )
    print(options, { json: { types }, lines })
  })
}

function addReplay(noun: Command): void {
  aboutMerchant(noun.command('replay <number>').description('send again what was given up, under the same names'))
    .option('--message <number>', 'this message only, whether or not it was taken', (text) => readNumber(text))
    .option('--since <day>', 'what happened since the beginning of a day, such as 2027-01-31', readDay)
    .option('--delivered', 'also what was taken already')
    .action((number: string, options: Replay) =>
      atDesk(options, async ({ deps, merchant }) => {
        if ((options.message === undefined) === (options.since === undefined))
          throw new CliRefusal('Say which: --message <number> or --since <day>.', 2)
        const count = goodValue(
          await replayWebhook(deps, merchant.id, {
            webhookId: readNumber(number),
            messageId: options.message ?? null,
            since: options.since === undefined ? null : startOfDay(options.since, merchant.timeZone),
            delivered: options.message !== undefined || options.delivered === true,
          }),
        )
        print(options, {
          json: { waiting: count },
          lines: [
            count === 0
              ? 'There is nothing to be sent again.'
              : `${count} ${count === 1 ? 'message is' : 'messages are'} sent again.`,
          ],
        })
      }),
    )
}

const ofWhat = ({ types }: Pick<Webhook, 'types'>): string => (types.length === 0 ? 'everything' : types.join(', '))

async function find(desk: Desk, webhookId: number): Promise<Webhook> {
  const found = (await desk.store((store) => store.listWebhooks())).find((each) => each.webhookId === webhookId)
  if (!found) throw new CliRefusal(`There is no webhook ${webhookId}. See: ./millrace webhook list`)
  return found
}

function readNumber(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new CliRefusal(`[${text}] is not a number.`, 2)
}

function readDay(text: string): string {
  if (faultOfDay(text) === null) return text
  throw new InvalidArgumentError('It is a date such as 2027-01-31.')
}
