import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const store = join(import.meta.dirname, '..', '..', 'src', 'store')

test('no two files of the store give a function of one name: the later would silently stand for both', async () => {
  const source = readFileSync(join(store, 'merchant-functions.ts'), 'utf8')
  const spread = new Set([...source.matchAll(/^ {2}\.\.\.(\w+),$/gm)].map(([, name]) => name))
  const files = [...source.matchAll(/^import \* as (\w+) from '\.\/([\w-]+\.ts)'$/gm)].filter(([, name]) =>
    spread.has(name),
  )
  expect(files.length).toBeGreaterThan(20)
  const homes = new Map<string, string[]>()
  for (const [, , file = ''] of files)
    for (const [name, value] of Object.entries((await import(join(store, file))) as object))
      if (typeof value === 'function') homes.set(name, [...(homes.get(name) ?? []), file])
  expect([...homes].filter(([, where]) => where.length > 1)).toEqual([])
})
