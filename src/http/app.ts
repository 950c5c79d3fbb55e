import { randomUUID } from 'node:crypto'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Deps } from '#flows/deps.ts'
import { admit } from './admit.ts'
import type { Door } from './admit-person.ts'
import { answerHeaders } from './answer-headers.ts'
import type { Api, AppOptions } from './api.ts'
import { authorizationPages } from './authorization-pages.ts'
import { refusalCounter } from './count-refusals.ts'
import { nameAnswers } from './entity-tags.ts'
import { addGround } from './ground.ts'
import { readJson } from './json-body.ts'
import { keepAnswers } from './keep-answers.ts'
import { listsAsFiles } from './list-files.ts'
import { noteChanges } from './note-changes.ts'
import { openapiOptions } from './openapi.ts'
import { boundConnections, PATIENCE } from './patience.ts'
import { addReference } from './reference.ts'
import { replyToError, sendProblem } from './replies.ts'
import { accessReviewRoutes } from './routes/access-review.ts'
import { accountRoutes } from './routes/account.ts'
import { activityRoutes } from './routes/activity.ts'
import { amazonTabRoutes } from './routes/amazon-tab.ts'
import { auditRoutes } from './routes/audit.ts'
import { authorizationRoutes } from './routes/authorization.ts'
import { buyerMailRoutes } from './routes/buyer-mails.ts'
import { buyerSearchRoutes } from './routes/buyer-search.ts'
import { byFilesRoutes } from './routes/by-files.ts'
import { carrierRoutes } from './routes/carriers.ts'
import { catalogRoutes } from './routes/catalog.ts'
import { channelRoutes } from './routes/channels.ts'
import { configurationRoutes } from './routes/configuration.ts'
import { connectionRoutes } from './routes/connections.ts'
import { deadlineRoutes } from './routes/deadlines.ts'
import { deploymentRoutes } from './routes/deployment.ts'
import { errorGroupRoutes } from './routes/error-groups.ts'
import { errorLogRoutes } from './routes/error-log.ts'
import { eventRoutes } from './routes/events.ts'
import { exportLayoutRoutes } from './routes/export-layouts.ts'
import { exportRoutes } from './routes/exports.ts'
import { factorRoutes } from './routes/factors.ts'
import { fileRoutes } from './routes/files.ts'
import { filesTodayRoutes } from './routes/files-today.ts'
import { goingUpRoutes } from './routes/going-up.ts'
import { groupRoutes } from './routes/groups.ts'
import { importTemplateRoutes } from './routes/import-templates.ts'
import { importRoutes } from './routes/imports.ts'
import { inventorySettingsRoutes } from './routes/inventory-settings.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { itemRoutes } from './routes/items.ts'
import { keyRoutes } from './routes/keys.ts'
import { linkRoutes } from './routes/links.ts'
import { listingRoutes } from './routes/listings.ts'
import { mailRoutes } from './routes/mails.ts'
import { notificationRoutes } from './routes/notifications.ts'
import { offerRoutes } from './routes/offers.ts'
import { openRoutes } from './routes/open.ts'
import { operationRoutes } from './routes/operation.ts'
import { orderDecisionRoutes } from './routes/order-decisions.ts'
import { orderReportRoutes } from './routes/order-reports.ts'
import { orderRoutes } from './routes/orders.ts'
import { outboxRoutes } from './routes/outbox.ts'
import { previewRoutes } from './routes/preview.ts'
import { reconciliationRoutes } from './routes/reconciliations.ts'
import { refundRoutes } from './routes/refunds.ts'
import { retentionRoutes } from './routes/retention.ts'
import { revealRoutes } from './routes/reveals.ts'
import { sendingRoutes } from './routes/sending.ts'
import { sessionRoutes } from './routes/session.ts'
import { settingsRoutes } from './routes/settings.ts'
import { settingsChangeRoutes } from './routes/settings-changes.ts'
import { shipmentRoutes } from './routes/shipments.ts'
import { shippingQueueRoutes } from './routes/shipping-queue.ts'
import { shippingRunRoutes } from './routes/shipping-run.ts'
import { skuMappingRoutes } from './routes/sku-mappings.ts'
import { stockRoutes } from './routes/stock.ts'
import { stockChangeRoutes } from './routes/stock-changes.ts'
import { unlockRoutes } from './routes/unlock.ts'
import { userRoutes } from './routes/users.ts'
import { vendorRoutes } from './routes/vendors.ts'
import { watchRoutes } from './routes/watch.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { whereRoutes } from './routes/where-is-order.ts'

const BODY_BYTES = 1024 * 1024

