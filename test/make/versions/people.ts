import { csrfOf } from '#sign-in/secret.ts'
import { CONNECTION, LATE_SKUS, type Scenery } from '../kill-happenings.ts'

/** What people of the merchant do by the console of a version: each act gives the status of its answer. */
export function openPeople(scenery: Omit<Scenery, 'deps'>, signIn: () => Promise<string>) {
  const { chance, control, placed } = scenery
  let token = ''
  const send = (web: string, wish: string, body?: unknown) => {
    const [method = '', path] = wish.split(' ')
    return fetch(`${web}/api/v1${path}`, {
      method,
      headers: {
        origin: web,
        cookie: `millrace=${token}`,
        'millrace-csrf': csrfOf(token),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }
  const ask = async (web: string, wish: string, body?: unknown) => {
    let answer = await send(web, wish, body)
    // A session ends after a quarter of an hour without use, which is a quarter of a minute here.
    if (answer.status === 401) {
      token = await signIn()
      answer = await send(web, wish, body)
    }
    const text = await answer.text()
    if (answer.status >= 500) throw new Error(`${wish} was answered ${answer.status}: ${text}`)
    return { status: answer.status, body: JSON.parse(text || 'null') }
  }
  const late = [...LATE_SKUS]
  return {
    /** Reads what the console's pages read; gives what was not answered well. */
    async read(web: string): Promise<readonly string[]> {
      const wrong: string[] = []
      for (const path of READ) {
        const { status } = await ask(web, `GET ${path}`)
        if (status !== 200) wrong.push(`${path} was answered ${status}`)
      }
      return wrong
    },
    /** Packages leave, some without a number; what is not imported yet is not packed yet. */
    async pack(web: string): Promise<void> {
      const order = chance.pick(placed.ids)
      const isReady = control.order(order)?.fulfillment?.fulfillmentStatus === 'UNSHIPPED'
      if (!isReady || placed.packed.has(order) || placed.unlisted.has(order)) return
      const tracking = chance.fraction() < 0.3 ? null : `TRACK${chance.digits(8)}`
      const { status, body } = await ask(web, 'POST /shipments', {
        shipments: [{ order, carrier: 'USPS', tracking }],
      })
      if (status === 200 && body.results[0].outcome === 'entered') placed.packed.set(order, tracking)
    },
    /** Money goes back for an order that has left. */
    async refund(web: string): Promise<void> {
      const order = chance.pick([...placed.packed.keys()])
      if (order === undefined || placed.refunded.has(order)) return
      const [line] = control.order(order)?.orderItems ?? []
      const lines = [{ line: line?.orderItemId ?? '', item: { amount: '5.00', currency: 'USD' } }]
      const wish = { reason: 'general-adjustment', lines }
      if ((await ask(web, `POST /orders/${order}/refunds`, wish)).status < 300) placed.refunded.add(order)
    },
    receive: (web: string) =>
      ask(web, 'POST /stock/receipts', {
        receipts: [{ itemId: 'MUG-BLUE', center: 'PORTLAND', quantity: chance.whole(1, 5) }],
      }),
    /** Wants everything compared with Amazon's list now. */
    async reconcile(web: string): Promise<void> {
      const { status, body } = await ask(web, 'POST /reconciliations', { connection: CONNECTION })
      if (status >= 300) throw new Error(`The reconciliation was refused: ${JSON.stringify(body)}`)
    },
    /** Wants an old day; false while another one is being fetched. */
    fill: async (web: string, day: string): Promise<boolean> =>
      (await ask(web, 'POST /backfills', { connection: CONNECTION, from: day, to: day })).status < 300,
    /** Maps one more SKU that nobody knew. */
    async map(web: string): Promise<void> {
      const sellerSku = late.shift()
      if (sellerSku === undefined) return
      const mapping = { sellerSku, itemId: 'TOWEL-LINEN', ratio: { amazon: 1, ours: 1 } }
      const { status, body } = await ask(web, 'PUT /sku-mappings', { mappings: [mapping] })
      if (status !== 200) throw new Error(`${sellerSku} was not mapped: ${JSON.stringify(body)}`)
    },
  }
}

/** What the console's pages ask first. */
const READ = [
  '/today',
  '/orders?limit=25',
  '/shipping-queue?limit=25',
  '/error-log?limit=25',
  '/retention',
  '/items?limit=25',
  '/stock/table?limit=25',
  '/sku-mappings?limit=25',
  '/connections',
  '/outbox?limit=25',
  '/settings/orders',
]
