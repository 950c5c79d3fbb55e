import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CENTERS, ITEMS, MAPPINGS, STOCK } from '#main/demo/sample-merchant.ts'
import { startSimulator } from '../../../src/simulator/server.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const MAIN = join(root, 'src/cli/main.ts')
const APPLICATION = { id: 'amzn1.sellerapps.app.demo', client: 'amzn1.application-oa2-client.demo' }
/** Far from midnight whenever the test runs: an order of a few minutes ago is one of today. */
const ZONE = new Date().getUTCHours() < 12 ? 'Asia/Tokyo' : 'America/New_York'

/**
 * A deployment in real mode that was just set up by its operator: a key, an application, a merchant with items, and nobody in it. Amazon is the
 * simulator, on which nothing was authorized. Gives the link that the first start printed for the owner.
 */
export async function firstStart() {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-first-'))
  const simulator = await startSimulator({ clock: 'real' })
  simulator.control.setLag({ fixed: 0 })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  simulator.control.putApp({ clientId: APPLICATION.client, redirectUris: [`${url}/authorization/return`] })
  const env = settings(folder, { simulator: simulator.url, url, port })
  await furnish(folder, env)
  const program = spawn(process.execPath, [MAIN, 'serve'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const link = await linkFrom(program)
  return {
    url,
    link,
    simulator: simulator.url,
    control: simulator.control,
    async stop() {
      program.kill('SIGTERM')
      await new Promise((resolve) => program.once('exit', resolve))
      await simulator.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Places = { readonly simulator: string; readonly url: string; readonly port: number }

function settings(folder: string, { simulator, url, port }: Places): NodeJS.ProcessEnv {
  const key = join(folder, 'key')
  writeFileSync(key, randomBytes(32))
  chmodSync(key, 0o600)
  return {
    PATH: process.env.PATH,
    MILLRACE_MODE: 'real',
    MILLRACE_DATA_FOLDER: join(folder, 'data'),
    MILLRACE_KEY_FILE: key,
    MILLRACE_PORT: String(port),
    MILLRACE_PUBLIC_URL: url,
    MILLRACE_SPAPI_URL_NA: simulator,
    MILLRACE_LWA_URL: `${simulator}/auth/o2/token`,
    MILLRACE_LWA_CLIENT_ID_NA: APPLICATION.client,
    MILLRACE_LWA_CLIENT_SECRET_NA: 'demo-secret-not-a-secret',
    MILLRACE_APPLICATION_ID_NA: APPLICATION.id,
  }
}

/** What an operator types before the first start: the merchant, and what it sells. */
async function furnish(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const shop = { items: ITEMS, mappings: MAPPINGS, centers: CENTERS, stock: STOCK }
  await run(env, ['merchant', 'add', '--name', 'Cedar Shelf', '--owner', 'cedar.owner@example.com', ...PLACE])
  for (const [noun, list] of [
    ['item', 'items'],
    ['mapping', 'mappings'],
    ['center', 'centers'],
    ['stock', 'stock'],
  ] as const) {
    const file = join(folder, `${list}.json`)
    writeFileSync(file, JSON.stringify({ [list]: shop[list] }))
    await run(env, [noun, 'save', file])
  }
}

const PLACE = [
  ...['--time-zone', ZONE, '--currency', 'USD', '--weight-unit', 'lb', '--street', '4 Mill Lane'],
  ...['--city', 'Bath', '--state', 'ME', '--postal-code', '04530', '--country', 'US'],
]

function run(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')}: ${said}`)))),
  )
}

/** The link of the owner, as the first start prints it. */
function linkFrom(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    program.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /(http:\S+\/welcome#\S+)/.exec(said)?.[1]
      if (found && said.includes('Ctrl-C')) resolve(found)
    })
    program.once('exit', (code) => reject(new Error(`The program ended with ${code}:\n${said}`)))
  })
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