/** The whole HTTP application, assembled in its order; it listens when the caller says so (X1). */
export async function buildApp(deps: Deps, options: AppOptions): Promise<Api> {
  const onError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    replyToError(error, { request, reply, log: deps.log, isOutage: options.isOutage })
  const giveHeaders = answerHeaders(deps)
  const app = Fastify({
    bodyLimit: BODY_BYTES,
    ...PATIENCE,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    logger: false,
    // Only a proxy on this machine may say whom it speaks for: real mode listens nowhere else (M5).
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 500 },
    // What is no address at all meets no hook.
    frameworkErrors: (error, request, reply) => {
      giveHeaders(request, reply as unknown as FastifyReply)
      onError(error, request, reply as unknown as FastifyReply)
    },
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: FastifyRequest, text: string) =>
    readJson(text),
  )
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler<FastifyError>(onError)
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, {
      status: 404,
      title: 'Not found',
      detail: 'There is nothing at this address.',
      code: 'no-such-address',
    }),
  )
  boundConnections(app.server)
  app.addHook('onSend', async (request, reply) => giveHeaders(request, reply))
  const countRefused = refusalCounter(deps)
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode === 401 || reply.statusCode === 403) await countRefused(request)
  })
  await app.register(swagger, openapiOptions(options.version))
  // Also of the pages outside the API: a consent that comes back from Amazon changes settings as well (C3).
  app.decorateRequest('readVersion', null)
  admit(app, deps, options)
  openRoutes(app.withTypeProvider(), deps, options)
  if (options.watch) watchRoutes(app.withTypeProvider(), options.version, options.watch)
  addGround(app.withTypeProvider())
  addReference(app.withTypeProvider())
  if (options.signIn) authorizationPages(app.withTypeProvider(), deps)
  await app.register(
    async (scoped) => {
      keepAnswers(scoped, deps)
      nameAnswers(scoped, deps)
      noteChanges(scoped, deps)
      listsAsFiles(scoped, deps)
      routes(scoped.withTypeProvider(), deps)
      operationRoutes(scoped.withTypeProvider(), deps, options.machine)
      if (!options.signIn) return
      const door = { deps, signIn: options.signIn }
      peopleRoutes(scoped.withTypeProvider(), door)
      if (options.live) eventRoutes(scoped.withTypeProvider(), door, options.live)
    },
    { prefix: '/api/v1' },
  )
  return app.withTypeProvider()
}

function routes(api: Api, deps: Deps): void {
  itemRoutes(api, deps)
  catalogRoutes(api, deps)
  amazonTabRoutes(api, deps)
  importRoutes(api, deps)
  channelRoutes(api, deps)
  importTemplateRoutes(api)
  skuMappingRoutes(api, deps)
  stockRoutes(api, deps)
  vendorRoutes(api, deps)
  stockChangeRoutes(api, deps)
  offerRoutes(api, deps)
  settingsRoutes(api, deps)
  inventorySettingsRoutes(api, deps)
  settingsChangeRoutes(api, deps)
  carrierRoutes(api, deps)
  configurationRoutes(api, deps)
  mailRoutes(api, deps)
  buyerMailRoutes(api, deps)
  notificationRoutes(api, deps)
  connectionRoutes(api, deps)
  byFilesRoutes(api, deps)
  orderReportRoutes(api, deps)
  filesTodayRoutes(api, deps)
  previewRoutes(api, deps)
  orderRoutes(api, deps)
  orderDecisionRoutes(api, deps)
  shipmentRoutes(api, deps)
  refundRoutes(api, deps)
  whereRoutes(api, deps)
  outboxRoutes(api, deps)
  sendingRoutes(api, deps)
  goingUpRoutes(api, deps)
  listingRoutes(api, deps)
  deadlineRoutes(api, deps)
  errorLogRoutes(api, deps)
  errorGroupRoutes(api, deps)
  reconciliationRoutes(api, deps)
  fileRoutes(api, deps)
  retentionRoutes(api, deps)
  userRoutes(api, deps)
  groupRoutes(api, deps)
  invitationRoutes(api, deps)
  keyRoutes(api, deps)
  webhookRoutes(api, deps)
  accessReviewRoutes(api, deps)
  deploymentRoutes(api, deps)
  revealRoutes(api, deps)
  buyerSearchRoutes(api, deps)
  auditRoutes(api, deps)
  shippingQueueRoutes(api, deps)
  shippingRunRoutes(api, deps)
  exportRoutes(api, deps)
  exportLayoutRoutes(api, deps)
  activityRoutes(api, deps)
}

function peopleRoutes(api: Api, door: Door): void {
  authorizationRoutes(api, door.deps)
  sessionRoutes(api, door)
  factorRoutes(api, door)
  accountRoutes(api, door)
  linkRoutes(api, door)
  unlockRoutes(api, door)
}
