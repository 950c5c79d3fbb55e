/** What goes wrong with the notifications that Amazon sends by SQS; nothing waits for them, so everything goes on by itself. */
export const HINT_PROBLEMS = {
  'hint-unreadable': {
    sentence:
      "A message in the queue for Amazon's notifications cannot be read: {why}. It was removed. Only Amazon should be allowed to send to that queue.",
    mendedBy: 'operator',
    retryHelps: false,
  },
  'hint-for-nobody': {
    sentence:
      'Amazon sends notifications about selling partners that are not connected here. They are removed. Another deployment may share the queue, or a subscription was left behind.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'hint-of-unknown-type': {
    sentence: 'Amazon sends notifications of a type that is of no use here ({type}). They are removed.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'hint-of-unknown-application': {
    sentence:
      'Amazon sent a notice about the client secret of an application that this deployment does not have. It was removed, and nothing of it was kept.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'hint-queue-refused': {
    sentence:
      "AWS refuses us the queue for Amazon's notifications ({said}). Orders come by the sweeps meanwhile. The queue, its region, the key and its policy must fit together.",
    command: './millrace doctor',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'hint-queue-away': {
    sentence: "The queue for Amazon's notifications does not answer ({said}). Orders come by the sweeps meanwhile.",
    mendedBy: 'amazon',
    retryHelps: true,
  },
} as const
