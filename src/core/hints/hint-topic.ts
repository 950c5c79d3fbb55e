/** What Amazon can be asked to tell of a connection by SQS. */
export const HINT_TOPICS = ['orders', 'feeds', 'reports'] as const
export type HintTopic = (typeof HINT_TOPICS)[number]
