import { askBuyerMail } from '#flows/ask-buyer-mail.ts'
import { askExport } from '#flows/ask-export.ts'
import { askBackfill, askReconciliation } from '#flows/ask-reconciliation.ts'
import { takeFile } from '#flows/carry-files.ts'
import { takePriceFile } from '#flows/carry-price-file.ts'
import { saveOrderSettings } from '#flows/configure.ts'
import { saveEmailSettings, saveThemes } from '#flows/configure-mails.ts'
import { saveNotifiedPeople } from '#flows/configure-notifications.ts'
import { makeWebhook } from '#flows/configure-webhooks.ts'
import { downloadDocument } from '#flows/download-document.ts'
import { enterShipments } from '#flows/enter-shipments.ts'
import { fetchExport } from '#flows/fetch-export.ts'
import { findBuyer } from '#flows/find-buyer.ts'
import { handToVendor } from '#flows/hand-to-vendor.ts'
import { makeVendorKey } from '#flows/make-vendor-key.ts'
import { preview } from '#flows/preview.ts'
import { printLabels } from '#flows/print-labels.ts'
import { reportRetention } from '#flows/report-retention.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import { revealBuyer } from '#flows/reveal-buyer.ts'
import { revealOriginal } from '#flows/reveal-original.ts'
import { saveVendors } from '#flows/save-vendors.ts'
import { beginShippingRun } from '#flows/shipping-run.ts'
import { showInRun } from '#flows/show-in-run.ts'
import { whereIsOrder } from '#flows/where-is-order.ts'
import { every, THEME } from './buyer-mails.ts'
import { CANARY, canaryOrder, ECHO } from './canary-buyer.ts'
import { mailing } from './mailing.ts'
import { DAY, MINUTE, makeSeller } from './seller.ts'
import { documentOf, orderOf, type Seller } from './seller-views.ts'
import { entry } from './shipments.ts'
import { makeRefund, packageToSend } from './things-to-send.ts'
import { COMPLETE } from './vendor.ts'
import { hashOf, LAYOUT, viewer } from './viewers.ts'

type Orders = Awaited<ReturnType<typeof placeAll>>

/** A day on which everything that exists happens to orders of one buyer; gives what flows answered to those who may not see him. */
export async function canaryDay() {
  const seller = await makeSeller({ audited: true })
  const mail = mailing(seller)
  await saveNotifiedPeople(mail.deps, seller.merchant, [
    { address: 'office@example.com', topics: ['file-errors', 'deadlines', 'health'] },
  ])
  await mayWriteToBuyers(seller)
  const wanted = { url: 'https://shop.example.com/millrace', name: 'Told of everything', types: [], on: true }
  await makeWebhook(seller.deps, seller.merchant, { who: 'The owner', wanted })
  const orders = await placeAll(seller)
  await mail.pass(10 * MINUTE, 2 * MINUTE)
  const answers = await look(seller, orders)
  await goWrong(seller, orders, mail.pass)
  await ship(seller, orders, mail.pass)
  await openForPeople(seller, orders)
  await writeToBuyer(seller, orders)
  await handOver(seller, orders)
  await mail.pass(2 * DAY, 12 * 60 * MINUTE)
  answers.push(JSON.stringify(await reportRetention(seller.deps, seller.merchant)))
  return { seller, mail, orders, answers }
}

async function mayWriteToBuyers({ deps, merchant, store }: Seller): Promise<void> {
  await saveThemes(deps, merchant, [THEME])
  const { orders } = await store((tx) => tx.readSettings())
  await saveOrderSettings(deps, merchant, { ...orders, themeCode: THEME.code })
  const entered = { sendDirectly: true, kinds: every, confirmPolicy: true }
  await saveEmailSettings(deps, merchant, { entered, who: 'office@example.com' })
}

/** Somebody writes to the buyer by name; the mail is the buyer's, and nothing of it may stay behind. */
async function writeToBuyer({ deps, merchant }: Seller, orders: Orders): Promise<void> {
  const text = `Dear ${CANARY.name}, shall "${CANARY.gift}" stand on one line?`
  const asked = { order: orders.asked, kind: 'question', text, who: 'office@example.com' } as const
  const written = await askBuyerMail(deps, merchant, asked)
  if (!written.ok) throw new Error(`The mail was refused: ${written.problem.code}`)
}

