import { z } from 'zod'
import { channelBody, channelParams, channelReply, writeChannel } from '#contract/channels.ts'
import { listOf } from '#contract/parts.ts'
import { orderTemplate } from '#core/channel-orders/order-template.ts'
import type { Deps } from '#flows/deps.ts'
import { removeChannel, saveChannel } from '#flows/save-channel.ts'
import { acting } from '../acting.ts'
import { type Api, about } from '../api.ts'
import { callerOf } from '../guard.ts'
import { AS_CSV, fileFormOf, sendSheet } from '../list-files.ts'
import { checkedValue, goodValue } from '../refusal.ts'
import type { Sheet } from '../sheet.ts'

const TAG = 'Orders of other channels'

/** The merchant's channels beside Amazon (H3). Their orders come in as files, by POST /imports. */
export function channelRoutes(api: Api, deps: Deps): void {
  const list = about('orders:read', ['listChannels', TAG, 'The channels beside Amazon'], listOf(channelReply))
  api.get('/channels', list, async (request) => {
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listChannels())
    return { rows: rows.map(writeChannel) }
  })

  templateRoute(api)
  const put = about('settings:write', ['saveChannel', TAG, 'Adds a channel, or changes it'], channelReply)
  const options = { ...put, schema: { ...put.schema, params: channelParams, body: channelBody } }
  api.put('/channels/:code', options, async (request) => {
    const caller = callerOf(request)
    const entered = { ...request.body, name: request.body.name.trim(), code: request.params.code }
    const { code } = checkedValue(await saveChannel(acting(deps, request), caller.merchant, entered))
    const rows = await deps.transaction(caller.merchant, 'app', (tx) => tx.store.listChannels())
    return writeChannel({ orders: 0, ...entered, ...rows.find((each) => each.code === code) })
  })

  const remove = about('settings:write', ['removeChannel', TAG, 'Removes a channel without orders'], channelReply)
  api.delete('/channels/:code', { ...remove, schema: { ...remove.schema, params: channelParams } }, async (request) => {
    const { merchant } = callerOf(request)
    const gone = goodValue(await removeChannel(acting(deps, request), merchant, request.params.code))
    return writeChannel({ orders: 0, ...gone })
  })
}

/** The headers that a file of orders has, with a sample order of two items. */
function templateRoute(api: Api): void {
  const file = { description: 'The file.', content: { 'text/csv': { schema: z.string() } } }
  const words = [
    'getOrderTemplate',
    TAG,
    'A file of orders to be filled in; as an Excel workbook where that is accepted',
  ] as const
  api.get('/channel-order-template', about('orders:read', words, file), async (request, reply) =>
    sendSheet(reply, fileFormOf(request) ?? AS_CSV, TEMPLATE),
  )
}

const [HEADER = [], ...SAMPLE] = orderTemplate()
const TEMPLATE: Sheet = {
  name: 'channel-orders',
  timeZone: 'UTC',
  columns: HEADER.map((head, at) => ({ head, of: (row: readonly string[]) => row[at], isText: true as const })),
  async *pages() {
    yield SAMPLE as never
  },
}
