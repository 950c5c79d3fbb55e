/** The words of the page about the audit and about what is kept of buyers. */
export const auditWords = {
  title: 'Audit',
  about:
    'Who opened buyer data, and who changed what. Neither people nor the running program can change these rows unseen.',
  tabs: { review: 'Review', retention: 'Data and compliance' },
  due: (day: string) => `Due by ${day}`,
  overdue: (day: string) => `Overdue since ${day}`,
  never: 'Nobody has reviewed it yet.',
  last: (day: string, by: string) => `Last reviewed ${day} by ${by}`,
  every: 'Somebody looks through it every two weeks and signs.',
  nothingDue: 'Nothing to review.',
  sign: 'Sign the review',
  signTitle: 'Sign that you looked through it?',
  signWhy: 'Your name and the time are kept. The rows stay as they are.',
  word: 'What you saw, if anything',
  signed: 'Signed.',
  alarmsFirst: 'Close the open alarms first.',
  alarms: 'Open alarms',
  closed: 'The alarm is closed.',
  close: 'Close with a word',
  closeTitle: 'What was it?',
  closeWord: 'What you found out',
  closeHint: 'Cora looked up her own test order; told her to use the demo.',
  closeWhy: 'An alarm stays open until somebody writes down what it was. Your word is kept with your name.',
  take: 'Download these rows',
  acts: 'Since the last review',
  columns: { at: 'When', who: 'Who', what: 'What', about: 'About' },
  filters: { who: 'Who', act: 'What', all: 'Everything', allPeople: 'Everybody' },
  none: 'Nothing since the last review',
  noneWhy:
    'Each opening, print and export of buyer data stands here with its purpose, and each change of settings with who made it.',
  noneFound: 'No row fits',
  noneFoundWhy: 'Take the filters off to see all rows since the last review.',
  clear: 'Take the filters off',
  newest: (count: number) => `The newest ${count} rows are shown. The command line shows all: audit list.`,
  order: (order: number) => `order ${order}`,
  more: (count: number) => `and ${count} more`,
  purpose: (purpose: string) => `to ${purpose}`,
} as const

/** The words of the retention report. */
export const retentionWords = {
  about: (days: number) =>
    `Names and addresses of Amazon’s buyers are erased ${days} days after an order has left. Nobody has to do it.`,
  held: 'What is kept now',
  columns: { kind: 'What', count: 'Kept', oldest: 'The oldest came', goneBy: 'Gone by', overdue: 'Overdue' },
  kinds: {
    buyers: 'Buyers of placed orders',
    documents: 'Orders as Amazon sent them',
    pages: 'Pages that wait to be imported',
  },
  well: 'Nothing is overdue.',
  late: (count: number) => `${count} should be gone already. Tell the operator.`,
  purges: 'What was erased',
  purgeColumns: { at: 'When', row: 'Row of the audit', counts: 'Erased' },
  noPurges: 'Nothing was erased yet',
  noPurgesWhy: 'The first buyer is erased when the first order has left long enough ago.',
  certificates: 'Certificates of deletion',
  certificateColumns: { at: 'Written', connection: 'Connection', fingerprint: 'Fingerprint', read: 'Certificate' },
  noCertificates: 'No connection was deleted',
  noCertificatesWhy: 'When credentials are cleared, everything from Amazon is erased, and a certificate says so.',
  read: 'Read',
} as const

/** Facts of an act by their names for people. */
export const FACT_WORDS: Readonly<Record<string, string>> = {
  section: 'section',
  sections: 'sections',
  way: 'way',
  count: 'count',
  reason: 'because',
  problem: 'because',
  connection: 'connection',
}
