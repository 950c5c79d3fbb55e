import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { pidRuns } from '#main/embedded/living.ts'
import { startEmbedded } from '#main/embedded/start.ts'
import {
  ask,
  killChildren,
  removeFolders,
  serverPid,
  startChild,
  until,
  usedFolder,
  withoutSetpriv,
} from '../make/embedded.ts'

afterEach(killChildren)
afterAll(removeFolders)

describe('a killed starter', () => {
  test('takes its server with it, and the next start works at once', async () => {
    const folder = await usedFolder()
    const { child } = await startChild(folder)
    const pid = serverPid(folder)
    expect(pidRuns(pid)).toBe(true)
    // A signal is on its way for a moment: until then the starter lives, and its server is joined.
    const dead = once(child, 'exit')
    child.kill('SIGKILL')
    await dead
    const next = await startEmbedded({ dataFolder: folder })
    expect(next.started).toBe(true)
    expect(await ask(next.configFor('millrace_owner'), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(pidRuns(pid)).toBe(false)
    await next.stop()
  })

  test('nobody starts again: the server is gone by itself', async () => {
    const folder = await usedFolder()
    const { child } = await startChild(folder)
    const pid = serverPid(folder)
    child.kill('SIGKILL')
    await until('the server ends', () => !pidRuns(pid))
  })

  test('without setpriv a guard stops the server', async () => {
    const folder = await usedFolder()
    const { child } = await startChild(folder, { env: { ...process.env, PATH: withoutSetpriv() } })
    const pid = serverPid(folder)
    child.kill('SIGKILL')
    await until('the server ends', () => !pidRuns(pid))
  })

  test('a server left over by a killed starter is replaced by one that ends with us', async () => {
    const folder = await usedFolder()
    const first = await startEmbedded({ dataFolder: folder })
    const pid = serverPid(folder)
    writeFileSync(join(folder, 'postgres-starter'), JSON.stringify({ pid: 4_000_000, since: '1' }))
    const second = await startEmbedded({ dataFolder: folder })
    expect(second.started).toBe(true)
    expect(serverPid(folder)).not.toBe(pid)
    await first.exited
    await second.stop()
  })

  test('a lock whose holder is dead holds nobody up', async () => {
    const folder = await usedFolder()
    writeFileSync(join(folder, 'postgres-start.lock'), JSON.stringify({ pid: 4_000_000, since: '1', mark: 'x' }))
    const server = await startEmbedded({ dataFolder: folder })
    expect(server.started).toBe(true)
    await server.stop()
  })

  test.each([
    ['a dead program', () => 4_000_000],
    ['a living program that is no database', () => process.pid],
  ])('a stale postmaster.pid with the number of %s holds nobody up', async (_, pid) => {
    const folder = await usedFolder()
    const cluster = join(folder, 'postgres')
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${pid()}\n${cluster}\n1700000000\n5432\n${folder}/socket\n\n0 0\nready\n`,
    )
    const server = await startEmbedded({ dataFolder: folder })
    expect(server.started).toBe(true)
    await server.stop()
  })
})
