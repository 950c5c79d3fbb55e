import type { MerchantId } from '#core/ids.ts'
import type { Person, Viewer } from '#core/pii/grant.ts'
import type { OrderToShow } from '#core/pii/order-to-show.ts'
import { type SearchField, searchWord, searchWordsOf } from '#core/pii/search-words.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { isFresh } from '#core/sign-in/session-ends.ts'
import type { Deps, VaultTx } from './deps.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** How often one person may search within an hour: whether somebody bought is buyer data too. */
export const SEARCHES_AN_HOUR = 30
/** How many orders are opened and compared at most. */
const MOST = 200

/** What a caller on the phone says of themself; for a postal code also the house number. */
export type BuyerSearch = { readonly field: SearchField; readonly text: string; readonly number?: string | undefined }

/** Where nothing can be found, and what to say instead. */
const TOO_SHORT: Readonly<Record<SearchField, string>> = {
  name: 'a name has letters',
  'last-name': 'a name has letters',
  email: 'write the whole address',
  phone: 'a phone number has seven digits at least',
  'postal-code': 'write the postal code and the house number',
}

/**
 * Finds the orders of a buyer who calls: by blind indexes, whose candidates are opened and compared (U3). Gives orders, never buyer
 * data. Each search has its row in the audit with its kind and how many orders it found, never with its words.
 */
export function findBuyer(
  deps: Deps,
  merchant: MerchantId,
  { viewer, asked }: { readonly viewer: Viewer; readonly asked: BuyerSearch },
): Promise<Result<readonly OrderToShow[]>> {
  return deps.transaction(merchant, { vault: 'search' }, async (tx): Promise<Result<readonly OrderToShow[]>> => {
    const person = await admit(deps, tx, viewer)
    if (!person.ok) {
      const who = viewer.kind === 'key' ? `API key ${viewer.keyId}` : viewer.email
      tx.audit.note({ at: deps.now(), act: 'search-refused', who, facts: { why: person.problem.code } })
      return person
    }
    const { field, text, number = '' } = asked
    const word = searchWord(field, { text, number })
    if (word === null) return failed('search-too-short', { why: TOO_SHORT[field] })
    const { userId, email } = person.value
    await tx.store.addBuyerSearch({ userId, at: deps.now() })
    const candidates = await tx.vault.candidates({ field, word, limit: MOST })
    const isTooWide = candidates.length > MOST
    const found = isTooWide ? [] : await compare(deps, tx, { candidates, field, word })
    const facts = { field, found: found.length, ...(isTooWide ? { tooWide: true } : {}) }
    tx.audit.note({ at: deps.now(), act: 'searched', who: email, orders: found, facts })
    return isTooWide ? failed('search-too-wide', { limit: MOST }) : ok(await tx.store.ordersToShow(found))
  })
}

/** Who may search: a person who may see buyer data, with a fresh second factor, so often in an hour. */
async function admit(deps: Deps, tx: VaultTx, viewer: Viewer): Promise<Result<Person>> {
  if (viewer.kind === 'key') return failed('buyer-only-for-people')
  if (!viewer.scopes.includes('pii:reveal')) return failed('buyer-not-permitted', { scope: 'pii:reveal' })
  const now = deps.now()
  if (!isFresh(viewer.secondFactorAt, now)) return failed('second-factor-needed')
  const searches = await tx.store.buyerSearches({ userId: viewer.userId, at: now })
  const first = searches.at(-SEARCHES_AN_HOUR)
  if (first === undefined) return ok(viewer)
  return failed('search-quota', { limit: SEARCHES_AN_HOUR, minutes: Math.ceil((first + HOUR - now) / MINUTE) })
}

type Compared = { readonly candidates: readonly number[]; readonly field: SearchField; readonly word: string }

/** Of the orders whose index is the same, those whose buyer really is. */
async function compare(deps: Deps, tx: VaultTx, { candidates, field, word }: Compared): Promise<number[]> {
  const buyers = await tx.vault.openBuyers(candidates)
  const isMeant = (orderId: number) => {
    const kept = buyers.get(orderId)
    return kept && searchWordsOf(deps.amazon.readBuyer(kept)).some((each) => each.field === field && each.word === word)
  }
  return candidates.filter(isMeant)
}
