import { listOf, pageOf } from '#contract/parts.ts'
import {
  eventType,
  messageParams,
  messagesQuery,
  replayBody,
  replayed,
  webhook,
  webhookBody,
  webhookMessage,
  webhookParams,
  webhookWithSecret,
  writeEventTypes,
  writeMessage,
  writeWebhook,
} from '#contract/webhooks.ts'
import {
  changeWebhook,
  makeWebhook,
  removeWebhook,
  renewWebhookSecret,
  replayWebhook,
  testWebhook,
} from '#flows/configure-webhooks.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { checkedValue, goodValue } from '../refusal.ts'

/** Webhooks: who is told of what happens, the log of what was told, and sending it again (X2). */
export function webhookRoutes(api: Api, deps: Deps): void {
  const types = about(
    'settings:read',
    ['listEventTypes', 'Webhooks', 'What webhooks can be told of'],
    listOf(eventType),
  )
  api.get('/webhooks/event-types', types, async () => ({ rows: writeEventTypes() }))

  const list = about(
    'settings:read',
    ['listWebhooks', 'Webhooks', 'All webhooks, without their secrets'],
    listOf(webhook),
  )
  api.get('/webhooks', list, async (request) => {
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listWebhooks())
    return { rows: rows.map(writeWebhook) }
  })

  const make = about(
    'settings:write',
    ['makeWebhook', 'Webhooks', 'Makes a webhook; its secret is shown once'],
    webhookWithSecret,
  )
  const makeOptions = { config: telling(make.config), schema: { ...make.schema, body: webhookBody } }
  api.post('/webhooks', makeOptions, async (request) => {
    const caller = callerOf(request)
    const made = checkedValue(await makeWebhook(deps, caller.merchant, { who: nameOf(caller), wanted: request.body }))
    return { webhook: writeWebhook(made.webhook), secret: made.secret }
  })

  const change = about(
    'settings:write',
    ['changeWebhook', 'Webhooks', 'Changes a webhook, or switches it off'],
    webhook,
  )
  const changeOptions = { ...change, schema: { ...change.schema, params: webhookParams, body: webhookBody } }
  api.put('/webhooks/:webhookId', changeOptions, async (request) => {
    const caller = callerOf(request)
    const wish = { who: nameOf(caller), webhookId: Number(request.params.webhookId), wanted: request.body }
    return writeWebhook(checkedValue(await changeWebhook(deps, caller.merchant, wish)))
  })

  const remove = about('settings:write', ['removeWebhook', 'Webhooks', 'Removes a webhook and its log'], webhook)
  api.delete(
    '/webhooks/:webhookId',
    { ...remove, schema: { ...remove.schema, params: webhookParams } },
    async (request) => {
      const caller = callerOf(request)
      const wish = { who: nameOf(caller), webhookId: Number(request.params.webhookId) }
      return writeWebhook(goodValue(await removeWebhook(deps, caller.merchant, wish)))
    },
  )

  const renew = about(
    'settings:write',
    ['renewWebhookSecret', 'Webhooks', 'Gives a new secret; the one before signs as well for a day'],
    webhookWithSecret,
  )
  const renewOptions = { config: telling(renew.config), schema: { ...renew.schema, params: webhookParams } }
  api.post('/webhooks/:webhookId/secret', renewOptions, async (request) => {
    const caller = callerOf(request)
    const wish = { who: nameOf(caller), webhookId: Number(request.params.webhookId) }
    const renewed = goodValue(await renewWebhookSecret(deps, caller.merchant, wish))
    return { webhook: writeWebhook(renewed.webhook), secret: renewed.secret }
  })
  messageRoutes(api, deps)
}

/** The delivery log, and sending again. */
function messageRoutes(api: Api, deps: Deps): void {
  const words = ['listWebhookMessages', 'Webhooks', 'What a webhook was told, the newest first'] as const
  const log = about('settings:read', words, pageOf(webhookMessage))
  const logOptions = { ...log, schema: { ...log.schema, params: webhookParams, querystring: messagesQuery } }
  api.get('/webhooks/:webhookId/messages', logOptions, async (request) => {
    const { after, limit, state } = request.query
    const key = readCursor(after, ['number'])
    const wanted = { webhookId: Number(request.params.webhookId), state, after: key?.[0] ?? null, limit }
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listWebhookMessages(wanted))
    return pageReply(rows, { limit, write: writeMessage, keyOf: (row) => [row.messageId] })
  })

  const test = about(
    'settings:write',
    ['testWebhook', 'Webhooks', 'Sends a test; the log shows how it came out'],
    replayed,
  )
  api.post(
    '/webhooks/:webhookId/test',
    { ...test, schema: { ...test.schema, params: webhookParams } },
    async (request) => {
      goodValue(await testWebhook(deps, callerOf(request).merchant, Number(request.params.webhookId)))
      return { waiting: 1 }
    },
  )

  const replay = about(
    'settings:write',
    ['replayWebhook', 'Webhooks', 'Sends again what was given up since an instant'],
    replayed,
  )
  const replayOptions = { ...replay, schema: { ...replay.schema, params: webhookParams, body: replayBody } }
  api.post('/webhooks/:webhookId/replay', replayOptions, async (request) => {
    const { since, delivered } = request.body
    const wish = { webhookId: Number(request.params.webhookId), messageId: null, since: Date.parse(since), delivered }
    return { waiting: goodValue(await replayWebhook(deps, callerOf(request).merchant, wish)) }
  })

  const one = about('settings:write', ['replayWebhookMessage', 'Webhooks', 'Sends one message again'], replayed)
  const oneOptions = { ...one, schema: { ...one.schema, params: messageParams } }
  api.post('/webhooks/:webhookId/messages/:messageId/replay', oneOptions, async (request) => {
    const { webhookId, messageId } = request.params
    const wish = { webhookId: Number(webhookId), messageId: Number(messageId), since: null, delivered: true }
    return { waiting: goodValue(await replayWebhook(deps, callerOf(request).merchant, wish)) }
  })
}

/** Its answer holds a secret, which stands sealed and nowhere else. */
const telling = <Config>(config: Config) => ({ ...config, tellsSecret: true as const })
