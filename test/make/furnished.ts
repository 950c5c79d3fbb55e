import type { CenterCode, MerchantId } from '#core/ids.ts'
import { ALL_PERMISSIONS } from '#core/permissions.ts'
import { ok } from '#core/problems.ts'
import type { Vendor } from '#core/vendors/vendor.ts'
import { askBuyerMail } from '#flows/ask-buyer-mail.ts'
import { askExport } from '#flows/ask-export.ts'
import { askBackfill, askReconciliation } from '#flows/ask-reconciliation.ts'
import { bringImport } from '#flows/bring-import.ts'
import { takeFile } from '#flows/carry-files.ts'
import { saveOrderSettings } from '#flows/configure.ts'
import { saveEmailSettings, saveThemes } from '#flows/configure-mails.ts'
import { saveNotifiedPeople } from '#flows/configure-notifications.ts'
import { makeWebhook, testWebhook } from '#flows/configure-webhooks.ts'
import type { Deps } from '#flows/deps.ts'
import { enterShipments } from '#flows/enter-shipments.ts'
import { handToVendor } from '#flows/hand-to-vendor.ts'
import { makeVendorKey } from '#flows/make-vendor-key.ts'
import { revealBuyer } from '#flows/reveal-buyer.ts'
import { readReview } from '#flows/review-access.ts'
import { saveLayout } from '#flows/save-layout.ts'
import { saveVendors } from '#flows/save-vendors.ts'
import { raise } from '#flows/watch-audit.ts'
import { buildApp } from '#http/app.ts'
import { composeSignIn } from '#main/compose-sign-in.ts'
import { addKey, CHEAP } from './api.ts'
import { ORIGIN } from './browser.ts'
import { BUYER, every, QUESTION, THEME } from './buyer-mails.ts'
import { MINUTE, makeSeller } from './seller.ts'
import { documentOf, orderOf, type Seller } from './seller-views.ts'
import { putSession } from './session.ts'
import { entry } from './shipments.ts'
import { makeRefund, packageToSend } from './things-to-send.ts'
import { LAYOUT, viewer } from './viewers.ts'

const WHO = 'office@example.com'
const ASKER = { name: 'the command line', userId: null, fresh: true }

type Made =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: { readonly code: string } }

/** The value of what was made, or an error that says why not. */
const made = <R extends Made>(what: string, result: R): Extract<R, { ok: true }>['value'] => {
  if (result.ok) return (result as Extract<R, { ok: true }>).value
  throw new Error(`${what}: ${result.problem.code}`)
}

/** A company that packs and ships. */
export const VENDOR: Vendor = {
  id: 'PARCELS',
  company: 'Zebra Parcels Ltd',
  purpose: 'Packs and ships',
  mode: 'complete-record',
  centers: ['PORTLAND' as CenterCode],
  approvedOn: null,
  contractOn: '2026-01-15',
  checkedOn: '2026-03-01',
  securityContact: 'security@example.com',
  retentionDays: 30,
  consent: { by: 'A person', on: '2026-01-15' },
}

/** A merchant who has one of everything that the API names by a number or a name, behind the API and its sessions. */
export async function makeFurnished() {
  const seller = await makeSeller({ audited: true })
  const { merchant, control, database } = seller
  const deps = { ...seller.deps, mails: { publicUrl: ORIGIN, send: async () => ok('sent' as const) } }
  await saveNotifiedPeople(deps, merchant, [{ address: WHO, topics: ['file-errors', 'deadlines', 'health'] }])
  await saveThemes(deps, merchant, [THEME])
  const { orders } = await seller.store((store) => store.readSettings())
  await saveOrderSettings(deps, merchant, { ...orders, themeCode: THEME.code })
  await saveEmailSettings(deps, merchant, {
    entered: { sendDirectly: true, kinds: every, confirmPolicy: true },
    who: WHO,
  })
  const ids = {
    placed: control.placeOrder(BUYER),
    shipped: control.placeOrder(BUYER),
    untracked: control.placeOrder(BUYER),
    held: control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS' }] }),
  }
  await seller.pass(20 * MINUTE)
  await enterShipments(deps, merchant, { entries: [entry(ids.shipped)], who: WHO })
  made('a reconciliation', await askReconciliation(deps, merchant, { connection: seller.connection, who: WHO }))
  await tellOfEverything(deps, merchant)
  await seller.pass(10 * MINUTE)
  await makeRefund(seller, ids.shipped)
  const app = await buildApp(deps, {
    version: 'test',
    isOutage: () => false,
    signIn: composeSignIn(database.appPool(), deps, CHEAP),
  })
  const owner = await putSession(database, deps.now(), {
    merchant,
    owner: true,
    permissions: ALL_PERMISSIONS,
    origin: ORIGIN,
  })
  const asOwner = async (path: string, body: object) => {
    const headers = { ...owner.headers, 'content-type': 'application/json' }
    const reply = await app.inject({ method: 'POST', url: `/api/v1${path}`, headers, payload: JSON.stringify(body) })
    if (reply.statusCode !== 200) throw new Error(`${path}: ${reply.body}`)
    return reply.json() as Readonly<Record<string, string>>
  }
  await database.ownerPool().query(
    `insert into millrace.amazon_tabs (merchant_id, item_id, marketplace_id, product_type, requirements, attributes, updated_at)
     values ($1, 'MUG-BLUE', 'ATVPDKIKX0DER', 'KITCHEN', 'LISTING', '{}', to_timestamp(0))`,
    [merchant],
  )
  const things = await makeThings(seller, ids)
  return { seller, app, owner, ids, things: { ...things, ...(await makePeople(seller, asOwner)) } }
}

