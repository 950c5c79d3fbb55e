import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askMetrics } from '#store/ask-metrics.ts'
import { addMerchants } from '../jobs/workshop.ts'
import { runHere } from '../make/cli.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'
import { realSettings } from '../make/real-settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'mr-without-owner-'))

let database: TestDatabase
let settings: Record<string, string>
beforeAll(async () => {
  database = await makeDatabase()
  const real = realSettings(database, folder)
  settings = real.settings
  await runHere(['migrate'], { env: { ...settings, ...real.owner } })
  await addMerchants(database, ['ADAMS', 'BAKER'])
  await database.ownerPool().query(
    `insert into millrace.problems (merchant_id, connection_id, code, facts, since, last_seen)
     select merchant_id, '', 'buyer-data-overdue', '{"count": 2}', to_timestamp(0), to_timestamp(0) from deployment.merchants`,
  )
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

test('[X3][M1] what runs has no way to the owner of the tables: commands and the doctor answer without it, and only what changes all tables asks for it', async () => {
  const said = async (...words: string[]) => runHere(words, { env: settings })
  expect(JSON.parse((await said('status', '--json')).out)).toBeDefined()
  expect((await said('migrate')).err).toContain('set DATABASE_OWNER_URL')
  expect((await said('backup')).err).toContain('set DATABASE_OWNER_URL')
  const { findings } = JSON.parse((await said('doctor', '--json')).out) as {
    findings: { about: string; sentence: string }[]
  }
  const told = Object.fromEntries(findings.map(({ about, sentence }) => [about, sentence]))
  expect(told).toMatchObject({
    logins: "The program's logins own nothing and see one merchant at a time.",
    problems: 'Buyer data is still there after its day (U4).',
  })
  expect(Object.values(told).filter((sentence) => sentence.includes('could not be looked at'))).toEqual([])
  expect((await said('doctor', '--facts')).out).toMatch(/Merchants +2/)
  const samples = await askMetrics(database.appConfig, Date.now())
  expect(samples).toContainEqual({ metric: 'buyer_data_overdue', labels: [], value: 4 })
  expect(samples.filter(({ metric, value }) => metric === 'unanswered' && value !== 0)).toEqual([])

  // The functions answer with counts; what they read stays closed to the logins, and nobody else may call them.
  const app = database.appPool()
  expect((await app.query('select 1 from millrace.problems')).rowCount).toBe(0)
  const { rows } = await database
    .ownerPool()
    .query<{ name: string; open: boolean; definer: boolean; path: string; vault: boolean }>(
      `select proname as name, has_function_privilege('public', oid, 'execute') as open, prosecdef as definer, proconfig[1] as path, prosrc ~ 'vault' as vault
     from pg_proc where pronamespace = 'deployment'::regnamespace and proname like 'ask\\_%'`,
    )
  expect(rows.length).toBeGreaterThan(30)
  for (const { name, ...rights } of rows)
    expect(rights, name).toEqual({ open: false, definer: true, path: 'search_path=pg_catalog, pg_temp', vault: false })
})
