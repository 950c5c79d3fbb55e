import { enterShipments } from '#flows/enter-shipments.ts'
import { SELLER } from '#main/demo/sample-merchant.ts'
import { VENDOR } from '../make/furnished.ts'
import { MUG_TAB } from '../make/new-listing.ts'
import { entry } from '../make/shipments.ts'
import type { Headers, OwnWorld, Read } from './own-world.ts'

/** A request that must be good: what differs from the usual one of its operation. */
export type Wish = {
  readonly as?: Headers
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly bytes?: Buffer
}

/** What earlier operations answered, by their titles. */
export type Answers = Readonly<Record<string, Read>>

type Wishing = (world: OwnWorld, answers: Answers) => Wish | Promise<Wish>

const MUG = 'MUG-BLUE'
const rows = async ({ read }: OwnWorld, path: string): Promise<Read[]> => (await read(path)).rows
/** The whole of a list, sent back as it was read. */
const back =
  (path: string, name: string): Wishing =>
  async (world) => ({ body: { [name]: await rows(world, path) } })
/** What was read, sent back as it is. */
const same =
  (path: string): Wishing =>
  async ({ read }) => ({ body: await read(path) })
const brought = (answers: Answers): string => String(answers['POST /imports'].import)
const waiting: Wishing = async (world) => {
  const entry = (await rows(world, '/outbox')).find(({ state }) => state === 'waiting')
  return { params: { outboxId: String(entry?.outboxId) } }
}
const held = ({ things }: OwnWorld) => ({ body: { documentIds: [Number(things.documentId)] } })

/** Operations that need more than the body of test/make/foreign-ids.ts. */
export const GOOD: Readonly<Record<string, Wishing>> = {
  'PUT /items/{itemId}/amazon/{marketplaceId}': () => ({ body: { productType: 'KITCHEN', attributes: MUG_TAB } }),
  'POST /imports': () => ({
    query: { fileName: 'counted.csv' },
    bytes: Buffer.from('What,How many,Where\r\nMUG-BLUE,12,PORTLAND\r\n'),
  }),
  'PUT /imports/{import}/columns': async (world, answers) => {
    await world.pass(1)
    const fields = [
      { column: 0, field: 'item' },
      { column: 1, field: 'onHand' },
      { column: 2, field: 'center' },
    ]
    return { params: { import: brought(answers) }, body: { kind: 'stock', fields } }
  },
  'POST /imports/{import}/apply': async (world, answers) => {
    await world.pass(1)
    return { params: { import: brought(answers) }, body: {} }
  },
  'POST /imports/{import}/undo': async (world, answers) => {
    await world.pass(1)
    return { params: { import: brought(answers) }, body: {} }
  },
  'PUT /distribution-centers': back('/distribution-centers', 'centers'),
  'PUT /vendors': () => ({ body: { vendors: [VENDOR] } }),
  'POST /stock/transfers': async (world) => {
    const [to, from] = (await rows(world, '/distribution-centers')).map(({ code }) => code)
    return { body: { transfers: [{ itemId: MUG, from, to, quantity: 1 }] } }
  },
  'PUT /settings/orders': same('/settings/orders'),
  'PUT /settings/shipping': same('/settings/shipping'),
  'PUT /settings/inventory': same('/settings/inventory'),
  'PUT /settings/buyer-data': () => ({ body: { reveal: 40, print: 50, export: 50 } }),
  'PUT /settings/emails': () => ({
    body: {
      sendDirectly: true,
      kinds: { invoice: true, question: true, 'delivery-appointment': true, 'design-check': false },
      confirmPolicy: true,
    },
  }),
  'PUT /shipping-methods': back('/shipping-methods', 'methods'),
  'PUT /carriers': same('/carriers'),
  'PUT /themes': back('/themes', 'themes'),
  'PUT /configuration': async ({ read }) => {
    const { items } = await read('/configuration')
    return { query: { dryRun: 'true' }, body: { items: items.slice(0, 2) } }
  },
  'POST /carriers/guess': () => ({ body: { tracking: '1Z999AA10123456784' } }),
  'POST /orders/{order}/mails': ({ placed }) => ({
    params: { order: placed.packed },
    body: { kind: 'question', text: 'Shall it be blue or green?' },
  }),
  'POST /buyer-mails/{mailId}/decision': (_world, answers) => ({
    params: { mailId: String(answers['POST /orders/{order}/mails'].mailId) },
  }),
  'PUT /notifications': () => ({ body: { people: [] } }),
  'POST /notifications/test': ({ owner }) => ({ body: { address: owner.email } }),
  'PUT /me/notifications': () => ({ body: { topics: ['file-errors'] } }),
  'PUT /connections': ({ seller }) => ({
    body: { region: 'na', sellingPartnerId: seller.connection.replace('na-', ''), refreshToken: SELLER.refreshToken },
  }),
  'PUT /connections/by-files': () => ({
    body: { region: 'eu', sellingPartnerId: 'A1FILESONLY', marketplaceIds: ['A1PA6795UKMFR9'] },
  }),
  'POST /order-reports': ({ seller }) => ({
    query: { fileName: 'new-orders.txt' },
    bytes: seller.control.downloadReport({ kind: 'unshipped-orders' }),
  }),
  'POST /orders/{order}/cancellation': ({ placed }) => ({
    params: { order: placed.asked },
    body: { decision: 'ship-anyway' },
  }),
  'POST /orders/{order}/cancel': ({ placed }) => ({ params: { order: placed.cancelled } }),
  'POST /shipments': ({ placed }) => ({
    body: { shipments: [{ order: placed.packed, carrier: 'UPS', tracking: '1Z999AA10123456784' }] },
  }),
  'PUT /connections/{connectionId}/sending': () => ({ body: { stock: true, dryRunSeen: true } }),
  'POST /outbox/{outboxId}/retry': waiting,
  'DELETE /outbox/{outboxId}': waiting,
  'DELETE /orders/{order}/packages/{number}': async ({ placed, seller }) => {
    await enterShipments(seller.deps, seller.merchant, { entries: [entry(placed.shown)], who: 'a test' })
    return { params: { order: placed.shown, number: '1' } }
  },
  'POST /backfills': ({ names }) => ({
    body: { connection: names.connectionId, from: '2026-11-09', to: '2026-11-10' },
  }),
  'POST /backfills/{run}/cancel': (_world, answers) => ({ params: { run: String(answers['POST /backfills'].run) } }),
  'POST /users/{userId}/owner': ({ heir }) => ({ params: { userId: heir } }),
  'POST /error-log/reprocess': held,
  'POST /error-log/ignore': held,
  'GET /files/{file}/lines': (_world, answers) => ({
    params: { file: String(answers['POST /files/price-and-quantity'].file) },
  }),
  'POST /files/{file}/report': async ({ names, read, seller }) => {
    const { content } = await read(`/files/${names.file}`)
    return { body: { report: seller.control.uploadFile({ kind: 'shipping-confirmation', text: content }) } }
  },
  'POST /files/{file}/withdraw': (_world, answers) => ({
    params: { file: String(answers['POST /files/price-and-quantity'].file) },
  }),
  'POST /groups': () => ({ body: { name: 'Packers', permissions: ['View Orders', 'Shipping Department'] } }),
  'POST /keys': () => ({ body: { name: 'Till', purpose: 'Reads stock', scopes: ['items:read'] } }),
  'POST /access-review': async ({ read }) => {
    const { version, lines } = await read('/access-review')
    const decisions = lines.map(({ kind, id }: Read) => ({ kind, id, decision: 'keep' }))
    return { body: { version, decisions } }
  },
  'POST /audit/review/sign-off': async ({ read }) => {
    const { through, rows: found } = await read('/audit/review')
    return { body: { through: through ?? found?.[0]?.row ?? 1, word: 'Looked at with the packers' } }
  },
  'POST /audit/alarms/{alarm}/close': () => ({ body: { word: 'It was our own test program.' } }),
  'POST /print': ({ placed }) => ({ body: { orders: [placed.shown], kind: 'address-label' } }),
  'POST /exports': ({ placed }) => ({ body: { orders: [placed.shown] } }),
  'POST /exports/fetch': (_world, answers) => ({ body: { download: answers['POST /exports'].download } }),
  'POST /shipping-run': () => ({ body: { minutes: 60 } }),
  'POST /shipping-run/show': ({ placed }) => ({ body: { orders: [placed.shown] } }),
  'POST /authorization/begin': () => ({ body: { region: 'na' } }),
  'POST /authorization/visit': () => ({ body: { visit: 'A'.repeat(43) } }),
  'POST /authorization/confirm': () => ({ body: { visit: 'A'.repeat(43), region: 'na' } }),
  'DELETE /sku-mappings': () => ({ query: { sellerSku: MUG } }),
  'DELETE /items/{itemId}/offers': () => ({ query: { marketplaceId: 'general' } }),
  'POST /deployment/merchants': () => ({
    body: {
      id: 'CEDAR',
      name: 'Cedar Goods',
      owner: 'cedar@example.com',
      timeZone: 'America/Chicago',
      currency: 'USD',
      weightUnit: 'oz',
      shipFrom: {
        name: 'Cedar',
        line1: '2 Mill Lane',
        city: 'Madison',
        state: 'WI',
        postalCode: '53703',
        country: 'US',
      },
    },
  }),
  ...Object.fromEntries(
    ['suspend', 'resume', 'owner'].map((act) => [
      `POST /deployment/merchants/{merchantId}/${act}`,
      () => ({ params: { merchantId: 'CEDAR' } }),
    ]),
  ),
  'DELETE /deployment/merchants/{merchantId}': () => ({
    params: { merchantId: 'CEDAR' },
    body: { name: 'Cedar Goods' },
  }),
}

