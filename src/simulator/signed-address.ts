import type { World } from './state.ts'
import { type Call, type Reply, storageProblem } from './wire.ts'

type Asked = { readonly path: string; readonly lifeMs: number }

/** An address with a signature of its own, as storage hands it out. */
export function signAddress(world: World, call: Call, { path, lifeMs }: Asked): { url: string; signature: string } {
  const signature = Buffer.from(world.random.tokens.digits(24)).toString('hex')
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Date': new Date(world.clock.now()).toISOString().replace(/[-:]|\.\d+/g, ''),
    'X-Amz-Expires': String(Math.round(lifeMs / 1000)),
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': signature,
  })
  return { url: `http://${call.headers.host}${path}?${query}`, signature }
}

/** The signature of a call and the document that its path names. */
export function signedCall(call: Call): { signature: string; documentId: string } {
  const signature = call.url.searchParams.get('X-Amz-Signature') ?? ''
  return { signature, documentId: decodeURIComponent(call.url.pathname.split('/').at(-1) ?? '') }
}

/** Why storage does not open a signed address: wrong signature, headers that were not signed, too late. */
export function refuseAddress(
  world: World,
  call: Call,
  known: { readonly documentId: string; readonly expiresAt: number } | undefined,
): Reply | undefined {
  if (!known || known.documentId !== signedCall(call).documentId) return wrongSignature()
  if (Object.keys(call.headers).some((name) => name.startsWith('x-amz-') || name === 'authorization'))
    return storageProblem(403, 'AccessDenied', 'There were headers present in the request which were not signed')
  if (world.clock.now() >= known.expiresAt) return storageProblem(403, 'AccessDenied', 'Request has expired')
  return undefined
}

/** The refusal of a call that is not the one that was signed. */
export const wrongSignature = (): Reply =>
  storageProblem(403, 'SignatureDoesNotMatch', 'The request signature does not match.')
