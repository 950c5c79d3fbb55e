import type { WireOrder } from '#amazon/port.ts'
import type { MerchantId } from '#core/ids.ts'
import { decideGrant, type Viewer } from '#core/pii/grant.ts'
import { unmask } from '#core/pii/masked.ts'
import type { RevealPurpose } from '#core/pii/purposes.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps, VaultTx } from './deps.ts'
import { refused } from './open-for-person.ts'

const DAY = 86_400_000

type Asked = { readonly viewer: Viewer; readonly documentId: number; readonly purpose: RevealPurpose }

/** Gives a document as it was received, with its buyer, to who may see it: under the same grant as any reveal, and noted with its order, where one was placed (E2, U3). */
export function revealOriginal(deps: Deps, merchant: MerchantId, asked: Asked): Promise<Result<WireOrder>> {
  const { viewer, documentId, purpose } = asked
  return deps.transaction(merchant, { vault: 'reveal' }, async (tx) => {
    const document = await tx.store.findDocument(documentId)
    if (!document) return failed('not-found', { what: `document [${documentId}]` })
    const orders = await tx.store.ordersToShow([document.reference])
    const granted = await askGrantFor(deps, tx, asked)
    if (!granted.ok)
      return refused(deps, tx, { viewer, way: 'original', problem: granted.problem, orders, document: documentId })
    const { grant, person } = granted.value
    const masked = (await tx.vault.show('documents', [documentId])).get(documentId)
    if (!masked) return failed('buyer-gone', { count: 1 })
    const at = deps.now()
    const shippedAt = orders[0]?.shippedAt ?? null
    const facts = {
      document: documentId,
      way: 'original',
      fields: ['all'],
      ...(shippedAt === null ? {} : { daysAfterShipment: Math.floor((at - shippedAt) / DAY) }),
    }
    tx.audit.note({
      at,
      act: 'revealed',
      who: person.email,
      orders: orders.map(({ orderId }) => orderId),
      purpose,
      facts,
    })
    await tx.store.addReveals({ userId: person.userId, way: 'original', opened: [{ documentId }], at })
    return ok(unmask(masked, grant))
  })
}

async function askGrantFor(deps: Deps, tx: VaultTx, { viewer, documentId, purpose }: Asked) {
  if (viewer.kind === 'key') return failed('buyer-only-for-people')
  const now = deps.now()
  const origins = await tx.vault.origins('documents', [documentId])
  const opened = { userId: viewer.userId, opened: [{ documentId }], ways: ['reveal', 'original'], at: now } as const
  const grant = decideGrant({
    viewer,
    way: 'original',
    purpose,
    origins: [origins.get(documentId) ?? null],
    opened: await tx.store.countReveals(opened),
    allowed: (await tx.store.revealLimits()).reveal,
    coveredByRun: false,
    now,
  })
  return grant.ok ? ok({ grant: grant.value, person: viewer }) : grant
}
