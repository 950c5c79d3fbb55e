import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded } from '#main/embedded/start.ts'
import { runCli, runHere, type Said } from '../make/cli.ts'

const home = mkdtempSync(join(tmpdir(), 'mr-modes-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A key file of its own; what real mode asks for is 32 bytes that nobody else may read. */
function keyFile(name: string, { mode = 0o600, bytes = 32, folder = home } = {}): string {
  const file = join(folder, name)
  writeFileSync(file, randomBytes(bytes))
  chmodSync(file, mode)
  return file
}

const folderNamed = (name: string): string => {
  mkdirSync(join(home, name), { recursive: true })
  return join(home, name)
}
const real = (data: string, more: Record<string, string> = {}) => ({
  MILLRACE_MODE: 'real',
  MILLRACE_DATA_FOLDER: folderNamed(data),
  ...more,
})
const refusal = ({ code, out, err }: Said): string => {
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).not.toContain('    at ')
  expect(err.trim().split('\n')).toHaveLength(1)
  return err.trim()
}

describe('real mode does not start with what is unsafe', () => {
  const key = keyFile('good.key')
  const cases: [why: string, env: Record<string, string>, says: RegExp][] = [
    ['no key', real('a'), /needs a key.*MILLRACE_KEY_FILE/],
    ['a key that does not exist', real('a', { MILLRACE_KEY_FILE: join(home, 'none') }), /does not exist/],
    [
      'a key readable by others',
      real('a', { MILLRACE_KEY_FILE: keyFile('open.key', { mode: 0o644 }) }),
      /can be read by others/,
    ],
    [
      'a key inside the data folder',
      real('b', { MILLRACE_KEY_FILE: keyFile('in.key', { folder: folderNamed('b') }) }),
      /inside the data folder/,
    ],
    [
      'plain http beyond loopback',
      real('a', { MILLRACE_KEY_FILE: key, MILLRACE_HOST: '0.0.0.0' }),
      /MILLRACE_HOST is 0\.0\.0\.0.*TLS/,
    ],
    [
      'Amazon by plain http',
      real('a', { MILLRACE_KEY_FILE: key, MILLRACE_SPAPI_URL_NA: 'http://amazon.example' }),
      /plain http/,
    ],
    [
      'retention of 31 days',
      real('a', { MILLRACE_KEY_FILE: key, MILLRACE_RETENTION_DAYS: '31' }),
      /MILLRACE_RETENTION_DAYS/,
    ],
    [
      'an audit kept for 364 days',
      real('a', { MILLRACE_KEY_FILE: key, MILLRACE_AUDIT_DAYS: '364' }),
      /MILLRACE_AUDIT_DAYS/,
    ],
    [
      'a client id without its secret',
      real('a', { MILLRACE_KEY_FILE: key, MILLRACE_LWA_CLIENT_ID_NA: 'x' }),
      /together/,
    ],
    ['one database of three', real('a', { MILLRACE_KEY_FILE: key, DATABASE_URL: 'postgres://x' }), /together/],
    ['an unknown mode', real('a', { MILLRACE_MODE: 'prod' }), /MILLRACE_MODE is "prod"/],
    ['a port that is none', { MILLRACE_PORT: 'x' }, /MILLRACE_PORT is "x"/],
  ]

  test.each(cases)('[M5] %s: one sentence, exit code 1', async (_why, env, says) => {
    expect(refusal(await runHere(['serve'], { env }))).toMatch(says)
  })

  test('[M5] a program of its own ends in the same way', async () => {
    expect(refusal(await runCli(['serve'], { env: real('a') }))).toMatch(/needs a key/)
  })

  test('[M5] nothing was made while refusing', () => {
    expect(readdirSync(join(home, 'a'))).toEqual([])
  })
})

describe('each mode refuses the other mode', () => {
  const [demo, live] = [folderNamed('demo'), folderNamed('live')]
  const asDemo = (folder: string) => ({ MILLRACE_DATA_FOLDER: folder })
  const asReal = (folder: string, key = 'live.key') => ({
    ...asDemo(folder),
    MILLRACE_MODE: 'real',
    MILLRACE_KEY_FILE: join(home, key),
  })
  let running: Awaited<ReturnType<typeof startEmbedded>>[] = []

  beforeAll(async () => {
    keyFile('live.key')
    running = [await startEmbedded({ dataFolder: demo }), await startEmbedded({ dataFolder: live })]
  })
  afterAll(() => Promise.all(running.map((each) => each.stop())))

  test('[M5] a database belongs to the mode that made it', async () => {
    expect((await runCli(['migrate'], { env: asDemo(demo) })).code).toBe(0)
    expect((await runCli(['migrate'], { env: asReal(live) })).code).toBe(0)
    expect(refusal(await runHere(['status'], { env: asReal(demo) }))).toContain('belongs to demo mode')
    expect(refusal(await runHere(['status'], { env: asDemo(live) }))).toContain('belongs to real mode')
  })

  test('[M5] a demo keeps its key beside its data, real mode never does', () => {
    expect(existsSync(join(demo, 'demo.key'))).toBe(true)
    expect(existsSync(join(live, 'demo.key'))).toBe(false)
  })

  test('[M5] a key of the wrong length is refused', async () => {
    keyFile('short.key', { bytes: 16 })
    expect(refusal(await runHere(['status'], { env: asReal(live, 'short.key') }))).toContain('16 bytes')
  })

  test('[M5] demo reset removes the data of a stopped demo and of nothing else', async () => {
    expect(refusal(await runHere(['demo', 'reset'], { env: asReal(live) }))).toContain('Only the data of a demo')
    expect(refusal(await runHere(['demo', 'reset'], { env: asDemo(live) }))).toContain('does not hold a demo')
    expect(refusal(await runHere(['demo', 'reset'], { env: asDemo(demo) }))).toContain('is running')
    await running[0]?.stop()
    writeFileSync(join(demo, 'photo.jpg'), '')
    expect(refusal(await runHere(['demo', 'reset'], { env: asDemo(demo) }))).toContain('photo.jpg')
    rmSync(join(demo, 'photo.jpg'))
    expect(existsSync(join(demo, 'postgres'))).toBe(true)
    const done = await runCli(['demo', 'reset'], { env: asDemo(demo) })
    expect(done.out).toContain(`Removed ${demo}`)
    expect(existsSync(demo)).toBe(false)
    expect((await runHere(['demo', 'reset'], { env: asDemo(demo) })).out).toContain('There is no demo')
    expect(existsSync(join(live, 'postgres'))).toBe(true)
  })
})
