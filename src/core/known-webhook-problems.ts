/** What goes wrong with webhooks (X2). */
export const WEBHOOK_PROBLEMS = {
  'webhook-failing': {
    sentence:
      'The webhook [{name}] does not take what it is told: {why}. It is tried again for three days with growing pauses; after that, send it again with Replay.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'webhook-gone': {
    sentence:
      'The receiver of the webhook [{name}] says that it is gone for good (410), so the webhook is switched off. Switch it on again when its address is right.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'too-many-webhooks': {
    sentence: 'A merchant has at most {most} webhooks. Remove one that is not needed.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const
