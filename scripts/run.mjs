// Starts every task of this repository. Runs on Node 18 and up with nothing installed, so that a
// fresh clone needs one command only: it finds a fit Node, installs what is missing, then runs the task.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConsole } from './bootstrap/build-console.mjs'
import { fitNode } from './bootstrap/fit-node.mjs'
import { installPackages } from './bootstrap/install-packages.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Each task with the script it runs; what follows the task's name is passed on. */
const tasks = {
  start: ['src/cli/main.ts', 'serve'],
  demo: ['src/cli/main.ts', 'demo'],
  millrace: ['src/cli/main.ts'],
  test: ['scripts/test.ts'],
  check: ['scripts/check.ts'],
  rules: ['scripts/rules.ts'],
  bench: ['bench/main.ts'],
  'bench:console': ['bench/console.ts'],
  screenshots: ['scripts/screenshots.ts'],
  chaos: ['scripts/chaos.ts'],
  'test:browser': ['scripts/test-browser.ts'],
  sbom: ['scripts/sbom.ts'],
  audit: ['scripts/audit.ts'],
  fuzz: ['scripts/fuzz.ts'],
}

/** Tasks in which the console's pages are served. */
const withConsole = ['start', 'test:browser', 'bench', 'bench:console', 'screenshots']

/** Runs one task and returns its exit code. */
export async function run(name, args) {
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
  if (!task) {
    console.error(`Unknown task ${name ?? '(none)'}. Tasks: ${Object.keys(tasks).join(', ')}.`)
    return 2
  }
  const node = fitNode(root)
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  await installPackages({ root, node, env })
  if (withConsole.includes(name) || (name === 'millrace' && ['serve', 'web'].includes(args[0])))
    await buildConsole({ root, node, env })
  const [script, ...fixed] = task
  return runToEnd(node, [join(root, script), ...fixed, ...args], env)
}

/** Runs the child to its end; signals sent to us reach it. */
function runToEnd(node, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { stdio: 'inherit', env })
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
      process.on(signal, () => {
        // A terminal sends Ctrl-C to the child as well: passed on, it would count twice.
        if (signal === 'SIGINT' && process.stdin.isTTY) return
        child.kill(signal)
      })
    }
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)))
  })
}

/** Runs a task and ends this program with the task's exit code; known obstacles are one sentence. */
export async function runAndExit(name, args) {
  try {
    process.exitCode = await run(name, args)
  } catch (error) {
    console.error(error?.forUser ? error.message : error)
    process.exitCode = 1
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  await runAndExit(process.argv[2], process.argv.slice(3))
}
