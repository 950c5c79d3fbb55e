/** The texts of the sections about themes and about mails to buyers. */
export const themeWords = {
  title: 'Themes',
  about: 'A theme is stamped on every order while the Orders section names it. Mails about the order come from it.',
  example: 'Theme HARBOR: the invoice of an order comes from orders@example.com and names your service telephone.',
  none: 'No theme yet. Mails to buyers need one: its sender and its service contact.',
  add: 'Add a theme',
  remove: (name: string) => `Remove ${name}`,
  unnamed: 'this theme',
  code: 'Code',
  name: 'Name',
  sender: 'Sender of its mails',
  template: 'Template',
  templates: { plain: 'Plain, English', 'plain-de': 'Plain, German', 'plain-fr': 'Plain, French' } as Readonly<
    Record<string, string>
  >,
  serviceName: 'Service contact',
  serviceEmail: 'Service e-mail',
  servicePhone: 'Service telephone',
} as const

/** The same for mails to buyers (O8). */
export const emailWords = {
  title: 'Mails to buyers',
  about:
    'Amazon writes to its buyers itself. Its policy forbids other mails but the few kinds below; off, nothing is sent.',
  sendDirectly: {
    label: 'Send mails to buyers',
    explain: 'Off, the default: no order ever causes a mail to its buyer.',
    example: 'On, with Invoices: an order that is completed from now on gets its invoice by itself, once.',
  },
  confirm: "I know Amazon's policy about mails to buyers, and answer for what is sent",
  confirmed: (by: string, when: string) => `Amazon's policy was confirmed by ${by}, ${when}.`,
  kinds: {
    invoice: {
      label: 'Invoices',
      explain: 'Sent by themselves when an order is completed, as text, from the theme of the order.',
      example: 'Order 1042 is confirmed as shipped: its buyer gets the invoice at the relay address of Amazon.',
    },
    question: {
      label: 'Questions that an order needs answered',
      explain: 'Written by a person from the order, only where it cannot be completed otherwise.',
      example: 'The engraving on the mug is missing its name: you ask for it, and the order waits.',
    },
    'delivery-appointment': {
      label: 'Appointments for a delivery',
      explain: 'Written by a person, for goods that somebody must be at home for.',
      example: 'A wardrobe comes by freight: you agree on Tuesday between 9 and 12.',
    },
    'design-check': {
      label: 'Checks of a custom design',
      explain: 'Written by a person before a design is made.',
      example: 'The proof of a printed shirt: the buyer agrees before it goes to print.',
    },
  },
} as const
