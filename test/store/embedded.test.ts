import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { hydrateLinks } from '#main/embedded/binaries.ts'
import { joinEmbedded, startEmbedded } from '#main/embedded/start.ts'
import { ask, killChildren, newFolder, removeFolders, startChild, usedFolder } from '../make/embedded.ts'

const root = process.getuid?.() === 0

afterEach(killChildren)
afterAll(removeFolders)

describe('a data folder', () => {
  test('an empty one becomes a database, and what was written is there when it is opened again', async () => {
    const folder = newFolder()
    const first = await startEmbedded({ dataFolder: folder })
    expect(first.started).toBe(true)
    expect(first.version).toMatch(/^18\./)
    await ask(first.configFor('millrace_owner'), 'create table kept (value text)')
    await first.stop()
    const second = await startEmbedded({ dataFolder: folder })
    expect(await ask(second.configFor('millrace_owner'), 'select value from kept')).toEqual([])
    await second.stop()
    expect(await joinEmbedded(folder)).toBeUndefined()
  })

  test('it is UTF-8, in UTC, forced to the disk, and reachable through the socket only', async () => {
    const server = await startEmbedded({ dataFolder: await usedFolder() })
    const names = ['server_encoding', 'TimeZone', 'fsync', 'listen_addresses', 'jit', 'data_checksums']
    const rows = await ask<{ value: string }>(
      server.configFor('millrace_owner'),
      'select current_setting(name) as value from unnest($1::text[]) with ordinality as t(name, place) order by place',
      [names],
    )
    await server.stop()
    expect(rows.map((row) => row.value)).toEqual(['UTF8', 'UTC', 'on', '', 'off', 'on'])
  })

  test('one of another major version is refused and left as it is', async () => {
    const folder = await usedFolder()
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
    await expect(startEmbedded({ dataFolder: folder })).rejects.toThrow(/made by PostgreSQL 17.*brings PostgreSQL 18/s)
    expect(readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('17\n')
  })

  test('a first start that was killed half way is begun again', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'postgres.new'))
    writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), '18\n')
    const server = await startEmbedded({ dataFolder: folder })
    expect(server.started).toBe(true)
    await server.stop()
  })

  test('a path too long for a socket gets its socket in a private folder elsewhere, which goes at the end', async () => {
    const folder = join(newFolder(), 'a'.repeat(120))
    await usedFolder(folder)
    const server = await startEmbedded({ dataFolder: folder })
    const { host } = server.configFor('millrace_app')
    expect(host.startsWith(folder)).toBe(false)
    expect(await joinEmbedded(folder)).toBeDefined()
    await server.stop()
    expect(existsSync(host)).toBe(false)
  })
})

describe('two programs', () => {
  test('the second joins, and its stop leaves the server running', async () => {
    const folder = await usedFolder()
    const first = await startEmbedded({ dataFolder: folder })
    const second = await startEmbedded({ dataFolder: folder })
    expect([first.started, second.started]).toEqual([true, false])
    await second.stop()
    expect(await joinEmbedded(folder)).toBeDefined()
    await first.stop()
    expect(await joinEmbedded(folder)).toBeUndefined()
  })

  test('started in the same moment on an empty folder, one starts and the others join the same server', async () => {
    const folder = newFolder()
    const programs = await Promise.all([startChild(folder), startChild(folder), startChild(folder)])
    expect(programs.map(({ answer }) => answer.started).sort()).toEqual([false, false, true])
    expect(new Set(programs.map(({ answer }) => answer.host)).size).toBe(1)
    expect(readdirSync(folder).filter((name) => name.includes('lock'))).toEqual([])
  })
})

describe('the user', () => {
  test.runIf(root)('root: a folder that nobody else may enter works too', async () => {
    const folder = await usedFolder()
    chmodSync(folder, 0o700)
    const server = await startEmbedded({ dataFolder: folder })
    expect(await ask(server.configFor('millrace_owner'), 'select * from kept')).toEqual([])
    await server.stop()
  })

  test.runIf(root)('root: a folder that others may enter is run as another user, and can change back', async () => {
    const folder = await usedFolder()
    for (const mode of [0o711, 0o700, 0o711]) {
      chmodSync(folder, mode)
      const server = await startEmbedded({ dataFolder: folder })
      expect(await ask(server.configFor('millrace_owner'), 'select * from kept')).toEqual([])
      await server.stop()
    }
  })

  test.runIf(root)('a normal user starts it without any right of root', async () => {
    const folder = newFolder()
    const as = { uid: 65534, gid: 65534 }
    execFileSync('chown', [`${as.uid}:${as.gid}`, folder])
    const { answer } = await startChild(folder, as)
    expect(answer.started).toBe(true)
  })

  test.runIf(root)('a normal user is told when the database belongs to another', async () => {
    const folder = await usedFolder()
    chmodSync(folder, 0o777)
    await expect(startChild(folder, { uid: 65533, gid: 65533 })).rejects.toThrow(
      /EmbeddedRefusal.*belongs to another user/s,
    )
  })
})

test('links that the install did not make are made from the list of the package', () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'native', 'lib'), { recursive: true })
  writeFileSync(join(folder, 'native', 'lib', 'libx.so.1.2'), 'library')
  const links = ['libx.so', 'libx.so.1'].map((name) => ({
    source: 'native/lib/libx.so.1.2',
    target: `native/lib/${name}`,
  }))
  writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links))
  hydrateLinks(folder)
  hydrateLinks(folder)
  expect(readFileSync(join(folder, 'native', 'lib', 'libx.so'), 'utf8')).toBe('library')
  expect(readFileSync(join(folder, 'native', 'lib', 'libx.so.1'), 'utf8')).toBe('library')
})

test('no value of a statement is ever in the log of the server', async () => {
  const folder = await usedFolder()
  const server = await startEmbedded({ dataFolder: folder })
  const owner = server.configFor('millrace_owner')
  const secret = 'Hedwig-Sample-555-0199'
  await ask(owner, 'create table buyer (name text primary key check (length(name) < 30))')
  await ask(owner, 'insert into buyer values ($1)', [secret])
  await expect(ask(owner, 'insert into buyer values ($1)', [secret])).rejects.toThrow(/duplicate/)
  await expect(ask(owner, 'insert into buyer values ($1)', [secret.repeat(3)])).rejects.toThrow(/check/)
  await expect(ask(owner, 'select $1::text::integer', [secret])).rejects.toThrow(/invalid input/)
  await expect(ask(owner, `select '${secret}' from nothing`)).rejects.toThrow(/does not exist/)
  await server.stop()
  const logs = readdirSync(join(folder, 'postgres', 'log')).map((name) => join(folder, 'postgres', 'log', name))
  const text = [...logs, join(folder, 'postgres-start.log')].map((path) => readFileSync(path, 'utf8')).join('')
  expect(text).toContain('ready to accept connections')
  expect(text).not.toContain(secret)
  expect(text).not.toContain('nothing')
})
