/** The texts of the page of other channels, and of what differs on an order that came from one. */
export const channelWords = {
  title: 'Other channels',
  about:
    'Your own shop, another marketplace, orders by telephone: bring them as a spreadsheet. They stand in the same queue, take the same stock and are shipped the same way. Amazon is never told of them.',
  back: 'Orders',
  add: 'Add a channel',
  addTitle: 'Add a channel',
  edit: 'Change',
  editTitle: (code: string) => `Change ${code}`,
  save: 'Save',
  saved: 'Saved.',
  remove: 'Remove',
  removeTitle: (code: string) => `Remove ${code}?`,
  removeWhy: 'No order of it is here. Its code can be given again.',
  inUse: 'Orders of it are here, so it stays.',
  cannot: 'This needs the permission Edit Settings.',
  code: 'Code',
  codeHint: '1 to 10 capital letters and digits. It stands before the number of each order, and never changes.',
  name: 'Name',
  keepDays: 'Keep buyers for',
  keepHint:
    'Days after an order has left, was cancelled or was completed. Then its name, address, phone and e-mail are erased. Your own promise to your buyers counts.',
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  columns: { code: 'Code', name: 'Name', keep: 'Buyers are kept', orders: 'Orders', act: 'What you can do' },
  none: 'No other channel yet',
  noneWhy:
    'Add one with a short code, such as WEB for your own shop. Then fill in the template and bring it: each row is shown with what becomes of it before anything is placed.',
  template: 'Template',
  bring: 'Bring a file',
  steps: {
    title: 'How orders come in',
    list: [
      'Take the template. One row is one item; rows with the same number are one order. Columns that you do not need may go.',
      'Bring the file on the Import tab. Each order is shown as placed, refused or there already, with all that is wrong with it.',
      'Place them. What was placed once is never placed again, however often you bring the file.',
    ],
  },
  required:
    'It needs four columns: order.channelPartnerOrderId, order.paymentMethod, item.merchantItemId, item.quantity.',
  warnings:
    'An unknown item, too little stock or an unknown shipping method keeps an order out. Write N under order.treatWarningsAsErrors to have it placed all the same.',
  cards:
    'Where no address to ship to is given, it goes to the one of who pays. Never bring card numbers: a file with one is refused, and nothing of it is kept.',
  headers: 'All columns',
  fewer: 'Hide the columns',
  header: 'Column',
  holds: 'What stands in it',
  order: {
    channel: 'Channel',
    notTold: 'This order came from another channel. Amazon knows nothing of it, and is told nothing.',
  },
  choose: {
    label: 'From which channel are they?',
    about: 'The file does not say it of each order.',
    labelOthers: 'From which channel are those that name none?',
    aboutOthers: 'The file has a column for it; an order that says its channel there keeps it.',
    placeholder: 'Choose a channel',
    none: 'There is no channel yet.',
    add: 'Add one',
  },
  filter: 'Channel',
  all: 'All channels',
} as const
