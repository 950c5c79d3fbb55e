import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const started: { child: ChildProcess; folder: string }[] = []

afterEach(async () => {
  for (const { child, folder } of started.splice(0)) {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL')
    await until(() => processesOf(folder).length === 0)
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Starts as `npm start` does, in a process group of its own, and waits for the first screen. */
async function start(folder = mkdtempSync(join(tmpdir(), 'mr-serve-'))) {
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), 'start'], {
    env: { PATH: process.env.PATH, MILLRACE_DATA_FOLDER: folder, MILLRACE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  started.push({ child, folder })
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    said.err += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await until(() => said.out.includes('Ctrl-C stops everything.') || child.exitCode !== null)
  if (child.exitCode !== null) throw new Error(`The start ended with ${child.exitCode}:\n${said.err}`)
  return { child, folder, said, ended, group: (signal: NodeJS.Signals) => process.kill(-(child.pid ?? 0), signal) }
}

async function until(done: () => boolean): Promise<void> {
  for (let waited = 0; !done(); waited += 50) {
    if (waited > 120_000) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Programs whose words or whose environment name the folder: ours, PostgreSQL, the simulator. */
function processesOf(folder: string): string[] {
  const read = (pid: string, name: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return ''
    }
  }
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .filter((pid) => `${read(pid, 'cmdline')} ${read(pid, 'environ')}`.includes(folder))
    .map((pid) => read(pid, 'cmdline'))
}

test('[M5][X3] the demo starts by itself, says what there is to see, and Ctrl-C leaves no process', async () => {
  const { said, ended, folder, group } = await start()
  // The first start of a clone builds the console and says so.
  expect(said.err.replace(/^Building the console .*\n/, '')).toBe('')
  expect(said.out).toMatch(/Open +http:\/\/127\.0\.0\.1:\d+/)
  expect(said.out).toMatch(/Node \d+\.\d+\.\d+, PostgreSQL \d+/)
  for (const words of [
    'Mode      demo',
    folder,
    'later ones show 3 to 6 minutes after placing',
    './millrace demo reset',
    'docs/going-real.md',
  ])
    expect(said.out).toContain(words)
  expect(processesOf(folder).filter((each) => /postgres|simulator/.test(each)).length).toBeGreaterThan(1)
  // A terminal sends Ctrl-C to the whole group, and the start script passes it on: that is one press, not two.
  group('SIGINT')
  expect(await ended).toBe(0)
  expect(said.out).toContain('Stopped.')
  await until(() => processesOf(folder).length === 0)
})

test('[X3] a signal to the start script alone stops everything as well; a second start goes on with the same data', async () => {
  const first = await start()
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  await until(() => processesOf(first.folder).length === 0)
  const second = await start(first.folder)
  expect(second.said.out).toContain('Millrace')
  second.child.kill('SIGINT')
  expect(await second.ended).toBe(0)
  await until(() => processesOf(first.folder).length === 0)
})

test('[X3] a killed program leaves neither database nor simulator behind', async () => {
  const { folder, group, ended } = await start()
  group('SIGKILL')
  await ended
  await until(() => processesOf(folder).length === 0)
})
