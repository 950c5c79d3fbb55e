import { answer, api, queries } from '../../api.ts'
import { countText, moneyText } from '../../format.ts'
import { amazonWords } from '../../words/amazon.ts'
import type { Method } from './levels-form.ts'

const say = amazonWords.methods

/** The list of methods as it was fetched, and what names it when it is changed. */
export type SavedMethods = { readonly rows: readonly Method[]; readonly version: string }

/** Saves the whole list, as the server keeps it; refused where somebody saved another one meanwhile, and then that one is fetched. */
export async function saveMethods(methods: readonly Method[], { version }: SavedMethods): Promise<void> {
  try {
    await answer(api.PUT('/api/v1/shipping-methods', { body: { methods: [...methods], version } }))
  } finally {
    await queries.invalidateQueries({ queryKey: ['settings'] })
  }
}

/** Where a method goes and for how much, in a few words. */
export function zonesText({ zones }: Method): string {
  const [first] = zones
  if (zones.length !== 1 || !first) return say.zones(zones.length)
  const { rate, country } = first
  const price = rate.kind === 'flat' ? moneyText(rate.amount) : rate.kind === 'per-item' ? moneyText(rate.first) : ''
  return [country, price, say.rates[rate.kind]].filter(Boolean).join(' · ')
}

/** What a method does not carry, in a few words. */
export function limitsText(method: Method): string {
  const limits = [
    method.maxGrams === null ? null : say.upTo(countText(method.maxGrams)),
    method.maxValue === null ? null : moneyText(method.maxValue),
    method.poBox ? null : say.noPoBox,
    method.onlyItems.length + method.excludedItems.length > 0 ? say.items : null,
  ]
  return limits.filter(Boolean).join(', ') || '–'
}
