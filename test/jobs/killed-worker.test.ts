import { expect, test } from 'vitest'
import { BEAT_SECONDS, LOOK_SECONDS, QUEUES, SILENCE_SECONDS } from '#jobs/queue.ts'
import { KINDS, LEASE_SECONDS } from '#jobs/work.ts'
import { killAtWork } from './kill-at-work.ts'

test('a dead worker is noticed before its work is due again, and both within a minute', () => {
  expect(QUEUES.map((queue) => queue.name)).toEqual(KINDS)
  for (const { options } of QUEUES) expect(options).toMatchObject({ heartbeatSeconds: SILENCE_SECONDS, retryLimit: 0 })
  const freeAfter = SILENCE_SECONDS + LOOK_SECONDS
  expect(freeAfter).toBeLessThan(LEASE_SECONDS - BEAT_SECONDS)
  expect(LEASE_SECONDS).toBeLessThan(60)
})

test('the job of a worker killed by kill -9 is taken up by another once its silence and its lease are over', async () => {
  // Half a minute passes at once, in what the database knows of it; `npm run chaos` waits for it.
  const { runs, seconds } = await killAtWork(async (database) => {
    const owner = database.ownerPool()
    await owner.query(`update pgboss.job set heartbeat_on = heartbeat_on - make_interval(secs => $1)`, [LEASE_SECONDS])
    await owner.query('update deployment.due set at = at - make_interval(secs => $1)', [LEASE_SECONDS])
  })
  expect(seconds).toBeLessThan(45)
  expect(runs).toBe(1)
})
