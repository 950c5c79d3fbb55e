/** Why somebody is not signed in, or may not do something to their account (U6). */
export const SIGN_IN_PROBLEMS = {
  'sign-in-refused': {
    sentence: 'The e-mail address or the password is wrong.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'too-many-tries': {
    sentence: 'There were too many wrong tries. Wait {minutes} min, then try again.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'sign-in-locked': {
    sentence:
      'After ten wrong tries in a row this address is locked. "Forgot your password?" unlocks it, and so does the operator.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'code-refused': {
    sentence: 'This code is wrong, too old, or was used already. Wait for the next one.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'passkey-refused': {
    sentence: 'This passkey was not accepted. Try again, or take another way.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'second-factor-needed': {
    sentence: 'Show your second factor again, then repeat this: it must not be older than 15 minutes.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'session-over': {
    sentence: 'Your session has ended. Sign in again.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'last-factor': {
    sentence: 'This is your only second factor. Add another one first.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'password-too-young': {
    sentence: 'This password is less than a day old. If others know it, use "Forgot your password?".',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'link-over': {
    sentence: 'This link is not good any more: it was used, replaced, withdrawn, or is too old. Ask for a new one.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'account-known': {
    sentence: 'There is an account for {email} already. Sign in with it, then open the link again.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'invitation-for-other': {
    sentence: 'This invitation is for {email}. Sign out, then open the link again.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'owner-there': {
    sentence: 'The merchant {merchant} has an owner already. Ask the owner for an invitation.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const
