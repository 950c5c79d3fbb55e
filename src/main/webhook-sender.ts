import { lookup as resolve } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSafely } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { TryOutcome } from '#core/webhooks/after-try.ts'
import type { OutgoingWebhook, WebhookSender } from '#flows/deps.ts'

/** How long a receiver may take to answer, ms. */
const PATIENCE = 15_000

/** Addresses that lead to this machine or into the house: a merchant's webhook must not knock there for its merchant. */
const INSIDE = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv6')

/** True for an address inside the house, also where it is an IPv4 one written as IPv6. */
export const isInside = (address: string): boolean => INSIDE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * Tells webhooks by the Standard Webhooks convention: signed, never redirected, answered within 15 seconds (X2). `insideAllowed`: the
 * demo, whose receivers are on this machine.
 */
export const webhookSender = ({ insideAllowed }: { readonly insideAllowed: boolean }): WebhookSender => ({
  plainAllowed: insideAllowed,
  send: (message) => sendWebhook(message, { insideAllowed, patience: PATIENCE }),
})

/** One try. Whatever goes wrong is said in words without an address. */
export async function sendWebhook(
  message: OutgoingWebhook,
  { insideAllowed, patience }: { readonly insideAllowed: boolean; readonly patience: number },
): Promise<TryOutcome> {
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  try {
    const url = new URL(message.url)
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    if (!insideAllowed && isIP(literal) !== 0 && isInside(literal)) throw new Inside()
    const status = await post(url, message, { patience, ...(insideAllowed ? {} : { lookup: outsideOnly }) })
    return { status, why: null, took: took() }
  } catch (error) {
    return { status: null, why: whyOf(error), took: took() }
  }
}

class Inside extends Error {}

/** Resolves a name to addresses outside the house; the address that is asked is the one that was looked at. */
const outsideOnly: LookupFunction = (hostname, options, done) =>
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0)
    const outside = addresses.filter(({ address }) => !isInside(address))
    const [first] = outside
    if (!first) return done(new Inside(), '', 0)
    if (options.all) return (done as (error: null, all: typeof outside) => void)(null, outside)
    done(null, first.address, first.family)
  })

type Way = { readonly patience: number; readonly lookup?: LookupFunction }

function post(url: URL, { name, body, at, secrets }: OutgoingWebhook, { patience, lookup }: Way): Promise<number> {
  const seconds = Math.floor(at / 1000)
  const signatures = secrets.map((secret) => new Webhook(secret).sign(name, new Date(seconds * 1000), body))
  const request = url.protocol === 'https:' ? requestSafely : requestPlain
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(patience),
        ...(lookup ? { lookup } : {}),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Millrace',
          'webhook-id': name,
          'webhook-timestamp': String(seconds),
          'webhook-signature': signatures.join(' '),
        },
      },
      (reply) => {
        reply.destroy()
        resolve(reply.statusCode ?? 0)
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

function whyOf(error: unknown): string {
  if (error instanceof Inside) return 'its address leads inside this network, where webhooks do not go'
  const { code, name } = error as { code?: unknown; name?: unknown }
  if (code === 'ABORT_ERR' || name === 'AbortError' || name === 'TimeoutError') return 'no answer within 15 seconds'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name is not known (DNS)'
  if (code === 'ECONNREFUSED') return 'nobody listens at its address'
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? `no connection (${code})` : 'no connection'
}
