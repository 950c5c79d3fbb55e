import type { MailKind } from '../settings/email-settings.ts'

/** The fixed words of a mail to a buyer, in one language; `{order}` is the Amazon order id. */
export type MailWords = {
  readonly subject: Readonly<Record<MailKind, string>>
  readonly greeting: string
  readonly about: string
  readonly answer: string
  readonly invoice: {
    readonly from: string
    readonly number: string
    readonly placed: string
    readonly to: string
    readonly shipping: string
    readonly tax: string
    readonly taxInside: string
    readonly taxByAmazon: string
    readonly discount: string
    readonly other: string
    readonly total: string
  }
}

const ENGLISH: MailWords = {
  subject: {
    invoice: 'Invoice for your Amazon order {order}',
    question: '[Important] A question about your Amazon order {order}',
    'delivery-appointment': '[Important] The delivery of your Amazon order {order}',
    'design-check': '[Important] Your design in Amazon order {order}',
  },
  greeting: 'Hello,',
  about: 'this is about your Amazon order {order}.',
  answer: 'Please answer this mail; your answer reaches us through Amazon.',
  invoice: {
    from: 'Sold by',
    number: 'Invoice number',
    placed: 'Order placed',
    to: 'Sold to',
    shipping: 'Shipping',
    tax: 'Tax',
    taxInside: 'Tax, included above',
    taxByAmazon: 'of this collected and remitted by Amazon',
    discount: 'Discount',
    other: 'Other',
    total: 'Total',
  },
}

const GERMAN: MailWords = {
  subject: {
    invoice: 'Rechnung zu Ihrer Amazon-Bestellung {order}',
    question: '[Wichtig] Eine Frage zu Ihrer Amazon-Bestellung {order}',
    'delivery-appointment': '[Wichtig] Die Lieferung Ihrer Amazon-Bestellung {order}',
    'design-check': '[Wichtig] Ihr Entwurf zur Amazon-Bestellung {order}',
  },
  greeting: 'Guten Tag,',
  about: 'es geht um Ihre Amazon-Bestellung {order}.',
  answer: 'Bitte antworten Sie auf diese E-Mail; Ihre Antwort erreicht uns über Amazon.',
  invoice: {
    from: 'Verkäufer',
    number: 'Rechnungsnummer',
    placed: 'Bestellt am',
    to: 'Käufer',
    shipping: 'Versand',
    tax: 'Steuer',
    taxInside: 'Steuer, oben enthalten',
    taxByAmazon: 'davon von Amazon eingezogen und abgeführt',
    discount: 'Rabatt',
    other: 'Sonstiges',
    total: 'Summe',
  },
}

const FRENCH: MailWords = {
  subject: {
    invoice: 'Facture de votre commande Amazon {order}',
    question: '[Important] Une question sur votre commande Amazon {order}',
    'delivery-appointment': '[Important] La livraison de votre commande Amazon {order}',
    'design-check': '[Important] Votre personnalisation, commande Amazon {order}',
  },
  greeting: 'Bonjour,',
  about: 'nous vous écrivons au sujet de votre commande Amazon {order}.',
  answer: 'Veuillez répondre à ce message ; votre réponse nous parvient par Amazon.',
  invoice: {
    from: 'Vendeur',
    number: 'Numéro de facture',
    placed: 'Commande passée le',
    to: 'Acheteur',
    shipping: 'Livraison',
    tax: 'Taxe',
    taxInside: 'Taxe, comprise ci-dessus',
    taxByAmazon: 'dont perçu et reversé par Amazon',
    discount: 'Remise',
    other: 'Autre',
    total: 'Total',
  },
}

/** The templates that a theme may name (O7); an empty name is `plain`. */
const TEMPLATES: Readonly<Record<string, MailWords>> = {
  plain: ENGLISH,
  'plain-de': GERMAN,
  'plain-fr': FRENCH,
}

/** Their names. */
export const TEMPLATE_NAMES: readonly string[] = Object.keys(TEMPLATES)

/** The words of a template; a name saved before there were templates is `plain`. */
export const wordsOf = (template: string): MailWords => TEMPLATES[template] ?? ENGLISH
