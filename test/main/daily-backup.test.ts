import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { nameOf, removeOldTrials } from '#main/backup/backup-files.ts'
import { startDailyBackups } from '#main/backup/daily-backup.ts'
import { readConfig } from '#main/config.ts'
import { openInstallation } from '#main/installation.ts'
import { addressesOf } from '../make/cli-bench.ts'
import { makeDatabase } from '../make/database.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-22T12:00:00Z')

test('[U4] the server makes a backup a day where a folder is set, removes old files of the vault, and raises an alarm when it cannot', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mr-daily-'))
  const database = await makeDatabase()
  const alarms: string[] = []
  let now = NOW
  const settings = { MILLRACE_DATA_FOLDER: join(folder, 'data'), ...addressesOf(database) }
  const config = readConfig({ ...settings, MILLRACE_BACKUP_FOLDER: join(folder, 'backups') })
  const log = { note: () => {}, alarm: (message: string) => void alarms.push(message) }
  const installation = await openInstallation(config, { log, now: () => now })
  onTestFinished(async () => {
    await installation.close()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  /** What the server does when it starts, and each hour. */
  const look = async (of = installation) => {
    await startDailyBackups(of).stop()
    return readdirSync(join(folder, 'backups')).sort()
  }
  const named = (at: number) => [nameOf('demo', 'main', at), nameOf('demo', 'vault', at)]

  mkdirSync(join(folder, 'backups'))
  writeFileSync(join(folder, 'backups', nameOf('demo', 'vault', NOW - 8 * 24 * HOUR)), '')
  expect(await look()).toEqual(named(NOW))
  now += 20 * HOUR
  expect(await look()).toEqual(named(NOW))
  now += 4 * HOUR
  expect(await look()).toEqual([...named(NOW), ...named(now)].sort())
  const noted = () => database.ownerPool().query(`select from deployment.audit where content like '%backup-made%'`)
  expect([(await noted()).rowCount, alarms]).toEqual([2, []])

  now += 24 * HOUR
  await look({ ...installation, config: { ...config, key: { file: join(folder, 'none') } } })
  expect(alarms).toEqual(['The daily backup was not made.'])
  const byHand = readConfig(settings)
  // A backup by hand that was killed left half a vault, and nobody makes another; one that is being made is let alone.
  const half = (at: number) => writeFileSync(join(folder, 'backups', `${nameOf('demo', 'vault', at)}.partial`), '')
  half(now - 25 * HOUR)
  half(now - HOUR)
  await look({ ...installation, config: { ...byHand, backups: { ...config.backups, isDaily: false } } })
  const left = readdirSync(join(folder, 'backups'))
  expect(left.filter((name) => name.endsWith('.partial'))).toEqual([`${nameOf('demo', 'vault', now - HOUR)}.partial`])
  expect(left).toHaveLength(5)
  // Of several workers that look in the same moment one makes it.
  now += 24 * HOUR
  await Promise.all([look(), look(), look()])
  expect((await noted()).rowCount).toBe(3)
})

test('[U4] what a trial of a backup left that was killed goes with the next look after a day; one that runs stays', () => {
  const [old, young] = [mkdtempSync(join(tmpdir(), 'millrace-trial-')), mkdtempSync(join(tmpdir(), 'millrace-trial-'))]
  onTestFinished(() => {
    for (const each of [old, young]) rmSync(each, { recursive: true, force: true })
  })
  mkdirSync(join(old, 'postgres'))
  const now = statSync(young).mtimeMs
  utimesSync(old, now / 1000, (now - 25 * HOUR) / 1000)
  removeOldTrials(now)
  expect([old, young].map((each) => existsSync(each))).toEqual([false, true])
})