/** A webhook with a message in its log. */
async function tellOfEverything(deps: Deps, merchant: MerchantId): Promise<void> {
  const wanted = { url: 'https://shop.example.com/millrace', name: 'Told of everything', types: [], on: true }
  const made = await makeWebhook(deps, merchant, { who: WHO, wanted })
  if (made.ok) await testWebhook(deps, merchant, made.value.webhook.webhookId)
}

/** What the flows make: runs, files, mails, a vendor, an export, an alarm. */
async function makeThings(
  seller: Seller,
  ids: { readonly placed: string; readonly untracked: string; readonly held: string },
) {
  const { deps, merchant, connection } = seller
  made('a backfill', await askBackfill(deps, merchant, { connection, from: '2026-11-08', to: '2026-11-09', who: WHO }))
  await packageToSend(seller, ids.untracked)
  made('a file', await takeFile(deps, merchant, { connection, kind: 'shipping-confirmation', who: WHO } as never))
  const file = { bytes: Buffer.from('sku\tprice\nZEBRA-MUG\t12'), fileName: 'Zebra.txt', kind: null, who: WHO }
  made('an import', await bringImport(deps, merchant, file))
  made('a mail', await askBuyerMail(deps, merchant, { order: ids.placed, kind: 'question', text: QUESTION, who: WHO }))
  const see = { viewer: viewer(seller), purpose: 'ship' } as const
  made('a reveal', await revealBuyer(deps, merchant, { ...see, order: ids.placed }))
  const exported = made('an export', await askExport(deps, merchant, { ...see, orders: [ids.placed], layout: LAYOUT }))
  await saveLayout(deps, merchant, { ...LAYOUT, name: 'Zebra printer', savedBy: WHO, savedAt: deps.now() })
  await saveVendors(deps, merchant, { entered: [VENDOR], who: WHO })
  const key = made('a key', await makeVendorKey(deps, merchant, { vendor: VENDOR.id, asker: ASKER, networks: [] }))
  const orderId = (await orderOf(seller, ids.placed))?.orderId ?? 0
  made('a hand-over', await handToVendor(deps, merchant, { keyId: key.keyId, orderId }))
  const cycle = { connection, kind: 'manual', skus: null, by: WHO, at: deps.now() } as const
  const look = await seller.store((store) => store.beginCycle(cycle))
  await raise(deps, merchant, [{ kind: 'refused-calls', subject: 'test', facts: { who: 'somebody', count: 20 } }])
  return {
    download: exported.download,
    layoutName: 'Zebra printer',
    look: String(look),
    vendorKey: key.key,
    orderId: String(orderId),
    documentId: String((await documentOf(seller, ids.held))?.documentId ?? 0),
    someKey: await addKey(deps, merchant),
  }
}

/** What people make: a colleague, a group, an invitation, a key, a signed review, a consent that waits. */
async function makePeople(
  seller: Seller,
  asOwner: (path: string, body: object) => Promise<Readonly<Record<string, string>>>,
) {
  const { deps, merchant, database } = seller
  const colleague = await putSession(database, deps.now(), { merchant, permissions: ['View Orders'] })
  const group = await asOwner('/groups', { name: 'Zebra packers', permissions: ['View Orders'] })
  const invited = await asOwner('/invitations', { email: 'zebra-guest@example.com', groups: [group.groupId] })
  const key = await asOwner('/keys', { name: 'zebra till', purpose: 'reads stock', scopes: ['items:read'] })
  const { version, lines } = await readReview(deps, merchant)
  const decisions = lines.map(({ kind, id }) => ({ kind, id, decision: 'keep' }))
  const review = await asOwner('/access-review', { version, decisions })
  const consent = await asOwner('/authorization/begin', { region: 'na' })
  return {
    userId: colleague.userId,
    sessionId: colleague.sessionId,
    groupId: group.groupId ?? '',
    invitationId: invited.invitationId ?? '',
    keyId: key.keyId ?? '',
    consent: consent.consent ?? '',
    reviewId: review.reviewId ?? '',
    emails: [colleague.email, 'zebra-guest@example.com'],
  }
}