/** A vendor that runs the center gets the address, and says nothing of it here. */
async function handOver({ deps, merchant, ...seller }: Seller, orders: Orders): Promise<void> {
  await saveVendors(deps, merchant, { entered: [COMPLETE], who: 'office@example.com' })
  const asker = { name: 'the command line', userId: null, fresh: true }
  const made = await makeVendorKey(deps, merchant, { vendor: COMPLETE.id, asker, networks: [] })
  const { orderId = 0 } = (await seller.store((tx) => tx.findOrder(orders.asked))) ?? {}
  const handed = made.ok && (await handToVendor(deps, merchant, { keyId: made.value.keyId, orderId }))
  if (!handed || !JSON.stringify(handed).includes(CANARY.line1)) throw new Error('Nothing was handed over.')
}

async function placeAll({ control }: Seller) {
  const place = (more: Parameters<typeof canaryOrder>[0] = {}, sku?: string) =>
    control.placeOrder(canaryOrder(more, sku))
  const orders = {
    placed: place(),
    shipped: place(),
    fed: place(),
    refunded: place(),
    asked: place(),
    canceled: place(),
    held: place({}, 'NOBODY-KNOWS'),
    abroad: place({ address: { ...canaryAddress(), countryCode: 'GB', stateOrRegion: CANARY.line2 } }),
    early: place({ createdAt: '2026-11-01T12:00:00Z', updatedAt: control.now() }),
    pending: place({ status: 'PENDING' }),
    byAmazon: place({ fulfilledBy: 'AMAZON' }),
    done: place({ status: 'SHIPPED' }),
    over: place({ status: 'CANCELLED' }),
    easy: place({ easyShip: true }),
    broken: place(),
  }
  return orders
}

const canaryAddress = () => {
  const { address } = canaryOrder()
  return typeof address === 'object' ? address : {}
}

/** What people and programs ask that needs no permission for buyer data. */
async function look(seller: Seller, orders: Orders): Promise<string[]> {
  const { deps, merchant, connection, control } = seller
  const answers: unknown[] = []
  for (const id of Object.values(orders)) {
    const document = await documentOf(seller, id)
    if (document) answers.push(await downloadDocument(deps, merchant, document.documentId))
    answers.push(await whereIsOrder(deps, merchant, { amazonOrderId: id, who: 'A person' }))
  }
  const unseen = control.placeOrder(canaryOrder())
  control.addFault({ kind: 'error', operation: 'getOrder', status: 400, code: 'InvalidInput', message: ECHO })
  answers.push(await whereIsOrder(deps, merchant, { amazonOrderId: unseen, who: 'A person' }))
  answers.push(await whereIsOrder(deps, merchant, { amazonOrderId: unseen, who: 'A person' }))
  answers.push(await preview(deps, merchant, connection))
  const held = await documentOf(seller, orders.held)
  answers.push(await reprocessDocument(deps, merchant, { documentId: held?.documentId ?? 0, who: 'A person' }))
  answers.push(await askReconciliation(deps, merchant, { connection, who: 'A person' }))
  answers.push(await askBackfill(deps, merchant, { connection, from: '2026-11-02', to: '2026-11-04', who: 'A person' }))
  return answers.map((answer) => JSON.stringify(answer))
}

type Pass = (ms: number, step?: number) => Promise<void>

