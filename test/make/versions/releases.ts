import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { until } from '../../jobs/workshop.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const SWIFT = join(import.meta.dirname, 'swift-program.ts')
const SEED = `
  const { readConfig } = await import('#main/config.ts')
  const { openInstallation } = await import('#main/installation.ts')
  const { seedSampleMerchant } = await import('#main/demo/seed.ts')
  const log = { note() {}, alarm() {} }
  const { deps, close } = await openInstallation(readConfig(process.env), { log, isMigratedBefore: true })
  await seedSampleMerchant(deps, process.env.NOT_BEFORE)
  await close()`

// What `millrace web` and `millrace worker` do, but for the one setting that real mode would refuse: documents from this machine.
const SERVE = `
  const { readConfig } = await import('#main/config.ts')
  const { serveWeb, serveWorker } = await import('#main/serve-apart.ts')
  const { serveUntilSignal } = await import('#cli/serve-until.ts')
  const config = { ...readConfig(process.env), documentHosts: [process.env.DOCUMENTS_AT] }
  await serveUntilSignal(async () => {
    const { address, stop } = await (process.env.ROLE === 'web' ? serveWeb : serveWorker)(config)
    return { lines: ['listening at ' + address + '.'], broken: new Promise(() => {}), stop }
  })`

/** A line of a program's log. */
type Line = { readonly level: number; readonly msg: string; readonly kind?: string; readonly outcome?: string }

/** A process of one version: where it listens, and what it logged. */
export type Part = {
  readonly address: string
  lines(): readonly Line[]
  /** Asks it to stop; gives its exit code. */
  stop(): Promise<number | null>
}

/** The program of one commit, or of this checkout, on one database. */
export function openRelease(
  name: string,
  { commit, env }: { readonly commit: string | null; readonly env: NodeJS.ProcessEnv },
) {
  const folder = unpacked(commit)
  const children: ChildProcess[] = []
  const run = (words: readonly string[], more: NodeJS.ProcessEnv = {}) =>
    promisify(execFile)(process.execPath, ['--import', SWIFT, ...words], { cwd: folder, env: { ...env, ...more } })
  return {
    name,
    migrate: () => run([join(folder, 'src', 'cli', 'main.ts'), 'migrate']),
    /** Enters the sample merchant as this version would. */
    seed: (notBefore: string) => run(['--input-type=module', '-e', SEED], { NOT_BEFORE: notBefore }),
    async start(role: 'web' | 'worker'): Promise<Part> {
      const words = ['--import', SWIFT, '--input-type=module', '-e', SERVE]
      const told = { ...env, ROLE: role }
      const child = spawn(process.execPath, words, { cwd: folder, env: told, stdio: ['ignore', 'pipe', 'pipe'] })
      children.push(child)
      return whenListening(child, `${name} ${role}`)
    },
    close(): void {
      for (const child of children) child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One of two versions that work on one database. */
export type Release = ReturnType<typeof openRelease>

const RUNS_BY = ['package.json', 'migrations', 'src']

/** What a commit, or this checkout, runs by, in a folder of its own; its packages are those of this checkout. */
function unpacked(commit: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-release-'))
  if (commit === null) for (const name of RUNS_BY) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  else unpackCommit(commit, folder)
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  // The console is files that stand still; nobody looks at them here.
  mkdirSync(join(folder, 'dist', 'web'), { recursive: true })
  for (const name of ['index.html', 'icon.svg'])
    writeFileSync(join(folder, 'dist', 'web', name), '<title>Millrace</title>')
  return folder
}

function unpackCommit(commit: string, folder: string): void {
  const archive = spawnSync('git', ['archive', commit, ...RUNS_BY], {
    cwd: ROOT,
    maxBuffer: 256 * 1024 ** 2,
  })
  const { status } = spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout })
  if (archive.status !== 0 || status !== 0) throw new Error(`The commit ${commit} could not be unpacked.`)
}

async function whenListening(child: ChildProcess, name: string): Promise<Part> {
  let [out, err] = ['', '']
  child.stdout?.on('data', (text) => {
    out += text
  })
  child.stderr?.on('data', (text) => {
    err += text
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const address = () => /listening at (\S+)\./.exec(out)?.[1]
  await until(() => address() !== undefined || child.exitCode !== null, 60_000)
  if (address() === undefined) throw new Error(`${name} did not start: ${out}${err}`)
  return {
    address: address() ?? '',
    lines: () =>
      err
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Line),
    stop: () => {
      child.kill('SIGTERM')
      return gone
    },
  }
}
