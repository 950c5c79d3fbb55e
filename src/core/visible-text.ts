/** Most texts: looking at them is all that they need. */
const PLAIN = /^[\x20-\x7e]*$/
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** Makes foreign text fit for a sentence: control and invisible characters are written as their code, and long text is cut. */
export function visibleText(text: string, longest = 100): string {
  const shown = text.length > longest ? cut(text, longest) : text
  if (PLAIN.test(shown)) return shown
  return shown.replace(
    UNSEEN,
    (mark) => `<U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  )
}

/** Cuts after whole characters, never inside a surrogate pair. */
function cut(text: string, longest: number): string {
  const last = text.charCodeAt(longest - 1)
  const splitsPair = last >= 0xd800 && last <= 0xdbff
  return `${text.slice(0, splitsPair ? longest - 1 : longest)}…`
}
