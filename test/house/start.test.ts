import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const house = mkdtempSync(join(tmpdir(), 'millrace-start-'))
const stamp = join(house, 'node_modules', '.millrace-installed')
const lock = join(house, '.cache', 'install.lock')

/** Stands for the program: it tells its arguments, and ends with 7 when it is told to stop. */
const program = `
const [, , ...args] = process.argv
process.on('SIGTERM', () => process.exit(7))
console.log(JSON.stringify(args))
if (args.includes('wait')) setInterval(() => {}, 1000)
else process.exitCode = 3
`

function put(path: string, content: unknown): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  mkdirSync(join(house, path, '..'), { recursive: true })
  writeFileSync(join(house, path), text)
}

/** What npm leaves behind after it has installed one package. */
function installed(version: string): void {
  const packages = { 'node_modules/one': { version } }
  put('package-lock.json', { packages: { '': {}, ...packages, 'node_modules/rare': { version, optional: true } } })
  put('node_modules/.package-lock.json', { packages })
}

function millrace(...args: string[]) {
  return spawnSync(process.execPath, [join(house, 'millrace'), ...args], { cwd: tmpdir(), encoding: 'utf8' })
}

/** Which Node is chosen where the given one runs. */
function nodeFor(running: string): string {
  const call = `import { fitNode } from './scripts/bootstrap/fit-node.mjs'\nconsole.log(fitNode('.', '${running}'))`
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', call], { cwd: house, encoding: 'utf8' })
  return done.stdout.trim()
}

beforeAll(() => {
  for (const path of ['millrace', 'scripts/run.mjs', 'scripts/bootstrap']) {
    cpSync(join(root, path), join(house, path), { recursive: true })
  }
  put('package.json', { type: 'module' })
  put('src/cli/main.ts', program)
  installed('1.0.0')
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('the start script', () => {
  test('passes arguments on and returns the exit code, from any folder', () => {
    const done = millrace('orders', '--all')
    expect({ code: done.status, said: done.stdout.trim(), else: done.stderr }).toEqual({
      code: 3,
      said: '["orders","--all"]',
      else: '',
    })
  })

  test('passes a signal on and waits for the program to end', async () => {
    const child = spawn(process.execPath, [join(house, 'scripts/run.mjs'), 'millrace', 'wait'])
    const ended = new Promise((resolve) => child.on('exit', resolve))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(7)
  })

  test('refuses a task it does not know', () => {
    const done = spawnSync(process.execPath, [join(house, 'scripts/run.mjs'), 'constructor'], { encoding: 'utf8' })
    expect(done.status).toBe(2)
    expect(done.stderr).toContain('Unknown task constructor')
  })
})

describe('installing packages', () => {
  test('what npm has put there by hand is accepted, and noted for the next start', () => {
    rmSync(stamp, { force: true })
    installed('2.0.0')
    millrace()
    expect(readFileSync(stamp, 'utf8')).toMatch(/^\S+ [0-9a-f]{64}$/)
  })

  test('nothing is noted when the installation failed', () => {
    installed('3.0.0')
    put('package-lock.json', 'not a lockfile')
    const before = readFileSync(stamp, 'utf8')
    const done = millrace()
    expect(done.status).toBe(1)
    expect(done.stderr).toContain('npm could not install the packages')
    expect(existsSync(stamp) ? readFileSync(stamp, 'utf8') : before).toBe(before)
    expect(existsSync(lock)).toBe(false)
    installed('3.0.0')
  })

  test.each([
    ['whose holder is dead', () => put('.cache/install.lock/pid', String(2 ** 22 + 1))],
    [
      'that never got a holder',
      () => {
        mkdirSync(lock, { recursive: true })
        utimesSync(lock, 0, 0)
      },
    ],
  ])('a lock %s is taken over', (_which, leave) => {
    rmSync(stamp, { force: true })
    leave()
    expect(millrace().status).toBe(3)
    expect(existsSync(lock)).toBe(false)
  })
})

describe('which Node runs the program', () => {
  const pinned = `.node/node_modules/node-${process.platform}-${process.arch}/bin/node`

  test('the running one when it is fit', () => {
    expect(nodeFor('24.0.0')).toBe(process.execPath)
    expect(nodeFor('22.18.0')).toBe(process.execPath)
  })

  // Elsewhere no Node is brought along: nothing is left to test there.
  if (process.platform === 'linux') {
    test('the pinned one where the running one is older, once it is there', () => {
      put(pinned, '')
      expect(nodeFor('20.20.2')).toBe(pinned)
      expect(nodeFor('22.18.0')).toBe(pinned)
      rmSync(join(house, '.node'), { recursive: true })
    })
  }
})
