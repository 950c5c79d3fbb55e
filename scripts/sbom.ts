// npm run sbom: writes sbom.cdx.json, the list of the packages that the program runs with (CycloneDX); Git leaves it out.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const file = join(root, 'sbom.cdx.json')
const program = join(root, 'node_modules', '@cyclonedx', 'cyclonedx-npm', 'bin', 'cyclonedx-npm-cli.js')
const words = ['--omit', 'dev', '--output-reproducible', '--output-format', 'JSON', '--output-file', file]
const { status } = spawnSync(process.execPath, [program, ...words], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (status === 0) {
  const { components } = JSON.parse(readFileSync(file, 'utf8')) as { components: readonly unknown[] }
  console.log(`${components.length} packages in ${file}.`)
}
process.exitCode = status ?? 1
