// The rules of the house that no tool knows; `npm run check` runs them.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { envExample, onlyReader } from './house-rules/environment.ts'
import { noRegistry, wholeLockfile } from './house-rules/lockfile.ts'
import { merchantInSql } from './house-rules/merchant-id.ts'
import { rollingMigrations } from './house-rules/migrations.ts'
import { bannedNames } from './house-rules/names.ts'
import { type Finding, parse } from './house-rules/source-file.ts'
import { sqlTime } from './house-rules/sql-time.ts'
import { timeAndChance } from './house-rules/time-and-chance.ts'
import { vaultTable } from './house-rules/vault-table.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const findings = checkHouse()
for (const { at, sentence } of findings) console.log(`${at} ${sentence}`)
process.exitCode = findings.length === 0 ? 0 : 1

function checkHouse(): Finding[] {
  const paths = globSync('{src,test,scripts,bench,demo}/**/*.*', { cwd: root }).map((path) =>
    path.replaceAll('\\', '/'),
  )
  const files = paths.filter((path) => /^src\/.*\.ts$/.test(path)).map((path) => parse(path, read(path)))
  const config = files.find((file) => file.path === 'src/main/config.ts')
  const hasExample = config && existsSync(join(root, '.env.example'))
  return [
    ...files.flatMap((file) => [...timeAndChance(file), ...sqlTime(file), ...onlyReader(file)]),
    ...vaultTable(files),
    ...merchantInSql(files),
    ...bannedNames(paths.sort()),
    ...(hasExample ? envExample(config, read('.env.example')) : []),
    ...['package-lock.json', '.npmrc'].flatMap((path) => noRegistry(path, read(path))),
    ...globSync('migrations/*.sql', { cwd: root }).flatMap((path) => rollingMigrations(path, read(path))),
    ...wholeLockfile(JSON.parse(read('package-lock.json'))),
  ]
}
