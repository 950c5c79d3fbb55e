import type { MethodId } from '#core/ids.ts'
import { saveMethods, saveShippingSettings } from '#flows/configure.ts'
import { METHODS, SHIPPING } from '#main/demo/sample-merchant.ts'
import { makeSeller, type SellerOptions } from './seller.ts'

/** Amazon's marketplaces, by the country of each. */
export const IN = {
  US: 'ATVPDKIKX0DER',
  CA: 'A2EUQ1WTGCTBG2',
  MX: 'A1AM78C64UM0Y8',
  BR: 'A2Q3Y263D00KWC',
  GB: 'A1F83G8C2ARO7P',
  DE: 'A1PA6795UKMFR9',
  JP: 'A1VC38T7YXB528',
  IN: 'A21TJRUUN4KGV',
  AU: 'A39IBJ37TRP1C6',
} as const

const amount = (text: string) => ({ amount: text, currency: 'USD' })
const [model] = METHODS

/** A method with one zone for each country, or for the states named after it. */
const method = (id: string, cost: string, places: readonly (readonly [country: string, ...states: string[]])[]) => ({
  ...model!,
  id: id as MethodId,
  name: id,
  maxGrams: null,
  poBox: false,
  zones: places.map(([country, ...states]) => ({
    country,
    states,
    exceptStates: [],
    postalCodes: [],
    rate: { kind: 'flat' as const, amount: amount(cost) },
  })),
})

/** What the merchant ships by, beside its methods at home: by sea everywhere, and a courier to some states; neither to PO boxes. */
export const ABROAD = [
  method(
    'SEA',
    '25.00',
    Object.keys(IN).flatMap((country) => (country === 'US' ? [] : [[country] as const])),
  ),
  method('COURIER', '9.00', [
    ['JP', 'Tokyo'],
    ['BR', 'São Paulo'],
    ['CA', 'Québec'],
    ['AU', 'VIC'],
    ['IN', 'Karnataka'],
    ['MX', 'Jalisco'],
  ]),
]

/** Harbor Goods, selling in these countries and shipping there. */
export async function makeSellerAbroad(countries: readonly (keyof typeof IN)[], options: SellerOptions = {}) {
  const seller = await makeSeller({ ...options, marketplaces: countries.map((country) => IN[country]) })
  const saved = await saveMethods(seller.deps, seller.merchant, { methods: [...METHODS, ...ABROAD] })
  const row = (id: string) => ({ methodId: id as MethodId, valid: true, priority: null })
  const rows = [row('SEA'), row('COURIER')]
  const { levels } = SHIPPING
  const settled = await saveShippingSettings(seller.deps, seller.merchant, {
    ...SHIPPING,
    levels: {
      standard: [...levels.standard, ...rows],
      expedited: [...levels.expedited, ...rows],
      'two-day': [...levels['two-day'], ...rows],
      'one-day': [...levels['one-day'], ...rows],
    },
  })
  if (!saved.ok || !settled.ok) throw new Error(JSON.stringify([saved, settled]))
  return seller
}
