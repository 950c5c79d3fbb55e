import {
  buyerMail,
  buyerMailBody,
  buyerMailQuery,
  mailDecisionBody,
  writeBuyerMailSummary,
} from '#contract/buyer-mails.ts'
import { mailParams } from '#contract/notifications.ts'
import { orderParams } from '#contract/orders.ts'
import { listOf, pageOf } from '#contract/parts.ts'
import { askBuyerMail } from '#flows/ask-buyer-mail.ts'
import { decideBuyerMail } from '#flows/decide-buyer-mail.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'
import { keyOf } from './orders.ts'

/** Mails to buyers: asked for, listed, decided about; neither the buyer nor the text is in any reply (O8, U2). */
export function buyerMailRoutes(api: Api, deps: Deps): void {
  const ask = about('orders:write', ['askBuyerMail', 'Mails to buyers', 'Writes a mail to the buyer'], buyerMail)
  const askOptions = { ...ask, schema: { ...ask.schema, params: orderParams, body: buyerMailBody } }
  api.post('/orders/:order/mails', askOptions, async (request) => {
    const caller = callerOf(request)
    const asked = { order: keyOf(request.params.order), ...request.body, who: nameOf(caller) }
    return writeBuyerMailSummary(goodValue(await askBuyerMail(deps, caller.merchant, asked)))
  })

  const words = ['listMailsOfOrder', 'Mails to buyers', 'Mails to the buyer of an order, the oldest first'] as const
  const ofOrder = about('orders:read', words, listOf(buyerMail))
  api.get('/orders/:order/mails', { ...ofOrder, schema: { ...ofOrder.schema, params: orderParams } }, (request) =>
    deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const order = foundValue(await tx.store.findOrder(keyOf(request.params.order)), 'order with this number')
      return { rows: (await tx.store.buyerMailsOf(order.orderId)).map(writeBuyerMailSummary) }
    }),
  )

  const list = about('orders:read', ['listBuyerMails', 'Mails to buyers', 'The newest first'], pageOf(buyerMail))
  api.get('/buyer-mails', { ...list, schema: { ...list.schema, querystring: buyerMailQuery } }, async (request) => {
    const { after, limit, state } = request.query
    const key = readCursor(after, ['number'])?.[0] ?? null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listBuyerMails({ state, after: key, limit }),
    )
    return pageReply(rows, { limit, write: writeBuyerMailSummary, keyOf: (row) => [row.mailId] })
  })

  const told = ['decideBuyerMail', 'Mails to buyers', 'Says what becomes of a mail that is unclear or refused'] as const
  const decide = about('orders:write', told, buyerMail)
  const decideOptions = { ...decide, schema: { ...decide.schema, params: mailParams, body: mailDecisionBody } }
  api.post('/buyer-mails/:mailId/decision', decideOptions, async (request) => {
    const caller = callerOf(request)
    const { decision } = request.body
    const said = { mailId: Number(request.params.mailId), decision, who: nameOf(caller) }
    return writeBuyerMailSummary(goodValue(await decideBuyerMail(deps, caller.merchant, said)))
  })
}
