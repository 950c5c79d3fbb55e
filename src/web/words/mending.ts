import type { SuggestedBy } from '#core/catalog/suggest-items.ts'
import { countText } from '../format.ts'

const reasons: Readonly<Record<SuggestedBy, (percent: number) => string>> = {
  'same-id': () => 'The same id, but for capitals and dashes',
  barcode: () => 'The same barcode',
  'id-inside': () => 'Its id stands inside the SKU',
  title: (percent) => `A similar title: ${percent} % of its words`,
}

/** The words of what is mended in place: a SKU that nobody knows, a level without a method. */
export const mendingWords = {
  map: {
    title: (sku: string) => `Map SKU ${sku}`,
    amazon: 'What Amazon says',
    sku: 'Seller SKU',
    name: 'Title',
    quantity: 'Ordered',
    barcode: 'Barcode',
    asin: 'ASIN',
    waits: (count: number) => (count === 1 ? '1 order waits for it' : `${countText(count)} orders wait for it`),
    which: 'Which item is it?',
    reasons,
    search: 'Find another item',
    searchHint: 'Id, name or barcode',
    noneFound: 'No item has this in its id or name.',
    noSuggestion: 'No item looks alike. Look for it below.',
    looking: 'Looking for items that look alike …',
    ratio: 'How many of yours one unit at Amazon is',
    ratioWhy: (amazon: number, ours: number) =>
      amazon === 1 && ours === 1
        ? 'One sold at Amazon takes one from your stock.'
        : `${countText(amazon)} sold at Amazon ${amazon === 1 ? 'takes' : 'take'} ${countText(ours)} from your stock.`,
    atAmazon: 'Sold at Amazon',
    ofOurs: 'Units of yours',
    save: (count: number) => (count > 1 ? `Map, and reprocess ${countText(count)} orders` : 'Map, and reprocess'),
    saved: (sku: string, item: string) => `${sku} is ${item} from now on.`,
    close: 'Done',
  },
  method: {
    title: (level: string) => `Methods for ${level} shipping`,
    titleLevel: (level: string) => `What ${level} shipping becomes`,
    about: 'Of the methods marked valid, the one with the lowest priority that is available is taken.',
    reasons: 'Why none is available',
    limits: 'Change limits and zones of a method',
    which: 'Valid methods',
    becomes: 'Amazon’s level becomes',
    hold: 'Go on holding such orders',
    unknown: 'This version of Millrace does not know this level. The operator has to look at it.',
    noMethods: 'You have no shipping methods yet. Make one first, in the settings.',
    toMethods: 'Open the shipping methods',
    save: 'Save, and reprocess',
    priority: (priority: number) => `priority ${priority}`,
  },
} as const
