import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../../src/simulator')

async function start(...args: string[]) {
  const child = spawn(process.execPath, [resolve(FOLDER, 'server.ts'), ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [line] = await once(child.stdout, 'data')
  return { child, told: JSON.parse(String(line)) as Record<string, string> }
}

test('the program says in one JSON line where it listens', async () => {
  const { told } = await start('--port', '0', '--clock', 'virtual', '--start', '2026-11-10T05:00:00Z', '--day')
  expect(told).toMatchObject({
    listening: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    iso: '2026-11-10T05:00:00.000Z',
    mode: 'virtual',
  })
  const day = await (await fetch(`${told.listening}/control/day`)).json()
  expect(day).toMatchObject({ kind: 'fast', start: '2026-11-10T05:00:00.000Z' })
})

test('the program ends with its parent when told so, also with a live day running', async () => {
  const { child } = await start('--with-parent', '--day', 'live')
  child.stdin.end()
  expect(await once(child, 'exit')).toEqual([0, null])
})

test.each(['SIGTERM', 'SIGINT'] as const)('the program ends on %s, also with a connection open', async (signal) => {
  const { child, told } = await start()
  await fetch(`${told.listening}/control/clock`)
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('the simulator imports nothing but its own files and Node', () => {
  const imports = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(resolve(FOLDER, name), 'utf8').matchAll(/ from '([^']+)'|import\('([^']+)'\)/g),
    ])
    .map((match) => match[1] ?? match[2] ?? '')
  expect(imports.length).toBeGreaterThan(50)
  expect(imports.filter((path) => !/^node:|^\.\/[a-z-]+\.ts$/.test(path))).toEqual([])
})
