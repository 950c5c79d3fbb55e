/** The texts of Amazon Seller Central: its tabs, and every option with what it does to an order. */
export const amazonWords = {
  title: 'Amazon Seller Central',
  about: 'How orders come down, and what goes up. Each section saves by itself.',
  tabs: { settings: 'Settings', errors: 'Error Log', import: 'Import' },
  errorsShut: 'The Error Log opens once a connection is saved.',
  onPage: 'Sections',
  orders: {
    title: 'Orders',
    about: 'Which orders come in, and how they stand in your books.',
    line: (line: number, why: string) => `Line ${line}: ${why}`,
    notBefore: {
      label: "Don't process orders placed before",
      explain:
        'Orders that buyers placed earlier are skipped. The day counts from its first minute in your time zone. Recommended: the day on which you begin, so that old orders that were shipped elsewhere stay away. An earlier day reads back what it lets in.',
      example: 'Nov 22: an order placed on Nov 21 at 23:59 is skipped, one of Nov 22 at 00:00 comes in.',
    },
    ignoredOrders: {
      label: 'Ignore specific Amazon order ids',
      hint: 'One per line',
      explain: 'These orders are never imported. An order that is held in the Error Log leaves it.',
      example: '111-2222222-3333333: a test order of yours, which nobody is to ship.',
    },
    ignoredItems: {
      label: 'Ignore specific Amazon item ids',
      hint: 'ASIN, seller SKU or order item id, one per line',
      explain:
        'Lines with these are dropped; the order shows what was dropped and how much it was. An order with no line left is skipped.',
      example: 'GIFT-CARD: an order of a lamp and a gift card comes in with the lamp alone.',
    },
    asPurchaseOrders: {
      label: 'Import orders as purchase orders',
      explain:
        "For accounting: the payment method is Purchase Order instead of Amazon SC, approved at once. Its number is the buyer's, else the Amazon order id.",
      example: "A buyer's company gave the number PO-77: the order comes in as Purchase Order PO-77.",
    },
    asCompleted: {
      label: 'Import orders as completed',
      explain:
        'For the books only: orders pass by the shipping department and are never confirmed to Amazon. Stock goes down at once.',
      example: 'Tick it if another program ships your orders and tells Amazon.',
    },
    importFba: {
      label: 'Import orders that Amazon fulfills (FBA)',
      explain: 'They come in completed and read-only: never shipped by you, and your stock does not change.',
      example: 'Tick it if your books are to show all that you sold, whoever ships it.',
    },
    themeCode: {
      label: 'Screen branding theme',
      none: 'No theme',
      explain: 'Stamped on every order: its mails take sender, template and service contact from the theme.',
      example:
        'HARBOR is chosen: an order that comes in now is mailed about from orders@example.com. Older ones keep theirs.',
    },
    sweepEveryMinutes: {
      label: 'Minutes between two looks for orders',
      explain:
        'From 3 to 60. Fewer minutes spend more of your calls at Amazon; 10 is enough for almost every shop. Amazon tells most orders a few minutes late anyway.',
      example: '10: an order placed at 9:00 is here by 9:15 at the latest.',
    },
    sweepAdapts: {
      label: 'Look sooner when many orders come, later when few do',
      explain:
        'Millrace learns at which hours your orders come. With 10 minutes above it looks every 3 minutes at the busiest, and up to 40 minutes apart where hardly an order comes. Untick it to look always after those minutes.',
      example:
        'At three in the morning an order may wait for half an hour; at your busiest hour it is here in 6 minutes.',
    },
  },
  levels: {
    title: 'Shipping methods by service level',
    amazons: (name: string) => `Amazon: ${name}`,
    about:
      'Amazon says how fast an order must arrive. You say which of your methods may do it. The buyer paid for shipping already: what a method costs serves the choice only.',
    rule: 'Valid methods that can carry the order are compared: the lowest priority number wins; without numbers the cheapest; at equal cost the one higher in the table. A level without a method holds its orders.',
    noMethods: 'There are no shipping methods yet. Add one in the section below, then tick it here.',
    valid: 'Valid',
    method: 'Method',
    priority: 'Priority',
    disabled: 'disabled',
    levels: {
      standard: ['Standard Shipping', 'Standard'],
      expedited: ['Expedited Shipping', 'Expedited'],
      'two-day': ['Two-Day Shipping', 'SecondDay'],
      'one-day': ['One-Day Shipping', 'NextDay'],
    },
    validFor: (method: string, level: string) => `${method} is valid for ${level}`,
    priorityFor: (method: string, level: string) => `Priority of ${method} for ${level}`,
    furtherTitle: "Amazon's further levels",
    furtherExplain:
      'Amazon knows four more. Say which of your four tables serves each, or hold such orders: they wait in the Error Log for you.',
    furtherExample: 'Same-day by the One-Day table: a buyer who paid for today gets your fastest method.',
    further: {
      FREE_ECONOMY: 'Free economy',
      SAME_DAY: 'Same-day',
      PRIORITY: 'Priority',
      SCHEDULED: 'Scheduled delivery',
    },
    hold: 'Hold the order',
    byTable: (level: string) => `By the ${level} table`,
    proposed: (level: string) => `Proposed: ${level}`,
  },
  preview: {
    title: 'Try it',
    about: 'Which method an order would get, by the tables as they stand here now, saved or not.',
    country: 'Country',
    state: 'State',
    postalCode: 'Postal code',
    grams: 'Weight in grams',
    units: 'Units',
    subtotal: (currency: string) => `Items' price in ${currency}`,
    poBox: 'PO box',
    chosen: (method: string, cost: string) => `${method}, ${cost}`,
    because: {
      priority: (priority: number) => `because its priority is ${priority}`,
      cheapest: 'because it is the cheapest that can carry it',
      only: 'because no other method can carry it',
    },
    held: 'Held: no method can carry it.',
    nothing: 'Held: no method is valid.',
    notWhole: 'Fill in weight, units and price to see it.',
  },
  methods: {
    title: 'Shipping methods',
    about: 'What the tables above choose from. Rates, zones and limits decide which of them can carry an order.',
    none: 'Without a shipping method no order can be sent. A name and one rate are enough to begin.',
    name: 'Method',
    carrier: 'Carrier',
    rate: 'Rate',
    limits: 'Limits',
    add: 'Add a method',
    edit: 'Edit',
    editing: (name: string) => `Edit ${name}`,
    remove: 'Remove',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeAbout: 'Orders that were given this method keep it. A method that a table above names cannot be removed.',
    removed: (name: string) => `Removed: ${name}.`,
    zones: (count: number) => (count === 1 ? '1 zone' : `${count} zones`),
    upTo: (grams: string) => `up to ${grams} g`,
    noPoBox: 'no PO box',
    items: 'some items only',
    rates: {
      flat: 'one price',
      'by-weight': 'by weight',
      'by-subtotal': 'by order value',
      percentage: 'share of the order value',
      'per-item': 'by units',
    },
  },
  carriers: {
    title: 'Carriers',
    about:
      "What Amazon calls your carriers, for the shipment's confirmation. Names that Amazon knows, such as UPS or USPS, need no row.",
    own: {
      label: 'Your name for it',
      explain: 'As it stands at your shipping methods, or as your warehouse writes it on a package.',
      example: 'City Bikes.',
    },
    code: {
      label: "Amazon's code",
      explain:
        "What Amazon calls it. Other is for one that Amazon's list lacks. One that is neither known nor here is asked about, never guessed.",
      example: 'your “Post” is USPS: buyers see USPS, and Amazon follows the parcel by its tracking number.',
    },
    name: {
      label: 'Name shown to the buyer',
      explain: 'With Other only: Amazon shows it beside the tracking number.',
      example: 'City Bikes → Other, City Bikes.',
    },
    add: 'Add a carrier',
    remove: (carrier: string) => `Remove ${carrier}`,
    none: 'No rows: only carriers that Amazon knows by name.',
  },
  inventory: {
    title: 'Inventory',
    about: 'What Amazon is told of your stock and prices, once sending is switched on.',
    completeHourly: {
      label: 'Send complete inventory files hourly',
      explain:
        'Every quantity goes up each hour. Off, the default: only what changed, within a minute. Tick it if you list by hand at Amazon and want the quantities to come from here.',
      example: 'somebody types 50 in Seller Central, you have 12: within the hour Amazon is told 12 again.',
    },
    includePrice: {
      label: 'Include price in hourly inventory file',
      explain:
        "The item's price and offers go up too, never a spreadsheet's. Needed before sending of prices can be switched on.",
      example: 'you change a mug from $12.00 to $13.50 here: Amazon is told 13.50 with its next change.',
    },
    leadTime: {
      label: 'Default lead time, in minutes',
      hint: 'None is sent',
      explain: "Time to ship, sent as whole days, rounded up. An item's own wins. Empty: none is sent.",
      example: (days: number) => `what stands here is sent as ${days === 1 ? '1 day' : `${days} days`}.`,
      none: '1440 minutes are sent as 1 day, 1500 as 2.',
    },
    untracked: {
      label: 'Items whose stock is not counted report',
      always: 'Always available',
      number: 'A number',
      quantity: 'Units',
      explain: 'An item that you do not count says this to Amazon, whatever the buffers are.',
      example: '1000: a poster that you print on demand never runs out at Amazon.',
    },
    productType: {
      label: 'Send unconfigured items in the inventory file, for product type',
      hint: 'None, or such as LUGGAGE',
      explain:
        'Complete files also hold items without an Amazon tab, under this product type. Leave it empty unless your items are listed by hand at Amazon. It never creates a listing.',
      example: 'LUGGAGE: a bag that was listed by hand and has no Amazon tab here has its quantity kept right too.',
    },
    notices: 'What the marketplaces say about prices today',
    asOf: (day: string) => `read ${day}`,
  },
  buffers: {
    title: 'Inventory buffers',
    about: 'Units of each item that Amazon is not told of, in each distribution center.',
    explain:
      'If you set the buffer to 2, two less than you really have are reported to Amazon. It covers what sells elsewhere before Amazon knows. Amazon is told the sum of all centers, never below zero.',
    example: (center: string, buffer: number) =>
      `${center} holds 10 and 3 are reserved by orders: ${Math.max(0, 7 - buffer)} are reported from there.`,
    main: 'default',
    none: 'There is no distribution center yet. Stock, Centers is where one is made.',
  },
} as const
