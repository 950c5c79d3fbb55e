import { describe, expect, it, test } from 'vitest'
import { checkThemes, type Theme } from './theme.ts'

const theme = (change: Partial<Theme> = {}): Theme => ({
  code: 'HARBOR',
  name: 'Harbor Goods',
  sender: 'orders@example.com',
  template: '',
  service: { name: 'Invented Service', email: 'service@example.com', phone: '555-0100' },
  ...change,
})
const faults = (entered: readonly Theme[], used: readonly string[] = []) => {
  const checked = checkThemes(entered, new Set(used))
  return checked.ok ? [] : checked.problems.map(({ facts }) => facts.field)
}

describe('themes', () => {
  test('[O7] a theme may be saved, and an empty list too', () => {
    expect(faults([theme()])).toEqual([])
    expect(faults([])).toEqual([])
  })

  it.each([
    [{ code: '' }, 'themes[0].code'],
    [{ code: ' A' }, 'themes[0].code'],
    [{ code: 'X'.repeat(21) }, 'themes[0].code'],
    [{ name: '' }, 'themes[0].name'],
    [{ sender: 'nobody' }, 'themes[0].sender'],
    [{ sender: 'a@example.com, b@example.com' }, 'themes[0].sender'],
    [{ template: 'a\nb' }, 'themes[0].template'],
    [{ template: 'nobody-wrote-it' }, 'themes[0].template'],
    [{ service: { name: 'A', email: 'x', phone: '' } }, 'themes[0].service.email'],
  ])('[O7] %j is refused', (change, field) => {
    expect(faults([theme(change)])).toEqual([field])
  })

  test('[O7] a code stands once, and one that is carried stays', () => {
    expect(faults([theme(), theme()])).toEqual(['themes[1].code'])
    expect(faults([theme()], ['OLD'])).toEqual(['themes'])
  })
})
