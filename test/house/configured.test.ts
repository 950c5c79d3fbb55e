import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configurationBody } from '#contract/configuration.ts'
import { IN_THE_FILE, NO_SETTINGS, NOT_IN_THE_FILE, SECTIONS_NOT_IN_THE_FILE } from '../make/configured-tables.ts'
import { makeDatabase } from '../make/database.ts'

const root = join(import.meta.dirname, '..', '..')
let database: Awaited<ReturnType<typeof makeDatabase>>
beforeAll(async () => {
  database = await makeDatabase()
})
afterAll(() => database.close())

test('[X4] every table of a merchant is in the configuration file, left out of it for a reason, or no setting', async () => {
  const { rows } = await database.ownerPool().query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where column_name = 'merchant_id' and table_schema in ('millrace', 'deployment') and table_type = 'BASE TABLE'`,
  )
  const told = [
    ...Object.keys(IN_THE_FILE),
    ...Object.keys(NOT_IN_THE_FILE),
    ...NO_SETTINGS.map((name) => (name.includes('.') ? name : `millrace.${name}`)),
  ]
  expect(told.sort()).toEqual(rows.map(({ name }) => name).sort())
})

test('[X4] every section of the file is that of a table, and stands in its page', () => {
  const sections = Object.keys(configurationBody.shape).sort()
  expect([...new Set(Object.values(IN_THE_FILE).flat())].sort()).toEqual(sections)
  const page = readFileSync(join(root, 'docs', 'configuration-file.md'), 'utf8')
  expect(sections.filter((section) => !page.includes(`| \`${section}\` |`))).toEqual([])
})

test('[X4] every section of the settings that is written is in the file, or left out for a reason', () => {
  const source = readFileSync(join(root, 'src', 'store', 'settings.ts'), 'utf8')
  const written = [...source.matchAll(/writeSection\(tx, merchant, \{ section: '(\w+)'/g)].map(([, name]) => name ?? '')
  const inFile = IN_THE_FILE['millrace.settings'] ?? []
  expect(written.sort()).toEqual([...inFile, ...Object.keys(SECTIONS_NOT_IN_THE_FILE)].sort())
})
