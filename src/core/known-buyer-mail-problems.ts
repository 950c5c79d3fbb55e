/** What goes wrong with mails to buyers (O8). */
export const BUYER_MAIL_PROBLEMS = {
  'buyer-mail-not-permitted': {
    sentence: 'The mail [{kind}] to the buyer of order [{order}] is not sent. {why}',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'buyer-mail-no-theme': {
    sentence:
      'The mail [{kind}] to the buyer of order [{order}] is not sent: the order carries no theme, and a mail takes its sender and its service contact from one. Name a theme in the Orders section, then ask for it again.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'buyer-mail-no-address': {
    sentence:
      "The mail [{kind}] to the buyer of order [{order}] is not sent: Amazon's relay address is not here. The buyer's data was purged, or the application lacks the role Direct-to-Consumer Delivery.",
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'buyer-mail-refused': {
    sentence:
      "The mail server does not take the mail [{kind}] to the buyer of order [{order}] (its answer is {reply}). Is the theme's sender an address that the mail server and Amazon know as yours?",
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'buyer-mail-server-away': {
    sentence: 'The mail [{kind}] to the buyer of order [{order}] waits: the mail server does not answer as it should.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'buyer-mail-no-server': {
    sentence:
      'The mail [{kind}] to the buyer of order [{order}] waits: this deployment has no mail server. Set MILLRACE_SMTP_URL and MILLRACE_MAIL_FROM and start again.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'buyer-mail-unclear': {
    sentence:
      'Nobody knows whether the mail [{kind}] reached the buyer of order [{order}]: the line broke while the mail server had it. Look into its log or into Seller Central, then say [was-sent], [send] or [remove] of mail {mail}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'buyer-mail-decided': {
    sentence: 'Mail {mail} is [{state}]: [{decision}] cannot be said of it.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'buyer-mail-repeated': {
    sentence: 'Another mail [{kind}] to the buyer of order [{order}] is not written: {why}',
    mendedBy: 'merchant',
    retryHelps: false,
  },
} as const
