/** A field: its name, what it does, and an example. */
export type FieldWords = { readonly label: string; readonly explain: string; readonly example: string }

/** The texts of the editor of shipping methods. */
export const methodEditorWords = {
  save: 'Save the method',
  saved: (name: string) => `Saved: ${name}.`,
  adding: 'Add a shipping method',
  editing: (name: string) => `Edit ${name}`,
  moved: 'Somebody else changed this method since you opened it. Save replaces theirs, Cancel keeps theirs.',
  wrong: (count: number) => (count === 1 ? 'One field needs another look.' : `${count} fields need another look.`),
  entry: (place: number, why: string) => `Entry ${place}: ${why}`,
  taken: 'Another method has this id.',
  name: {
    label: 'Name',
    explain: 'What the tables, the orders and the shipping queue call it.',
    example: 'UPS: Ground.',
  },
  id: {
    label: 'Id',
    explain: 'Short and lasting: the configuration file and other programs name the method by it. It is never changed.',
    example: 'GROUND.',
  },
  carrier: {
    label: 'Carrier',
    explain: 'Who carries it. What Amazon calls this carrier is set under Carriers.',
    example: 'UPS: Amazon knows that name, so Carriers needs no row for it.',
  },
  zones: 'Where it goes, and for how much',
  zonesExplain:
    'The first zone that holds the address gives the price, from top to bottom. An address that no zone holds cannot be reached by this method.',
  zonesExample: 'zone 1 is Alaska and Hawaii for 24.00, zone 2 the whole US for 7.90: an order to Texas costs 7.90.',
  zone: (place: number) => `Zone ${place}`,
  addZone: 'Add a zone',
  zoneUp: (place: number) => `Move zone ${place} up`,
  zoneDown: (place: number) => `Move zone ${place} down`,
  removeZone: (place: number) => `Remove zone ${place}`,
  zoneWrong: 'Needs another look',
  wholeCountry: 'everywhere',
  without: (states: string) => `not ${states}`,
  postal: (codes: string) => `postal codes ${codes}`,
  country: {
    label: 'Country (two capitals)',
    explain: 'The zone holds addresses of this country only. The United Kingdom is GB.',
    example: 'US: Puerto Rico and Guam count as its states PR and GU.',
  },
  states: {
    label: 'Only these states',
    explain: 'Separated by commas. Two capitals each in the US, elsewhere as addresses write them. Empty: all of them.',
    example: 'CA, OR, WA: the West Coast alone.',
  },
  exceptStates: {
    label: 'Not these states',
    explain: 'Addresses there are left to the zones below.',
    example: 'AK, HI: all of the country but Alaska and Hawaii.',
  },
  postalCodes: {
    label: 'Only these postal codes',
    explain: 'Beginnings, or ranges of two equally long codes, separated by commas. Empty: all of them.',
    example: '967, 10000-14999: codes that begin with 967, and those from 10000 to 14999.',
  },
  rate: 'Price',
  rates: {
    flat: {
      label: 'One price',
      explain: 'The same for every order of this zone, however many packages it takes.',
      example: '7.90: one mug costs 7.90, ten mugs cost 7.90.',
    },
    'by-weight': {
      label: 'By weight',
      explain:
        'The first step that the weight fits is the price. What is heavier than the last step cannot go this way.',
      example: 'up to 500 g 4.90, up to 2000 g 7.90: an order of 600 g costs 7.90, one of 3 kg goes another way.',
    },
    'by-subtotal': {
      label: 'By order value',
      explain:
        'The first step that the price of the items fits is the price. A step of 0 makes it free from there on; an order above the last step cannot go this way.',
      example: 'up to 49.99 costs 5.90, up to 100000 costs 0: free from 50.00 on.',
    },
    percentage: {
      label: 'Share of the order value',
      explain: 'So many percent of the price of the items, no less than the one bound and no more than the other.',
      example: '12.5 % of 80.00 are 10.00; with 8.00 as the most it costs 8.00.',
    },
    'per-item': {
      label: 'By units',
      explain: 'One price for the first unit, another for each further one. A kit is one unit.',
      example: '4.00 and 1.50: three mugs cost 7.00.',
    },
  },
  amount: (currency: string) => `Price in ${currency}`,
  upToGrams: 'Up to grams',
  upToValue: (currency: string) => `Up to ${currency}`,
  step: (label: string, place: number) => `${label}, step ${place}`,
  addStep: 'Add a step',
  removeStep: (place: number) => `Remove step ${place}`,
  percent: 'Percent of the order value',
  minimum: (currency: string) => `No less than, in ${currency}`,
  maximum: (currency: string) => `No more than, in ${currency}`,
  first: (currency: string) => `First unit in ${currency}`,
  further: (currency: string) => `Each further unit in ${currency}`,
  noBound: 'No bound',
  limits: 'What it does not carry',
  noLimit: 'No limit',
  needed: (other: string) => `Is needed too, since “${other}” is filled in.`,
  maxGrams: {
    label: 'Heaviest order in grams',
    explain: 'An order that weighs more goes another way. Empty: no limit.',
    example: '30000: an order of 31 kg is not offered this method.',
  },
  maxValue: {
    label: 'Highest order value',
    explain: "An order whose items cost more goes another way, in your shop's currency. Empty: no limit.",
    example: '100.00: a ring for 250.00 goes with an insured method.',
  },
  maxPackages: {
    label: 'Most packages',
    explain: 'Packages are counted by weight, with the grams of one package below. Empty: no limit.',
    example: '2, with 10000 g in each: an order of 21 kg would take three, and goes another way.',
  },
  packageGrams: {
    label: 'Grams that fit one package',
    explain: 'Stands together with the most packages, or not at all.',
    example: '10000: an order of 15 kg counts as two packages.',
  },
  poBox: {
    label: 'Delivers to PO boxes',
    explain: 'Off: an order to a PO box goes another way.',
    example: 'off for UPS: Ground, which needs a door; on for USPS.',
  },
  military: {
    label: 'Delivers to APO, FPO and DPO',
    explain: 'Off: an order to a military address goes another way.',
    example: 'on for USPS alone: an order to APO AE is offered no other.',
  },
  enabled: {
    label: 'In use',
    explain: 'Off takes it out of every table above for a while. Nothing else is lost.',
    example: 'the freight company is on strike: off, until it drives again.',
  },
  onlyItems: {
    label: 'Only these items',
    explain: 'Every item of the order must stand here; a kit itself, or all that it holds. None: all items.',
    example: 'WARDROBE alone: the freight company carries nothing else.',
  },
  excludedItems: {
    label: 'Never these items',
    explain: 'An order with one of them, or with a kit of one, goes another way.',
    example: 'BATTERY-PACK: an order with one does not fly.',
  },
  removeItem: (item: string) => `Remove ${item}`,
} as const
