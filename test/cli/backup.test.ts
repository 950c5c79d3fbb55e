import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dumpTables } from '../make/database-dump.ts'
import { BUYER, benchToBackUp, elsewhere, killBackups } from '../make/kill-backups.ts'

let bench: Awaited<ReturnType<typeof benchToBackUp>>
const folder = mkdtempSync(join(tmpdir(), 'mr-backups-'))

beforeAll(async () => {
  bench = await benchToBackUp()
})
afterAll(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

const mainFile = () => readdirSync(folder).find((name) => name.endsWith('.backup')) ?? ''

test('[X3] a backup is made beside the running program, listed and read through; the audit tells of it', async () => {
  const said = await bench.ok(['backup', '--to', folder])
  expect(said).toMatch(/Made a backup: \d+ rows of \d+ tables\./)
  expect(said).toContain('worthless without the key')
  expect(readdirSync(folder).map((name) => name.replace(/.*\./, ''))).toEqual(['backup', 'vault'])
  expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600])
  expect(await bench.ok(['backup', 'list', '--to', folder])).toMatch(/the rest.*\n.*buyer data/)
  expect(await bench.ok(['backup', 'check', join(folder, mainFile())])).toMatch(/^Whole: \d+ rows/)
  expect(await bench.refused(['backup', 'check', join(folder, 'none.backup')])).toContain('There is no file')
  const noted = await bench.database
    .ownerPool()
    .query(`select content from deployment.audit where content like '%backup-made%'`)
  expect(noted.rowCount).toBe(1)
})

test('[X3][M5] it is put back elsewhere with the key of its deployment, and nowhere with another', async () => {
  const other = await elsewhere(bench)
  const file = join(folder, mainFile())
  expect(await other.refused(['restore', file, '--replace', 'real'])).toContain('--replace says real')
  const said = await other.ok(['restore', file])
  expect(said).toMatch(/Put back the backup of .* with buyer data/)
  expect(said).toContain('count the stock')
  expect(await other.ok(['orders', 'list'])).toContain('MUG-BLUE')
  expect(await other.ok(['audit', 'verify'])).toContain('The audit is whole')
  expect(await other.refused(['restore', file])).toContain('There is a deployment in this database already')
  expect(await other.ok(['restore', file, '--replace', 'demo', '--no-vault', '--nothing-since'])).toContain(
    'without buyer',
  )
  const stranger = await elsewhere(bench)
  rmSync(join(stranger.dataFolder, 'demo.key'))
  expect(await stranger.refused(['restore', file])).toContain('demo.key does not exist')
  expect(await dumpTables(stranger.database)).toEqual({})
})

test('[U3] killed at any moment, a backup leaves whole files or none, and a restore everything or nothing', () =>
  killBackups(bench, { backups: ['.backup.partial'], restores: ['copy millrace.sku_history%'] }))

test('[X3] a backup is tried in a database of its own, and that is noted beside it', async () => {
  const tried = await bench.json(['backup', 'try', join(folder, mainFile())])
  expect(tried).toMatchObject({ withVault: true })
  expect(tried.rows).toBeGreaterThan(50)
  expect(existsSync(join(folder, 'last-trial.json'))).toBe(true)
  expect(readFileSync(join(folder, 'last-trial.json'), 'utf8')).not.toContain(BUYER)
})
