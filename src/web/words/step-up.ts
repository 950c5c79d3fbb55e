/** The dialog that asks for the second factor once more. */
export const stepUpWords = {
  title: 'Show your second factor again',
  why: 'Buyer data and what gives rights away open only within 15 minutes of your second factor.',
  code: 'Code of your authenticator app',
  recovery: 'Recovery code',
  useRecovery: 'Use a recovery code',
  useCode: 'Use the authenticator app',
  passkey: 'Use a passkey',
  show: 'Go on',
  demo: 'In the demo one click is enough: its people are invented.',
} as const
