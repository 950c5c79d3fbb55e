import { STATE_NAMES } from '../orders/state-names.ts'

/** Where an order goes, as far as it may be shown to everybody. */
export type ShownPlace = { readonly country: string | null; readonly state: string | null }

/**
 * What of a destination stays visible behind the mask: its country, and its state where the country has one of that name. Buyers write
 * into these fields what they like, so anything else counts as buyer data (U2).
 */
export function shownPlace(destination: { readonly country: string; readonly state: string } | null): ShownPlace {
  if (!destination || !/^[A-Z]{2}$/.test(destination.country)) return { country: null, state: null }
  const { country, state } = destination
  const known = [...(STATE_NAMES.get(country)?.values() ?? [])].includes(state)
  return { country, state: known ? state : null }
}
