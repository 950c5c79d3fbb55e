/** What goes wrong with feeds, and with files that people carry to Seller Central (S5, O16, H2). */
export const FEED_PROBLEMS = {
  'feed-slow': {
    sentence:
      'Amazon has had our feed of {what} ({feed}) for {time} and has not finished it. It is looked at again by itself; nothing of it is sent a second time meanwhile.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'feed-cancelled': {
    sentence:
      'Our feed of {what} ({feed}) was cancelled at Amazon before it was worked on. Its {messages} entries go up again by themselves.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'feed-fatal': {
    sentence: 'Amazon gave up our feed of {what} ({feed}): {words}. What it did not do goes up again by itself.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'feed-refused': {
    sentence: 'Amazon does not take our feed of {what}: {words}. It is tried again by itself.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'feed-report-unreadable': {
    sentence: "Amazon's processing report cannot be read: {why}.",
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'feed-report-odd': {
    sentence:
      'The processing report of our feed of {what} ({feed}) does not add up: {processed} entries were worked on, {successful} went well, {named} are named as faulty, and {messages} were sent.',
    mendedBy: 'operator',
    retryHelps: false,
    mend: 'look',
  },
  'feed-unsure': {
    sentence:
      'It is not known what Amazon did with our feed of {what} ({feed}): {why}. Look at the orders in Seller Central; refunds of it wait for a person and are not sent again by themselves.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'look',
  },
  'refused-by-report': {
    sentence: 'Amazon refuses it: {words} [{code}]',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'look',
  },
  'refund-unsure': {
    sentence:
      'It is not known whether Amazon paid this refund: {why}. Look at the order in Seller Central, then say here whether it was paid; it is not sent again by itself.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'look',
  },
  'nothing-to-carry': {
    sentence: 'Nothing waits that a file of {what} could hold.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'file-report-unreadable': {
    sentence: 'This processing report cannot be read: {why}. Nothing was changed.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'file-report-of-another': {
    sentence: 'This processing report is not that of file {file}: {why}. Nothing was changed.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'file-over': {
    sentence: 'The file {file} is over ({state}); there is nothing to do with it.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'file-may-be-uploaded': {
    sentence:
      'The file {file} holds {messages} refunds. If it was uploaded in Seller Central they are paid, and sending them again would pay them twice. Confirm that it was never uploaded.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const