/** Amazon refuses and repeats what the buyer wrote; an answer is half an order; the database breaks in the middle of an import. */
async function goWrong(seller: Seller, orders: Orders, pass: Pass): Promise<void> {
  const { control, database } = seller
  const echo = { kind: 'error', status: 400, code: 'InvalidInput', message: ECHO } as const
  for (const operation of ['searchOrders', 'getOrder', 'createReport', 'getReport', 'createFeed', 'getFeed'])
    control.addFault({ ...echo, operation })
  control.alterOrder(orders.canceled, { cancel: { by: 'BUYER', reason: CANARY.cancelReason } })
  control.placeOrder(canaryOrder({ lines: [{ sku: 'MUG-BLUE', cancellationRequest: CANARY.cancelReason }] }))
  await pass(12 * MINUTE, 4 * MINUTE)
  const odd = {
    orderId: CANARY.name,
    createdTime: CANARY.line1,
    lastUpdatedTime: CANARY.phone,
    salesChannel: CANARY.email,
    [CANARY.company]: CANARY.notes,
    fulfillment: { fulfillmentStatus: 'UNSHIPPED' },
    orderItems: [
      { orderItemId: { inner: CANARY.gift }, quantityOrdered: CANARY.postalCode, product: CANARY.customization },
    ],
  }
  const body = JSON.stringify({ orders: [odd, CANARY.name] })
  control.addFault({ operation: 'searchOrders', kind: 'not-json', body })
  const late = control.placeOrder(canaryOrder())
  const owner = database.ownerPool()
  await owner.query(`alter table millrace.orders add constraint canary check (amazon_order_id <> '${late}') not valid`)
  await pass(12 * MINUTE, 4 * MINUTE)
  await owner.query('alter table millrace.orders drop constraint canary')
  await pass(8 * MINUTE, 4 * MINUTE)
}

/** Packages, refunds, feeds and files go up; Amazon refuses the first of them in the buyer's words. */
async function ship(seller: Seller, orders: Orders, pass: Pass): Promise<void> {
  const { deps, merchant, connection, control } = seller
  const who = 'The packing table'
  control.addFault({ kind: 'error', operation: 'confirmShipment', status: 400, code: 'InvalidInput', message: ECHO })
  const entries = [entry(orders.shipped), entry(orders.refunded, { tracking: '1Z999AA10123456791' })]
  await enterShipments(deps, merchant, { entries, who })
  await packageToSend(seller, orders.fed)
  await pass(20 * MINUTE, 5 * MINUTE)
  await pass(10 * MINUTE, 5 * MINUTE)
  await makeRefund(seller, orders.refunded)
  await packageToSend(seller, orders.placed)
  await takeFile(deps, merchant, { connection, kind: 'shipping-confirmation', who } as never)
  await takePriceFile(deps, merchant, { connection, marketplaceId: null, complete: true, who })
  await pass(20 * MINUTE, 5 * MINUTE)
}

/** People with every permission look at the buyer: what they saw is theirs, and nothing of it may stay behind. */
async function openForPeople(seller: Seller, orders: Orders): Promise<void> {
  const { deps, merchant } = seller
  const asked = { viewer: viewer(seller), orders: [orders.placed, orders.asked], purpose: 'legal' as const }
  const { documentId = 0 } = (await documentOf(seller, orders.held)) ?? {}
  const seen = [
    await revealBuyer(deps, merchant, { ...asked, order: orders.placed }),
    await printLabels(deps, merchant, { ...asked, purpose: 'ship' }),
    await revealOriginal(deps, merchant, { ...asked, documentId }),
  ]
  const searches = [
    { field: 'name', text: CANARY.name },
    { field: 'email', text: CANARY.email },
    { field: 'phone', text: CANARY.phone },
    { field: 'postal-code', text: CANARY.postalCode, number: '77' },
  ] as const
  for (const search of searches) await findBuyer(deps, merchant, { viewer: asked.viewer, asked: search })
  const run = await beginShippingRun(deps, merchant, { viewer: asked.viewer, minutes: 60 })
  const shown = await showInRun(deps, merchant, { ...asked, orders: [orders.asked] })
  const exported = await askExport(deps, merchant, { ...asked, layout: LAYOUT })
  const word = exported.ok ? exported.value.download : ''
  const file = await fetchExport(deps, merchant, { viewer: asked.viewer, tokenHash: hashOf(word) })
  for (const each of [...seen, run, shown, file])
    if (!each.ok) throw new Error(`A look was refused: ${each.problem.code}`)
  if (!(file.ok && file.value.text.includes(CANARY.line1) && JSON.stringify(seen).includes(CANARY.gift)))
    throw new Error('Nothing was shown, so nothing is proven.')
  if (!(await orderOf(seller, orders.asked))) throw new Error('The order is gone.')
}
