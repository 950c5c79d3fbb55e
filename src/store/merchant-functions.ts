import * as accessReviews from './access-reviews.ts'
import * as amazonTabs from './amazon-tabs.ts'
import { apiKeysOf, endApiKeys, saveApiKey } from './api-keys.ts'
import * as approvals from './approvals.ts'
import * as auditReviews from './audit-reviews.ts'
import * as audits from './audits.ts'
import * as authorizations from './authorizations.ts'
import * as buyerMails from './buyer-mails.ts'
import * as buyerSearches from './buyer-searches.ts'
import { saveByFiles, startByFile } from './by-files.ts'
import * as cancellations from './cancellations.ts'
import * as carriers from './carriers.ts'
import * as catalogList from './catalog-list.ts'
import { countChanges, listChanges, listSentChanges } from './changes-up.ts'
import * as channels from './channels.ts'
import * as configuration from './configuration.ts'
import * as confirmations from './confirmations.ts'
import * as connections from './connections.ts'
import * as deadlines from './deadlines.ts'
import * as deletionClocks from './deletion-clocks.ts'
import * as differingOrders from './differing-orders.ts'
import * as documents from './documents.ts'
import * as drift from './drift.ts'
import * as dueFields from './due-fields.ts'
import { countRefusedSkus, groupDocuments, groupOutbox, groupSkus, listRefusedSkus } from './error-groups.ts'
import * as exportLayouts from './export-layouts.ts'
import * as addressExports from './exports.ts'
import { filesOfToday } from './files-today.ts'
import * as groups from './groups.ts'
import * as handovers from './handovers.ts'
import { HINT_FUNCTIONS } from './hint-functions.ts'
import * as importColumns from './import-columns.ts'
import { importContext, previewContext } from './import-context.ts'
import * as imports from './imports.ts'
import * as invitations from './invitations.ts'
import * as itemCandidates from './item-candidates.ts'
import { itemHistory } from './item-history.ts'
import * as itemListings from './item-listings.ts'
import * as itemOffers from './item-offers.ts'
import * as itemUses from './item-uses.ts'
import * as items from './items.ts'
import * as keptAnswers from './kept-answers.ts'
import { ordersToShow } from './label-orders.ts'
import { listOrders } from './list-orders.ts'
import * as listingFeeds from './listing-feeds.ts'
import * as listings from './listings.ts'
import * as listingsToRead from './listings-to-read.ts'
import * as mails from './mails.ts'
import {
  findMember,
  handOver,
  lastSeen,
  listMembers,
  lockPeople,
  ownerAddress,
  removeMember,
  saveMember,
  saveTopics,
} from './memberships.ts'
import { merchantStanding } from './merchant-standing.ts'
import { claimSellingPartner, eraseMerchant, markSuspended, releaseSellingPartner } from './merchants.ts'
import * as notifiedPeople from './notified-people.ts'
import * as orderEvents from './order-events.ts'
import * as orders from './orders.ts'
import * as outbox from './outbox.ts'
import * as outboxEnds from './outbox-ends.ts'
import * as outboxList from './outbox-list.ts'
import * as packages from './packages.ts'
import * as packedItems from './packed-items.ts'
import { plansOf, raisePlan } from './plans.ts'
import * as priceFiles from './price-files.ts'
import * as problems from './problems.ts'
import * as readBacks from './read-backs.ts'
import { countCatalog } from './readiness.ts'
import * as reconciliations from './reconciliations.ts'
import { numberOrders, recordImport } from './record-import.ts'
import { recordMove } from './record-move.ts'
import * as refunds from './refunds.ts'
import * as removals from './removals.ts'
import * as reportedOrders from './reported-orders.ts'
import { countRetries, listRetries } from './retry-queue.ts'
import * as reveals from './reveals.ts'
import * as rowsOfImports from './rows-of-imports.ts'
import { entriesOf, findLook, listRuns, standingOf } from './runs-up.ts'
import { countValues, renewValues } from './sealed-values.ts'
import * as sending from './sending.ts'
import * as settings from './settings.ts'
import * as settingsChanges from './settings-changes.ts'
import * as methods from './shipping-methods.ts'
import * as shippingQueue from './shipping-queue.ts'
import * as shippingRuns from './shipping-runs.ts'
import * as skuFields from './sku-fields.ts'
import * as mappings from './sku-mappings.ts'
import { skuPictures } from './sku-pictures.ts'
import * as statusCounts from './status-counts.ts'
import * as stock from './stock.ts'
import * as stockMoves from './stock-moves.ts'
import * as stockTable from './stock-table.ts'
import * as submissionRows from './submission-rows.ts'
import * as submissions from './submissions.ts'
import * as sweeps from './sweeps.ts'
import * as templateGround from './template-ground.ts'
import * as themes from './themes.ts'
import * as today from './today.ts'
import * as told from './told.ts'
import { touchItems } from './touch-items.ts'
import * as upMessages from './up-messages.ts'
import * as vendors from './vendors.ts'
import { waitingPages } from './waiting-pages.ts'
import * as webhookMessages from './webhook-messages.ts'
import * as webhooks from './webhooks.ts'

