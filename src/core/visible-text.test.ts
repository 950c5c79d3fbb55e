import { describe, expect, it } from 'vitest'
import { visibleText } from './visible-text.ts'

describe('visible text', () => {
  it.each([
    ['a plain text', 'Blue mug, 300 ml', 'Blue mug, 300 ml'],
    ['accents and other scripts', 'Tasse à café 青い', 'Tasse à café 青い'],
    ['a line break', 'A\nB', 'A<U+000A>B'],
    ['a null and an escape', '\u0000\u001b[31m', '<U+0000><U+001B>[31m'],
    ['marks that turn the writing around', 'A\u202eB', 'A<U+202E>B'],
    ['a space of no width', 'A\u200bB', 'A<U+200B>B'],
    ['half of a pair', 'A\ud83d', 'A<U+D83D>'],
    ['an empty text', '', ''],
  ])('[E3] %s cannot hide in a sentence', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })

  it.each([
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(101), `${'x'.repeat(100)}…`],
    [`${'x'.repeat(99)}😀😀`, `${'x'.repeat(99)}…`],
  ])('[E3] a long text is cut after a whole character', (text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })
})
