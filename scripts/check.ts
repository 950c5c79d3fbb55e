// npm run check: format, lint, types, import rules, dead code and the rules of the house.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What is checked, the slowest first: name, program, arguments. */
const parts: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['types of the console', 'node_modules/typescript/bin/tsc', '-p', 'src/web/tsconfig.json'],
  ['types of the core', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.core.json'],
  ['dead code', 'node_modules/knip/bin/knip.js', '--no-progress'],
  ['import rules', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...importRules()],
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=50'],
  ['house rules', 'scripts/house-rules.ts'],
  ...(existsSync(join(root, 'scripts/openapi.ts'))
    ? [['API document', 'scripts/openapi.ts', '--check'] as [string, string, ...string[]]]
    : []),
]

const waiting = [...parts]
const failed: string[] = []
const started = performance.now()
// Two at a time: the parts are programs of their own, and two cores are what a small machine has.
await Promise.all([workOff(), workOff()])
console.log(failed.length === 0 ? `All in order (${seconds(started)}).` : `Failed: ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1

function importRules(): string[] {
  const folders = ['src', 'test', 'scripts', 'bench', 'demo'].filter((folder) => existsSync(join(root, folder)))
  return ['--config', '.dependency-cruiser.mjs', ...folders]
}

async function workOff(): Promise<void> {
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    const [name, program, ...args] = part
    const start = performance.now()
    const { code, output } = await run(program, args)
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(start)})`)
    if (code === 0) continue
    failed.push(name)
    console.log(output.trimEnd())
  }
}

function run(program: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, program), ...args], { cwd: root })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
