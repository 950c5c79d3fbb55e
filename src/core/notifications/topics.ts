/** What people are told of by mail (N1, N3, S6, C4). */
export const TOPICS = ['file-errors', 'deadlines', 'authorization', 'health'] as const
export type Topic = (typeof TOPICS)[number]

/** What a mail is about; a test is about nothing. */
export type MailTopic = Topic | 'test'

/** The topics by their names for people. */
export const TOPIC_NAMES: Readonly<Record<MailTopic, string>> = {
  'file-errors': 'Amazon Seller Central File Processing Errors',
  deadlines: 'Shipping deadlines',
  authorization: 'Authorization',
  health: 'Health',
  test: 'Test',
}
