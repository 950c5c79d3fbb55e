import { ANSWERED } from './answered-dialogs.ts'
import * as deeds from './dialog-deeds.ts'
import type { Scene } from './scene.ts'

const OLIVIA: readonly Scene[] = [
  { file: 'parts/HistoryDrawer.tsx', name: 'history', path: '/amazon', presses: [/^History of Shipping methods/] },
  { file: 'parts/unsaved.tsx', name: 'leaving', path: '/amazon', presses: [/^Today$/], there: deeds.typeIntoSettings },
  { file: 'pages/amazon/ConnectDialog.tsx', name: 'connect', path: '/amazon', presses: [/^Connect another seller$/] },
  { file: 'pages/amazon/ConnectDialog.tsx', name: 'renew', path: '/amazon', presses: [/^Renew$/] },
  { file: 'pages/amazon/ClearConnection.tsx', name: 'clear', path: '/amazon', presses: [/^Clear$/] },
  { file: 'pages/amazon/PreviewDialog.tsx', name: 'preview', path: '/amazon', presses: [/^Preview$/] },
  { file: 'pages/amazon/DryRunDialog.tsx', name: 'dry-run', path: '/amazon', presses: [/^Dry run$/] },
  { file: 'pages/amazon/MethodEditor.tsx', name: 'add-method', path: '/amazon', presses: [/^Add a method$/] },
  { file: 'pages/amazon/MethodEditor.tsx', name: 'edit-method', path: '/amazon', presses: [/^Edit (?!the)/] },
  { file: 'pages/amazon/MethodsSection.tsx', name: 'remove-method', path: '/amazon', presses: [/^Remove: /] },
  { file: 'pages/errors/MapSkuDrawer.tsx', name: 'map-sku', path: '/errors', presses: [/^Map this SKU/] },
  {
    file: 'pages/errors/MethodDrawer.tsx',
    name: 'choose-level',
    path: '/errors',
    presses: [/^Choose what it becomes$/],
  },
  {
    file: 'pages/errors/DocumentRows.tsx',
    name: 'ignore',
    path: '/errors',
    presses: [/^Show (it|all)/, /^Ignore all/],
  },
  {
    file: 'pages/channels/ChannelDialog.tsx',
    name: 'add-channel',
    path: '/orders/channels',
    presses: [/^Add a channel$/],
  },
  { file: 'pages/order/WhereIsOrder.tsx', name: 'where', path: '/orders', presses: [/^Where is my order\?$/] },
  { file: 'pages/order/MoveMenu.tsx', name: 'move', ...shippable(), presses: [/^Move/, /^Hold|^Accounts|^Rejected/] },
  { file: 'pages/order/RefundDialog.tsx', name: 'refund', ...shippable(), presses: [/^Refund/] },
  { file: 'pages/order/CancellationCard.tsx', name: 'cancel', ...shippable(), presses: [/^Cancel order$/] },
  { file: 'pages/order/MailList.tsx', name: 'mail', ...shippable(), presses: [/^Write/] },
  { file: 'pages/shipping/Shortcuts.tsx', name: 'shortcuts', path: '/shipping', presses: [/^Keys/] },
  { file: 'pages/shipping/TrackingFile.tsx', name: 'tracking-file', path: '/shipping', presses: [/tracking file/i] },
  {
    file: 'pages/shipping/AddressExport.tsx',
    name: 'addresses',
    path: '/shipping',
    presses: [/^Choose order \d+$/, /^Export addresses$/],
  },
  { file: 'pages/items/NewItem.tsx', name: 'new-item', path: '/items', presses: [/^New item$/] },
  {
    file: 'pages/items/MatchPage.tsx',
    name: 'choose-item',
    path: '/items/match',
    presses: [/^Choose/],
    there: deeds.listingsAreRead,
  },
  { file: 'pages/items/MatchPage.tsx', name: 'link-all', path: '/items/match', presses: [/^Link all/] },
  { file: 'pages/items/ItemStock.tsx', name: 'adjust', ...item(), presses: [/^Inventory$/, /^Adjust$/] },
  { file: 'pages/items/ItemStock.tsx', name: 'restock-day', ...item(), presses: [/^Inventory$/, /^When more/] },
  { file: 'pages/items/ItemMappings.tsx', name: 'add-mapping', ...item(), presses: [/^Other$/, /^Map a SKU$/] },
  { file: 'pages/stock/ChangeStock.tsx', name: 'change-stock', path: '/stock', presses: [/^Change/] },
  { file: 'pages/submissions/UploadDialog.tsx', name: 'upload', path: '/submissions', presses: [/^Manual Upload$/] },
  {
    file: 'pages/submissions/TakeFileDialog.tsx',
    name: 'take-file',
    path: '/submissions?tab=files',
    presses: [/^Take a file$/],
  },
  { file: 'pages/users/InviteDialog.tsx', name: 'invite', path: '/users', presses: [/^Invite somebody$/] },
  { file: 'pages/users/PersonDrawer.tsx', name: 'person', path: '/users', presses: [/^Change Sam/, /^Change$/] },
  { file: 'pages/users/PersonMenu.tsx', name: 'remove-person', path: '/users', presses: [/^Change Sam/, /^Remove$/] },
  { file: 'pages/users/PersonMenu.tsx', name: 'hand-over', path: '/users', presses: [/^Change Sam/, /^Make owner$/] },
  { file: 'pages/users/GroupsTab.tsx', name: 'add-group', path: '/users?tab=groups', presses: [/^Add a group$/] },
  { file: 'pages/users/KeyDialog.tsx', name: 'make-key', path: '/users?tab=keys', presses: [/^Make a key$/] },
  {
    file: 'pages/users/KeysTab.tsx',
    name: 'revoke-key',
    path: '/users?tab=keys',
    presses: [/^Revoke$/],
    before: deeds.makeAKey,
  },
  {
    file: 'pages/users/GroupsTab.tsx',
    name: 'remove-group',
    path: '/users?tab=groups',
    presses: [/^Remove$/],
    before: deeds.makeAGroup,
  },
  {
    file: 'pages/users/InvitationList.tsx',
    name: 'withdraw',
    path: '/users',
    presses: [/^Withdraw$/],
    before: deeds.inviteOne,
  },
  { file: 'pages/users/InvitationList.tsx', name: 'new-link', path: '/users', presses: [/^New link$/] },
  {
    file: 'parts/StepUp.tsx',
    name: 'second-factor',
    path: '/users',
    presses: [/^Change Sam/, /^Make owner$/, /^Hand over$/],
    before: deeds.factorIsOld,
  },
  {
    file: 'pages/users/ReviewTab.tsx',
    name: 'sign-review',
    path: '/users?tab=review',
    presses: [/^Keep the rest$/, /^Sign the review$/],
  },
  {
    file: 'pages/users/WebhookDialog.tsx',
    name: 'add-webhook',
    path: '/users?tab=webhooks',
    presses: [/^Add a webhook$/],
  },
  {
    file: 'pages/users/WebhooksTab.tsx',
    name: 'remove-webhook',
    path: '/users?tab=webhooks',
    presses: [/^More about/, /^Remove$/],
    before: deeds.addAWebhook,
  },
  { file: 'pages/users/WebhookLog.tsx', name: 'webhook-log', path: '/users?tab=webhooks', presses: [/^Log$/] },
  {
    file: 'pages/audit/ReviewInbox.tsx',
    name: 'sign-audit',
    path: '/audit',
    presses: [/^Sign the review$/],
    before: deeds.mapASku,
  },
  {
    file: 'pages/audit/SignedReviews.tsx',
    name: 'signed-review',
    path: '/audit?tab=signed',
    presses: [/^Open/],
    before: deeds.signTheAudit,
  },
  {
    file: 'pages/order/PackageList.tsx',
    name: 'correct-package',
    path: '/orders?stage=Completed+Order',
    one: '/orders/',
    presses: [/^Correct$/],
    before: deeds.shipOne,
  },
  {
    file: 'pages/submissions/FileDialogs.tsx',
    name: 'report-on-file',
    path: '/submissions?tab=files',
    presses: [/^Bring the report$/],
    before: deeds.takeAFile,
  },
  {
    file: 'pages/submissions/FileEntries.tsx',
    name: 'entries-of-file',
    path: '/submissions?tab=files',
    presses: [/^Shipments \d+$/],
  },
  { file: 'pages/me/PasswordDialog.tsx', name: 'password', path: '/me', presses: [/^Change the password$/] },
  { file: 'pages/me/FactorDialogs.tsx', name: 'new-app', path: '/me', presses: [/^Move to another phone$/] },
  { file: 'pages/me/FactorDialogs.tsx', name: 'passkey', path: '/me', presses: [/^Add a passkey$/] },
  { file: 'pages/me/FactorDialogs.tsx', name: 'codes', path: '/me', presses: [/^New recovery codes$/] },
  {
    file: 'pages/me/OwnSessions.tsx',
    name: 'end-sessions',
    path: '/me',
    presses: [/^Sign out everywhere else$/],
    before: deeds.signInElsewhere,
  },
]

