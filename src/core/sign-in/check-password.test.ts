import { expect, test } from 'vitest'
import { checkPassword, isOutOfDate, plainPassword, replaceableFrom } from './check-password.ts'

const WHOSE = { name: 'Ada Quill', email: 'ada.quill@harbor-goods.example' }
const faults = (password: string) => {
  const checked = checkPassword(password, WHOSE)
  return checked.ok ? [] : checked.problems.map(({ facts }) => String(facts.why))
}

test.each(['Cobalt-7-Lantern-Oat', 'xK9#mQ2$vL7!pW4z', 'Grüße 9 aus dem Nebel', `Aa1!${'ñandú '.repeat(20)}`])(
  '[U6] a good password is taken, pasted or typed: [%s] (D16)',
  (password) => {
    expect(faults(password)).toEqual([])
  },
)

test.each([
  ['Short-7-Oat', 'must have at least 12 characters'],
  [`Aa1!${'ab'.repeat(63)}`, 'must have at most 128 characters'],
  ['cobalt-7-lantern', 'must have a capital letter'],
  ['COBALT-7-LANTERN', 'must have a small letter'],
  ['Cobalt-x-Lantern', 'must have a figure'],
  ['Cobalt7LanternOat', 'must have a sign, such as ! or a space'],
  ['Cobalt-7-Lant\tern', 'must not hold control characters'],
  ['Cobalt-7-ADA-Oat', 'must not hold a part of your name or e-mail address (ada)'],
  ['Cobalt-7-quills-Oat', 'must not hold a part of your name or e-mail address (quill)'],
  ['Cobalt-7-Harbor-Oat', 'must not hold a part of your name or e-mail address (harbor)'],
  ['Password123!!', 'must be more than common words with figures and signs'],
  ['P@ssw0rd-2026', 'must be more than common words with figures and signs'],
  ['Welcome-2026-Welcome', 'must be more than common words with figures and signs'],
  ['Millrace-2026!', 'must be more than common words with figures and signs'],
  ['SummerSunshine26!', 'must be more than common words with figures and signs'],
  ['Qwerty-Lantern-7', 'must not hold a row of keys or figures, such as 12345 or qwert'],
  ['Lantern-54321-Oat', 'must not hold a row of keys or figures, such as 12345 or qwert'],
  ['Lanternnnn-7-Oat', 'must not repeat one character four times'],
])('[U6] [%s] is refused: %s (D16)', (password, why) => {
  expect(faults(password)).toEqual([why])
})

test('[U6] everything that is wrong is told at once (D16)', () => {
  expect(faults('ada')).toEqual([
    'must have at least 12 characters',
    'must have a capital letter',
    'must have a figure',
    'must have a sign, such as ! or a space',
    'must not hold a part of your name or e-mail address (ada)',
  ])
})

test('[U6] the same letters written in two ways are one password', () => {
  expect(plainPassword('Nebel-7-u\u0308ber-Oat')).toBe(plainPassword('Nebel-7-über-Oat'))
  expect(plainPassword('Ｃobalt')).toBe('Cobalt')
})

test('[U6] a password may be replaced after a day and must be after 365 days (D16)', () => {
  const day = 86_400_000
  expect(replaceableFrom(0)).toBe(day)
  expect([isOutOfDate(0, 365 * day - 1), isOutOfDate(0, 365 * day)]).toEqual([false, true])
})
