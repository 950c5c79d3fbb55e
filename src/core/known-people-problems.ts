/** What goes wrong when people are invited, given permissions and removed, and with their keys (U1, U6, M3). */
export const PEOPLE_PROBLEMS = {
  'may-not-change-people': {
    sentence: 'You may not change the people of this merchant. Ask the owner, or somebody with Edit Users.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'may-not-give': {
    sentence: 'You cannot give [{permission}], because you do not hold it yourself. Ask the owner.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'may-not-give-oneself': {
    sentence: 'You cannot give [{permission}] to yourself, nor let it last longer. Ask the owner.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'person-needed': {
    sentence: 'Only a person who is signed in can do this, and no API key.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'owner-stays': {
    sentence:
      'The owner keeps everything and cannot be removed or changed by others. The owner can hand the merchant over first.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'only-the-owner': {
    sentence: 'Only the owner can hand over the merchant.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'invitation-over': {
    sentence: 'This invitation was accepted or withdrawn already.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'review-moved': {
    sentence: 'Who may do what has changed since this list was read. Read it again and sign that one.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
} as const