const SAM: readonly Scene[] = [
  {
    file: 'pages/orders/BuyerSearch.tsx',
    name: 'buyer-search',
    path: '/orders',
    presses: [/^Find a buyer|^Search by buyer/],
  },
]

const OTTO: readonly Scene[] = [
  { file: 'pages/deployment/AddMerchant.tsx', name: 'add-merchant', path: '/deployment', presses: [/^Add a merchant/] },
  {
    file: 'pages/deployment/MerchantsTab.tsx',
    name: 'suspend',
    path: '/deployment',
    presses: [/^Change Harbor/, /^Suspend/],
  },
  {
    file: 'pages/deployment/RemoveMerchant.tsx',
    name: 'remove-merchant',
    path: '/deployment',
    presses: [/^Change Harbor/, /^Remove/],
  },
]

/** The scenes by who may open them; each begins at a page of theirs. */
export const SCENES = [
  { who: 'Olivia Harbor', begins: '/today', scenes: [...OLIVIA, ...ANSWERED] },
  { who: 'Sam Pier', begins: '/today', scenes: SAM },
  { who: 'Otto Tide', begins: '/deployment', scenes: OTTO },
] as const

/** Parts whose dialogs need what the demo has none of: their stories open them, and look at them as these tests do. */
export const NOT_IN_DEMO: Readonly<Record<string, string>> = {
  'pages/imports/ImportDeeds.tsx': 'needs a file that was read: import.browser.ts',
  'pages/amazon/ByFilesDialog.tsx': 'needs a merchant without a connection: by-files.browser.ts',
  'pages/submissions/ReportedOrders.tsx': 'needs an order report: by-files.browser.ts',
}

function shippable() {
  return { path: '/orders?stage=Shipping+Department', one: '/orders/' } as const
}
function item() {
  return { path: '/items?find=LAMP', one: '/items/' } as const
}
