import { type Command, InvalidArgumentError } from 'commander'
import { network, writeKey } from '#contract/keys.ts'
import { writeInstant } from '#contract/parts.ts'
import { startOfDay } from '#core/orders/merchant-time.ts'
import { KEY_LASTS_DAYS } from '#core/people/api-key.ts'
import { SCOPES_OF_KEYS, type Scope } from '#core/permissions.ts'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import { makeKey, revokeKey } from '#flows/make-api-key.ts'
import { AS_OPERATOR, aboutMerchant, atDesk, checkedEntry, goodValue, type MerchantOptions } from '../open.ts'
import { print, table } from '../table.ts'

type Wanted = MerchantOptions & { name: string; scopes: string; expires: string; purpose: string; from: string[] }

const DAY = 24 * 3_600_000

/** Adds `key`: keys of the REST API, each for one merchant with a purpose, scopes and an end (X1, D9). */
export function keyCommand(program: Command): void {
  const noun = program.command('key').description('keys of the REST API: create, list, revoke')
  aboutMerchant(noun.command('create').description('make a key; it is shown once, and the operator answers for it'))
    .requiredOption('--name <text>', 'which program uses it, so that it can be told from others')
    .requiredOption('--scopes <list>', `all, or some of these, by commas: ${SCOPES_OF_KEYS.join(' ')}`)
    .option('--purpose <text>', 'what it is for (default: the name)')
    .option(
      '--expires <when>',
      `days such as 90d, or a date such as 2027-01-31; at most ${KEY_LASTS_DAYS} days`,
      readExpiry,
      `${KEY_LASTS_DAYS}d`,
    )
    .option('--from <network...>', 'only from these addresses or networks, such as 203.0.113.0/24', readNetwork, [])
    .action((options: Wanted) =>
      atDesk(options, async ({ deps, merchant, time }) => {
        const expiresAt = expiryOf(options.expires, { now: deps.now(), timeZone: merchant.timeZone })
        const { name, purpose = name, from: networks } = options
        const wanted = { name, purpose, networks, expiresAt, scopes: readScopes(options.scopes) }
        const typed = {
          name: '--name',
          scopes: '--scopes',
          purpose: '--purpose',
          expiresAt: '--expires',
          networks: '--from',
        }
        const made = checkedEntry(await makeKey(deps, merchant.id, { asker: AS_OPERATOR, wanted }), typed)
        const { keyId, key, scopes } = made
        const where = networks.length === 0 ? '' : `, from ${networks.join(', ')} only`
        print(options, {
          json: { keyId, key, scopes, networks, merchant: merchant.id, expiresAt: writeInstant(expiresAt) },
          lines: [
            `Key ${keyId} of ${merchant.id} (${scopes.join(', ')}) expires ${time(expiresAt)}${where}. It is shown this once:`,
            '',
            key,
          ],
        })
      }),
    )
  addList(noun)
  aboutMerchant(noun.command('revoke <key>').description('end a key at once, by its id')).action(
    (keyId: string, options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant }) => {
        goodValue(await revokeKey(deps, merchant.id, { asker: AS_OPERATOR, keyId }))
        print(options, { json: { keyId, state: 'revoked' }, lines: [`The key ${keyId} is revoked.`] })
      }),
  )
}

function addList(noun: Command): void {
  aboutMerchant(noun.command('list').description('the keys of a merchant, without the keys themselves')).action(
    (options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant, time }) => {
        const keys = (await deps.deployment.listApiKeys(merchant.id)).map((key) => writeKey(key, deps.now()))
        const or = (at: string | null, otherwise: string) => (at === null ? otherwise : time(Date.parse(at)))
        const rows = keys.map((key) => [
          key.keyId,
          key.name,
          key.state,
          key.owner ?? 'the operator',
          key.scopes.join(' '),
          key.networks.join(' ') || 'everywhere',
          or(key.expiresAt, 'never'),
          or(key.lastUsedAt, 'never'),
        ])
        const head = ['Key', 'Name', 'State', 'Answers for it', 'Scopes', 'From', 'Expires', 'Last used']
        const stale = keys.filter((key) => key.state === 'stale')
        print(options, {
          json: { keys },
          lines:
            keys.length === 0
              ? [`${merchant.id} has no keys.`]
              : [
                  ...table(head, rows),
                  ...stale.map(({ keyId }) => `${keyId} was not used for 90 days: ./millrace key revoke ${keyId}`),
                ],
        })
      }),
  )
}

const readScopes = (text: string): readonly Scope[] => {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  return words.includes('all') ? SCOPES_OF_KEYS : (words as Scope[])
}

function readNetwork(text: string, before: string[]): string[] {
  const read = network.safeParse(text)
  if (!read.success)
    throw new InvalidArgumentError('It is an address such as 203.0.113.7 or a network such as 203.0.113.0/24.')
  return [...before, read.data]
}

function readExpiry(text: string): string {
  if (/^[1-9]\d{0,3}d$/.test(text) || faultOfDay(text) === null) return text
  throw new InvalidArgumentError('It is days such as 90d, or a date such as 2027-01-31.')
}

function expiryOf(text: string, { now, timeZone }: { now: number; timeZone: string }): number {
  return text.endsWith('d') ? now + Number(text.slice(0, -1)) * DAY : startOfDay(text, timeZone)
}
