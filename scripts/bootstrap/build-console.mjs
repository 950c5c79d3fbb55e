import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the console is made of. */
const SOURCES = ['src/web', 'src/core', 'vite.config.ts', 'package-lock.json']

/** Builds the console when what it is made of has changed since it was built; says so, since it takes some seconds. */
export async function buildConsole({ root, node, env }) {
  const sum = sumOf(root)
  const note = join(root, 'dist', 'web', 'built-from')
  if (existsSync(note) && readFileSync(note, 'utf8') === sum) return
  console.error('Building the console (some seconds, once) ...')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { code, output } = await run(node, [vite, 'build', '--logLevel', 'error'], { cwd: root, env })
  if (code !== 0) throw Object.assign(new Error(`The console could not be built:\n${output.trim()}`), { forUser: true })
  writeFileSync(note, sum)
}

function sumOf(root) {
  const sum = createHash('sha256')
  for (const source of SOURCES) {
    const path = join(root, source)
    const files = /\.\w+$/.test(source) ? [path] : filesIn(path)
    for (const file of files) sum.update(file.slice(root.length)).update(readFileSync(file))
  }
  return sum.digest('hex')
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

function run(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}