/** Every function of the store that is about one merchant; `merchantStore` binds them to a transaction. */
export const FUNCTIONS = {
  ...amazonTabs,
  ...approvals,
  ...auditReviews,
  ...audits,
  ...drift,
  ...listings,
  ...listingsToRead,
  ...configuration,
  ...authorizations,
  ...buyerMails,
  ...buyerSearches,
  ...cancellations,
  ...accessReviews,
  ...groups,
  ...removals,
  ...carriers,
  ...channels,
  ...connections,
  saveByFiles,
  filesOfToday,
  ...reportedOrders,
  startByFile,
  ...differingOrders,
  ...documents,
  groupDocuments,
  groupOutbox,
  groupSkus,
  countRefusedSkus,
  listRefusedSkus,
  listRetries,
  countRetries,
  ...importColumns,
  ...imports,
  ...rowsOfImports,
  ...templateGround,
  ...itemUses,
  ...items,
  ...itemOffers,
  ...keptAnswers,
  ...mails,
  ...notifiedPeople,
  ...orders,
  ...statusCounts,
  ...outbox,
  ...outboxList,
  ...outboxEnds,
  ...orderEvents,
  ...deadlines,
  ...deletionClocks,
  ...confirmations,
  ...packages,
  ...packedItems,
  ...priceFiles,
  ...problems,
  ...reconciliations,
  ...refunds,
  ...reveals,
  ...addressExports,
  ...exportLayouts,
  ...shippingRuns,
  ...shippingQueue,
  catalogPage: catalogList.catalogPage,
  countCatalogList: catalogList.countCatalogList,
  ...itemCandidates,
  ...itemListings,
  itemHistory,
  listOrders,
  ordersToShow,
  ...settings,
  ...settingsChanges,
  ...today,
  ...methods,
  ...mappings,
  ...stock,
  ...stockMoves,
  ...stockTable,
  countChanges,
  listChanges,
  listSentChanges,
  entriesOf,
  findLook,
  listRuns,
  standingOf,
  ...dueFields,
  ...listingFeeds,
  ...readBacks,
  ...sending,
  ...skuFields,
  skuPictures,
  countValues,
  renewValues,
  touchItems,
  ...submissionRows,
  ...submissions,
  ...HINT_FUNCTIONS,
  ...sweeps,
  ...themes,
  ...told,
  ...upMessages,
  ...handovers,
  ...vendors,
  ...webhooks,
  ...webhookMessages,
  importContext,
  previewContext,
  numberOrders,
  recordImport,
  recordMove,
  countCatalog,
  waitingPages,
  claimSellingPartner,
  merchantStanding,
  eraseMerchant,
  markSuspended,
  releaseSellingPartner,
  plansOf,
  raisePlan,
  apiKeysOf,
  endApiKeys,
  saveApiKey,
  lastSeen,
  lockPeople,
  ownerAddress,
  listMembers,
  findMember,
  saveMember,
  saveTopics,
  handOver,
  removeMember,
  addInvitation: invitations.addInvitation,
  listInvitations: invitations.listInvitations,
  lockInvitation: invitations.lockInvitation,
  renewInvitation: invitations.renewInvitation,
  withdrawInvitations: invitations.withdrawInvitations,
}
