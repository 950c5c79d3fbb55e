import { z } from 'zod'
import { KEY_LASTS_DAYS, KEY_STATES, type KeyTimes, keyState, MOST_NETWORKS } from '#core/people/api-key.ts'
import { SCOPES_OF_KEYS, type Scope } from '#core/permissions.ts'
import { instant, text, writeInstant, writeInstantOrNull } from './parts.ts'

/** An address or a network from which a key may be used (D9). */
export const network = z
  .union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
    error: 'must be an address such as 203.0.113.7 or a network such as 203.0.113.0/24',
  })
  .describe('An address or a network (CIDR), IPv4 or IPv6.')

/** A key without its secret (X1, D9). */
export const apiKey = z
  .object({
    keyId: z.string(),
    name: z.string(),
    purpose: z.string(),
    owner: z.string().nullable().describe('Who answers for it; null: the operator.'),
    scopes: z.array(z.string()),
    networks: z.array(z.string()).describe('From where it may be used; none: from everywhere.'),
    state: z.enum(KEY_STATES).describe('`stale`: good, but not used for 90 days.'),
    createdAt: instant,
    createdBy: z.string(),
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
  })
  .meta({ id: 'ApiKey' })

type Key = KeyTimes & {
  readonly keyId: string
  readonly name: string
  readonly purpose: string
  readonly ownerEmail: string | null
  readonly scopes: readonly string[]
  readonly networks: readonly string[]
  readonly createdBy: string
}

/** Writes a key without its secret. */
export const writeKey = (key: Key, now: number): z.output<typeof apiKey> => ({
  keyId: key.keyId,
  name: key.name,
  purpose: key.purpose,
  owner: key.ownerEmail,
  scopes: [...key.scopes],
  networks: [...key.networks],
  state: keyState(key, now),
  createdAt: writeInstant(key.createdAt),
  createdBy: key.createdBy,
  expiresAt: writeInstantOrNull(key.expiresAt),
  lastUsedAt: writeInstantOrNull(key.lastUsedAt),
})

/** A key as it is wanted. */
export const keyBody = z
  .strictObject({
    name: text(1, 100).describe('Which program uses it.'),
    purpose: text(1, 200).describe('What for.'),
    scopes: z.array(z.enum(SCOPES_OF_KEYS as readonly [Scope, ...Scope[]])).min(1),
    expiresAt: z.iso.datetime().optional().describe(`Within ${KEY_LASTS_DAYS} days; without it as late as that.`),
    networks: z.array(network).max(MOST_NETWORKS).default([]),
  })
  .meta({ id: 'ApiKeyBody' })

/** A new key, shown this once. */
export const madeKey = z
  .object({
    keyId: z.string(),
    key: z.string().describe('Shown this once.'),
    scopes: z.array(z.string()),
    expiresAt: instant,
  })
  .meta({ id: 'MadeApiKey' })

/** A key in the path. */
export const keyParams = z.strictObject({ keyId: text(1, 40).describe('The id of a key.') })
