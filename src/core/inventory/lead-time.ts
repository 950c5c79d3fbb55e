const MINUTES_A_DAY = 24 * 60

/** The lead time that is sent, whole days, rounded up; the item's own minutes win over the default. Null: none is sent (I5). */
export function leadDays(minutes: {
  readonly ofItem: number | null
  readonly byDefault: number | null
  readonly automatedHandling: boolean
}): number | null {
  // Amazon sets the handling time itself and would ignore ours.
  if (minutes.automatedHandling) return null
  const wanted = minutes.ofItem ?? minutes.byDefault
  return wanted === null ? null : Math.ceil(wanted / MINUTES_A_DAY)
}
