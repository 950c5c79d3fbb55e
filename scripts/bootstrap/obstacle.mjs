/** A known obstacle: the person at the keyboard reads this one sentence, not a stack. */
export function obstacle(sentence) {
  return Object.assign(new Error(sentence), { forUser: true })
}
