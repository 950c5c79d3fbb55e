import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PERMISSIONS, type Permission } from '#core/permissions.ts'
import { APPLICATION, MERCHANT } from '#main/demo/sample-merchant.ts'
import { randomFrom } from '../../../src/simulator/random.ts'
import { startSimulator } from '../../../src/simulator/server.ts'
import { openLine } from '../amazon-line.ts'
import { addressesOf } from '../cli-bench.ts'
import { makeDatabase } from '../database.ts'
import { giveQuota } from '../kill-day.ts'
import { type Placed, placeWaiting } from '../kill-happenings.ts'
import { NO_AUDITS } from '../no-audits.ts'
import { MINUTE, START } from '../seller.ts'
import { putSession } from '../session.ts'
import { type Beginning, swiftClock } from '../swift-clock.ts'
import { openPeople } from './people.ts'

/** Where two versions meet: a simulated Amazon, an empty database, one swift clock, and the settings of every process. */
export async function openStage(seed: string) {
  const chance = randomFrom(seed)
  const beginning: Beginning = { start: START, began: Date.now() }
  const now = swiftClock(beginning)
  const folder = mkdtempSync(join(tmpdir(), 'millrace-versions-'))
  const key = join(folder, 'key')
  writeFileSync(key, Buffer.alloc(32, 7), { mode: 0o600 })
  const database = await makeDatabase({ empty: true })
  const simulator = await startSimulator({ clock: 'virtual', start: START, seed })
  const { control } = simulator
  const ticking = setInterval(() => control.moveClock({ set: now() }), 10)
  control.setLag({ low: 0, high: MINUTE })
  const line = await openLine({ pageSize: 5 })
  line.target = simulator.url
  const placed: Placed = { ids: [], unlisted: new Set(), packed: new Map(), refunded: new Set() }
  const scenery = { chance, control, placed, now } as const
  return {
    ...scenery,
    database,
    env: {
      ...(process.env.PATH ? { PATH: process.env.PATH } : {}),
      ...addressesOf(database),
      SWIFT_CLOCK: JSON.stringify(beginning),
      MILLRACE_MODE: 'real',
      MILLRACE_DATA_FOLDER: join(folder, 'data'),
      MILLRACE_KEY_FILE: key,
      MILLRACE_PORT: '0',
      MILLRACE_WORKER_PORT: '0',
      MILLRACE_LWA_CLIENT_ID_NA: APPLICATION.clientId,
      MILLRACE_LWA_CLIENT_SECRET_NA: APPLICATION.clientSecret,
      MILLRACE_LWA_URL: `${line.url}/auth/o2/token`,
      MILLRACE_SPAPI_URL_NA: line.url,
      DOCUMENTS_AT: new URL(line.url).host,
    },
    /** The day begins, once there are tables and a merchant; gives what its people do. */
    async begin() {
      const owner = database.ownerPool()
      await giveQuota(owner, control)
      await owner.query(NO_AUDITS)
      placeWaiting(scenery)
      const permissions = Object.keys(PERMISSIONS) as Permission[]
      const place = { merchant: MERCHANT.id, permissions }
      return openPeople(scenery, async () => (await putSession(database, now(), place)).token)
    },
    async close(): Promise<void> {
      clearInterval(ticking)
      await line.close()
      await simulator.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
