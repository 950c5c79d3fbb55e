import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..', '..')

/** A running demo: the real server with its worker, its database and the simulator, in a folder of its own. */
export type RunningDemo = { readonly url: string }

/** Tests with a demo that all of a worker share, and a page that is signed in as one of its people. */
export const test = base.extend<{ enter: (name: string, path?: string) => Promise<Page> }, { demo: RunningDemo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the first parameter which fixtures are needed.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'millrace-browser-'))
      const program = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'serve'], {
        cwd: root,
        env: { ...process.env, MILLRACE_DATA_FOLDER: folder, MILLRACE_PORT: process.env.BROWSER_TEST_PORT ?? '4870' },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      try {
        await use({ url: await addressOf(program) })
      } finally {
        program.kill('SIGTERM')
        await new Promise((resolve) => program.once('exit', resolve))
        await rm(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  enter: async ({ page, demo }, use) => {
    await use(async (name, path = '/today') => {
      await page.goto(`${demo.url}/sign-in?next=${encodeURIComponent(path)}`)
      await page.getByRole('button', { name }).click()
      await page.waitForURL(`**${path}`)
      return page
    })
  },
})

/** Where the program says that it is to be opened. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    program.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Open\s+(http:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    program.once('exit', (code) => reject(new Error(`The program ended with ${code}:\n${said}`)))
  })
}

export { expect } from '@playwright/test'
