/** The texts of the carrier's tracking file. */
export const fileWords = {
  button: 'Read tracking file',
  title: "Read the carrier's tracking file",
  about:
    'An Excel, CSV or tab-separated file with a line for each package: the order (our number or the Amazon order id) and its tracking number; carrier, service, date, SKU and quantity where they matter. Nothing is entered before you have looked at it.',
  choose: 'Choose a file',
  drop: 'or drop it here',
  another: 'Another file',
  tooLarge: 'This file is larger than 3 MB: bring it in parts.',
  reading: 'Reading',
  unread: (names: string) => `Not read: ${names}.`,
  columns: {
    line: 'Line',
    order: 'Order',
    package: 'Package',
    becomes: 'What becomes of it',
  },
  units: (units: number | null) => (units === null ? '' : units === 1 ? '1 unit' : `${units} units`),
  outcomes: { entered: 'Ready', known: 'Entered before', refused: 'Wrong' },
  ends: { entered: 'Entered', known: 'Entered before', refused: 'Refused' },
  sum: ({ entered, known, refused }: { entered: number; known: number; refused: number }) =>
    `${entered} ready, ${known} entered before, ${refused} wrong.`,
  ended: ({ entered, known, refused }: { entered: number; known: number; refused: number }) =>
    `${entered} entered, ${known} entered before, ${refused} refused. Amazon is told within a minute.`,
  apply: (count: number) => (count === 1 ? 'Enter 1 package' : `Enter ${count} packages`),
  nothing: 'Nothing to enter',
  results: 'Download results',
  resultsFile: 'tracking-file-results.csv',
  resultHeads: ['Line', 'Order', 'Carrier', 'Tracking number', 'Result', 'Why'],
  label: 'Packages of the file',
  progress: (done: number, all: number) => `${done} of ${all}`,
} as const
