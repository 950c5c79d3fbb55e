/** What people are told of by mail (N1, N3, S6, C4). */
export const TOPICS = ['file-errors', 'deadlines', 'authorization', 'health'] as const
export type Topic = (typeof TOPICS)[number]

/** What a mail is about; one about people goes to those whom it is about, and a test is about nothing. */
export const MAIL_TOPICS = [...TOPICS, 'people', 'test'] as const
export type MailTopic = (typeof MAIL_TOPICS)[number]

/** The topics by their names for people. */
export const TOPIC_NAMES: Readonly<Record<MailTopic, string>> = {
  'file-errors': 'Amazon Seller Central File Processing Errors',
  deadlines: 'Shipping deadlines',
  authorization: 'Authorization',
  health: 'Health',
  people: 'People',
  test: 'Test',
}
