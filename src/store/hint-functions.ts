import * as hintedJobs from './hinted-jobs.ts'
import * as hintedOrders from './hinted-orders.ts'
import { noteHint } from './hints.ts'
import { forgetSubscription, listSubscriptions, saveSubscription } from './subscriptions.ts'

/** What a merchant's transaction does about the notifications of Amazon. */
export const HINT_FUNCTIONS = {
  ...hintedJobs,
  ...hintedOrders,
  noteHint,
  forgetSubscription,
  listSubscriptions,
  saveSubscription,
}
