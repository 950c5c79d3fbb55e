import * as answers from './dialog-answers.ts'
import type { Scene } from './scene.ts'

/** Dialogs for which the demo has nothing in its first minutes: the page is told of it in the server's stead. */
export const ANSWERED: readonly Scene[] = [
  {
    file: 'pages/me/OwnFactors.tsx',
    name: 'remove-factor',
    path: '/me',
    presses: [/^Remove: Laptop/],
    before: answers.twoFactors,
  },
  {
    file: 'pages/errors/OutboxRows.tsx',
    name: 'give-up',
    path: '/errors?view=queue',
    presses: [/^Give up$/],
    before: answers.refusedForDays,
  },
  {
    file: 'pages/submissions/ApprovalsTab.tsx',
    name: 'release-brake',
    path: '/submissions?tab=approvals',
    presses: [/^Release the brake$/],
    before: answers.brakePulled,
  },
  {
    file: 'pages/submissions/HeldPrices.tsx',
    name: 'approve-all',
    path: '/submissions?tab=approvals',
    presses: [/^Approve all$/],
    before: answers.brakePulled,
  },
  {
    file: 'pages/submissions/PriceDecision.tsx',
    name: 'release-price',
    path: '/submissions?tab=approvals',
    presses: [/^Release$/],
    before: answers.brakePulled,
  },
  {
    file: 'pages/submissions/PriceFileLines.tsx',
    name: 'lines-of-file',
    path: '/submissions?tab=files',
    presses: [/^Stock and prices 900$/],
    before: answers.priceFile,
  },
  {
    file: 'pages/items/amazon/VerdictPanel.tsx',
    name: 'create-listing',
    path: '/items?find=LAMP',
    one: '/items/',
    presses: [/^Amazon$/, /^Create the listing$/],
    before: answers.faultlessTab,
  },
  {
    file: 'pages/audit/RetentionTab.tsx',
    name: 'certificate',
    path: '/audit?tab=retention',
    presses: [/^Read$/],
    before: answers.certified,
  },
]
