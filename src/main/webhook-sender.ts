import { request as requestPlain } from 'node:http'
import { request as requestSafely } from 'node:https'
import { isIP } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { isPublic, isThisMachine, leadsInside, openRequest } from '#amazon/outbound.ts'
import type { TryOutcome } from '#core/webhooks/after-try.ts'
import type { OutgoingWebhook, WebhookSender } from '#flows/deps.ts'

const INSIDE = 'its address leads inside this network, where webhooks do not go'

/** How long a receiver may take to answer, ms. */
const PATIENCE = 15_000

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
    if (!insideAllowed && isInside(url)) return { status: null, why: INSIDE, took: took() }
    const status = await post(url, message, { insideAllowed, patience })
    return { status, why: null, took: took() }
  } catch (error) {
    return { status: null, why: whyOf(error), took: took() }
  }
}

/** True for a place inside the house by its very address; of a name the connection looks. */
const isInside = ({ hostname }: URL): boolean => {
  const address = hostname.replace(/^\[|\]$/g, '')
  return isThisMachine(hostname) || (isIP(address) !== 0 && !isPublic(address))
}

type Way = { readonly patience: number; readonly insideAllowed: boolean }

/** A connection of its own, also into the house. */
const openAnywhere: typeof openRequest = (url, options) =>
  (url.protocol === 'https:' ? requestSafely : requestPlain)(url, { ...options, agent: false })

function post(
  url: URL,
  { name, body, at, secrets }: OutgoingWebhook,
  { patience, insideAllowed }: Way,
): Promise<number> {
  const seconds = Math.floor(at / 1000)
  const signatures = secrets.map((secret) => new Webhook(secret).sign(name, new Date(seconds * 1000), body))
  const open = insideAllowed ? openAnywhere : openRequest
  return new Promise((resolve, reject) => {
    const asked = open(url, {
      method: 'POST',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Millrace',
        'webhook-id': name,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signatures.join(' '),
      },
    })
    asked.on('response', (reply) => {
      reply.destroy()
      resolve(reply.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function whyOf(error: unknown): string {
  if (leadsInside(error)) return INSIDE
  const { code, name } = error as { code?: unknown; name?: unknown }
  if (code === 'ABORT_ERR' || name === 'AbortError' || name === 'TimeoutError') return 'no answer within 15 seconds'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name is not known (DNS)'
  if (code === 'ECONNREFUSED') return 'nobody listens at its address'
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? `no connection (${code})` : 'no connection'
}
