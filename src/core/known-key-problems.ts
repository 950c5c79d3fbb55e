/** What goes wrong with keys, with searches by buyer, and with reviews of the audit (U3, U6). */
export const KEY_PROBLEMS = {
  'no-old-key': {
    sentence: 'There is only one master key, which seals today. Make a new one first.',
    command: './millrace keys rotate',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'key-too-young': {
    sentence:
      'The newest master key was made a moment ago: what was being sealed by the former one is written down in {minutes} minutes. Try again then.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'key-in-use': {
    sentence:
      'The former master key still seals {count} values, which would be lost ({named}). Bring back or remove what does not open, then try again.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'search-too-short': {
    sentence: 'That is too little to look for: {why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'search-too-wide': {
    sentence:
      'More than {limit} orders may be meant. Ask by something that fewer buyers share: an e-mail address, a phone number.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'search-quota': {
    sentence:
      'You have searched by buyer {limit} times within the last hour. The next search is free in {minutes} minutes.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'alarms-open': {
    sentence: 'There are {count} open alarms. Look into each and write down what it was; then sign off.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'nothing-to-review': {
    sentence: 'Everything up to there is signed off already.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'word-needed': {
    sentence: 'Write what you found, in at least {least} characters: the word is kept with it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const
