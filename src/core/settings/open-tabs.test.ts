import { expect, test } from 'vitest'
import { openTabs } from './open-tabs.ts'

test.each([
  [0, ['settings', 'import']],
  [1, ['settings', 'error-log', 'import']],
  [3, ['settings', 'error-log', 'import']],
])('[C2] with %i connections saved the open tabs are %j', (saved, tabs) => expect(openTabs(saved)).toEqual(tabs))