/** Good requests that the world's state refuses all the same: the refusal must fit the document, and the success is proven elsewhere. */
export const REFUSED: Readonly<Record<string, readonly [status: number, provenIn: string]>> = {
  'POST /items/{itemId}/amazon/{marketplaceId}/submit': [409, 'test/http/amazon-tab.test.ts'],
  'POST /vendor-purges/{orderNumber}/acknowledge': [404, 'test/http/vendors.test.ts'],
  'POST /refunds/{refund}/decision': [409, 'test/http/refunds.test.ts'],
  'POST /connections/{connectionId}/sending/put-back': [422, 'test/http/listings.test.ts'],
  'POST /connections/{connectionId}/sending/release-price': [422, 'test/http/listings.test.ts'],
  'POST /webhooks/{webhookId}/messages/{messageId}/replay': [404, 'test/flows/webhooks.test.ts'],
  'POST /authorization/visit': [404, 'test/http/authorization.test.ts'],
  'POST /authorization/confirm': [404, 'test/http/authorization.test.ts'],
  'DELETE /mails/{mailId}': [404, 'test/http/mails.test.ts'],
}

/** Asked last, in this order: they take away what the others need. */
export const LAST: readonly string[] = [
  'GET /files/{file}/lines',
  'POST /files/{file}/withdraw',
  'POST /exports/fetch',
  'POST /shipping-run/show',
  'POST /error-log/{documentId}/ignore',
  'POST /error-log/ignore',
  'DELETE /shipping-run',
  'POST /audit/review/sign-off',
  'POST /connections/{connectionId}/pause',
]
