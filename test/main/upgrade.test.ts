import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keptCluster, upgradeDatabase } from '#main/backup/upgrade-database.ts'
import { readConfig } from '#main/config.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { findBinaries } from '#main/embedded/binaries.ts'
import { openInstallation } from '#main/installation.ts'
import { cliOn } from '../make/cli.ts'
import { newFolder, removeFolders } from '../make/embedded.ts'

const log = { note: () => {}, alarm: () => {} }
afterAll(removeFolders)

/** A deployment with a merchant whose database says that an older PostgreSQL made it. */
async function olderDeployment() {
  const dataFolder = join(newFolder(), 'data')
  const config = readConfig({ MILLRACE_DATA_FOLDER: dataFolder })
  const { deps, close } = await openInstallation(config, { log })
  await deps.deployment.addMerchant({ ...MERCHANT, createdAt: deps.now() } as never)
  await close()
  const version = join(dataFolder, 'postgres', 'PG_VERSION')
  writeFileSync(version, '17\n')
  // The programs of that version, as far as a test has them: for them it is theirs.
  const former = async () => {
    writeFileSync(version, '18\n')
    return findBinaries()
  }
  return { dataFolder, config, former, version }
}

const merchants = async (config: ReturnType<typeof readConfig>): Promise<string[]> => {
  const { deps, close } = await openInstallation(config, { log })
  const all = await deps.deployment.listMerchants()
  await close()
  return all.map(({ id }) => id)
}

test('[X3] the database of an older PostgreSQL is refused with the command that brings it over, and comes over whole', async () => {
  const { dataFolder, config, former, version } = await olderDeployment()
  const cli = cliOn(dataFolder)
  expect(await cli.refused(['status'])).toContain('./millrace upgrade brings it over')
  const missing = async () => Promise.reject(new Error('no programs'))
  await expect(upgradeDatabase(config, missing)).rejects.toThrow('no programs')
  expect(readFileSync(version, 'utf8')).toBe('17\n')
  writeFileSync(join(dataFolder, 'postgres', 'local.conf'), "work_mem = '5MB'\n")
  expect(await upgradeDatabase(config, former)).toMatchObject({ from: '17', kept: keptCluster(dataFolder) })
  expect(await merchants(config)).toEqual([MERCHANT.id])
  expect(readFileSync(join(dataFolder, 'postgres', 'local.conf'), 'utf8')).toContain('5MB')
  expect(existsSync(join(dataFolder, 'upgrading'))).toBe(false)
  const left = readdirSync(`${dataFolder}-backups`).map((name) => name.replace(/.*\./, ''))
  expect(left).toEqual(['backup'])
  expect(await cli.ok(['upgrade'])).toContain('of this program already')

  // Broken off between the two renames there is no database in its place: a start makes none.
  rmSync(keptCluster(dataFolder), { recursive: true })
  mkdirSync(join(dataFolder, 'upgrading'))
  renameSync(join(dataFolder, 'postgres'), join(dataFolder, 'upgrading', 'postgres'))
  expect(await cli.refused(['status'])).toContain('broken off before its end')
  expect(await cli.ok(['upgrade'])).toContain('Brought the database over')
  expect(await merchants(config)).toEqual([MERCHANT.id])
})

test('[X3] one of a newer PostgreSQL, of one that nobody has, and one of your own are left alone', async () => {
  const dataFolder = join(newFolder(), 'data')
  const cli = cliOn(dataFolder)
  expect(await cli.refused(['upgrade'])).toContain('There is no database')
  const version = join(dataFolder, 'postgres', 'PG_VERSION')
  mkdirSync(dirname(version), { recursive: true })
  writeFileSync(version, '99\n')
  expect(await cli.refused(['upgrade'])).toContain('a newer Millrace')
  writeFileSync(version, '9\n')
  expect(await cli.refused(['upgrade', '--yes'])).toContain('with the release of Millrace that made this database')
  writeFileSync(version, '17\n')
  expect(await cli.refused(['upgrade'])).toContain('nobody can be asked here')
  const own = { DATABASE_OWNER_URL: 'postgres://a', DATABASE_URL: 'postgres://a', DATABASE_VAULT_URL: 'postgres://a' }
  expect(await cliOn(dataFolder, own).refused(['upgrade'])).toContain('with its own tools')
})
