/** The words of the operator's page about all merchants. */
export const deploymentWords = {
  title: 'Deployment',
  about:
    'All merchants of this deployment, and how their work stands. An operator sees counts only: no orders and no buyers.',
  columns: {
    merchant: 'Merchant',
    users: 'Users',
    held: 'Held orders',
    waiting: 'Wait for a person',
    problems: 'Problems',
    failing: 'Failing work',
    mails: 'Unsent mails',
    act: 'Change',
  },
  suspended: 'Suspended',
  none: 'No merchant yet',
  noneWhy:
    'Add the first one. The start of the server, or ./millrace user invite --owner, then prints the link for its owner.',
  add: {
    open: 'Add a merchant',
    does: 'Add',
    name: 'Name',
    owner: 'E-mail address of the owner',
    timeZone: 'Time zone',
    currency: 'Currency',
    weightUnit: 'Unit of weight',
    shipFrom: 'Ships from',
    shipName: 'Name on labels',
    line1: 'Street and number',
    city: 'City',
    state: 'State',
    postalCode: 'Postal code',
    country: 'Country, two letters',
    done: (name: string) => `${name} is added.`,
  },
  suspend: 'Suspend',
  suspendTitle: (name: string) => `Suspend ${name}?`,
  suspendWhy:
    'All work for it rests: nothing is imported, sent or mailed, and its people and keys are refused. Nothing is lost.',
  resume: 'Resume',
  resumed: (name: string) => `${name} goes on.`,
  suspendedNow: (name: string) => `${name} rests.`,
} as const

/** The words of the page about oneself. */
export const meWords = {
  title: 'What you are told by mail',
  about: 'For the merchant you work for now. It saves by itself.',
  account: 'Password, second factor and sessions',
  saved: 'Saved.',
  topics: {
    'file-errors': 'An order document could not be processed and waits for somebody.',
    deadlines: 'An order has to leave soon, or is late.',
    authorization: 'The connection to Amazon ends soon, or ended.',
    health: 'Something stands still, and each morning how everything stands.',
  },
  rest: (names: string) => `Chosen, but not sent while your permissions do not cover it: ${names}.`,
} as const
