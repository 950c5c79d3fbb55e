// PostgreSQL for a month of chaos, in a program of its own that stops it, starts it and fills its disk when it is told to:
// one word a line comes in, one line of JSON goes out for each.
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readPidFile } from '#main/embedded/postmaster.ts'
import { type Embedded, startEmbedded } from '#main/embedded/start.ts'

/** For throw-away data: a stopped server is started again, a stopped machine is not. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '96MB',
  autovacuum: 'off',
  io_method: 'sync',
  restart_after_crash: 'on',
}
const [dataFolder = ''] = process.argv.slice(2)
const BALLAST = join(dataFolder, 'ballast')

let server: Embedded | null = null

const ACTS: Readonly<Record<string, () => Promise<unknown>>> = {
  start: async () => {
    server ??= await startEmbedded({ dataFolder, settings: SETTINGS })
    return server.configFor('millrace_owner')
  },
  fast: async () => {
    await server?.stop()
    server = null
  },
  // As when the machine loses its power: nothing is tidied up, and the next start recovers.
  immediate: async () => {
    process.kill(readPidFile(join(dataFolder, 'postgres'))?.pid ?? 0, 'SIGQUIT')
    await server?.exited
    server = null
  },
  fill: async () => {
    const { bavail, bsize } = statfsSync(dataFolder)
    execFileSync('fallocate', ['-l', String(bavail * bsize), BALLAST])
  },
  // The server may have ended on a full disk: then it is started again.
  free: async () => {
    if (existsSync(BALLAST)) rmSync(BALLAST)
    const lives = await Promise.race([
      server?.exited.then(() => false),
      new Promise((done) => setTimeout(done, 50, true)),
    ])
    if (!lives) server = await startEmbedded({ dataFolder, settings: SETTINGS })
  },
}

let last: Promise<unknown> = Promise.resolve()
const lines = createInterface({ input: process.stdin })
lines.on('line', (word) => {
  last = last.then(() => ACTS[word]?.()).then(answer, (error: unknown) => answer({ error: String(error) }))
})
lines.once('close', () => void last.then(() => server?.stop()).finally(() => process.exit()))

function answer(said: unknown): void {
  process.stdout.write(`${JSON.stringify(said ?? {})}\n`)
}
