import { type Command, InvalidArgumentError } from 'commander'
import { writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import { startOfDay } from '#core/orders/merchant-time.ts'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { print, table } from '../table.ts'

type Wanted = MerchantOptions & { name: string; scopes: string; expires: string }

const DAY = 24 * 3_600_000

/** Adds `key`: keys of the REST API, each for one merchant with scopes (X1). */
export function keyCommand(program: Command): void {
  const noun = program.command('key').description('keys of the REST API: create, list, revoke')
  aboutMerchant(noun.command('create').description('make a key; it is shown once'))
    .requiredOption('--name <text>', 'who uses it, so that it can be told from others')
    .requiredOption('--scopes <list>', 'all, or some of orders:, items:, settings: with read or write, by commas')
    .option('--expires <when>', 'days such as 90d, a date such as 2027-01-31, or never', readExpiry, '365d')
    .action((options: Wanted) =>
      atDesk(options, async ({ deps, merchant, time }) => {
        const { createKey } = await import('#main/create-key.ts')
        const expiresAt = expiryOf(options.expires, { now: deps.now(), timeZone: merchant.timeZone })
        const scopes = options.scopes.split(/[\s,]+/).filter((scope) => scope !== '')
        const made = goodValue(await createKey(deps, { merchant: merchant.id, name: options.name, scopes, expiresAt }))
        const ends = expiresAt === null ? 'does not expire' : `expires ${time(expiresAt)}`
        print(options, {
          json: { ...made, merchant: merchant.id, expiresAt: writeInstantOrNull(expiresAt) },
          lines: [
            `Key ${made.keyId} of ${merchant.id} (${made.scopes.join(', ')}) ${ends}. It is shown this once:`,
            '',
            made.key,
          ],
        })
      }),
    )
  addList(noun)
  aboutMerchant(noun.command('revoke <key>').description('end a key at once, by its id')).action(
    (keyId: string, options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant }) => {
        const known = await deps.deployment.revokeApiKey({ merchant: merchant.id, keyId, at: deps.now() })
        if (!known) throw new CliRefusal(`${merchant.id} has no such key. ./millrace key list shows their ids.`)
        print(options, { json: { keyId, state: 'revoked' }, lines: [`The key ${keyId} is revoked.`] })
      }),
  )
}

function addList(noun: Command): void {
  aboutMerchant(noun.command('list').description('the keys of a merchant, without the keys themselves')).action(
    (options: MerchantOptions) =>
      atDesk(options, async ({ deps, merchant, time }) => {
        const keys = await deps.deployment.listApiKeys(merchant.id)
        const or = (at: number | null, otherwise: string) => (at === null ? otherwise : time(at))
        const state = (key: (typeof keys)[number]) =>
          key.revokedAt !== null
            ? 'revoked'
            : key.expiresAt !== null && key.expiresAt <= deps.now()
              ? 'expired'
              : 'good'
        print(options, {
          json: {
            keys: keys.map((key) => ({
              keyId: key.keyId,
              name: key.name,
              scopes: key.scopes,
              state: state(key),
              createdAt: writeInstant(key.createdAt),
              expiresAt: writeInstantOrNull(key.expiresAt),
              lastUsedAt: writeInstantOrNull(key.lastUsedAt),
            })),
          },
          lines:
            keys.length === 0
              ? [`${merchant.id} has no keys.`]
              : table(
                  ['Key', 'Name', 'State', 'Scopes', 'Expires', 'Last used'],
                  keys.map((key) => [
                    key.keyId,
                    key.name,
                    state(key),
                    key.scopes.join(' '),
                    or(key.expiresAt, 'never'),
                    or(key.lastUsedAt, 'never'),
                  ]),
                ),
        })
      }),
  )
}

function readExpiry(text: string): string {
  if (text === 'never' || /^[1-9]\d{0,3}d$/.test(text) || faultOfDay(text) === null) return text
  throw new InvalidArgumentError('It is days such as 90d, a date such as 2027-01-31, or never.')
}

function expiryOf(text: string, { now, timeZone }: { now: number; timeZone: string }): number | null {
  if (text === 'never') return null
  return text.endsWith('d') ? now + Number(text.slice(0, -1)) * DAY : startOfDay(text, timeZone)
}
