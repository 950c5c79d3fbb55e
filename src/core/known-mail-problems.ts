/** What goes wrong with mails to people of a merchant (N1). */
export const MAIL_PROBLEMS = {
  'mail-refused': {
    sentence:
      'The mail server does not take mails to [{address}]: {why}. They wait and are tried again. Change the address, or take them off.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'mail-server-away': {
    sentence: 'The mail server does not take our mails at the moment: {why}. They wait and are tried again.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'mail-answer-lost': {
    sentence:
      'The line to the mail server broke while it had a mail: {why}. Whether it took the mail is not known; it is sent once more under the same name.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'mail-server-missing': {
    sentence:
      'This deployment has no mail server, so mails wait. Set MILLRACE_SMTP_URL and MILLRACE_MAIL_FROM and start again.',
    mendedBy: 'operator',
    retryHelps: false,
  },
} as const
