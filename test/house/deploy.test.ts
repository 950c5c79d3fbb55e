import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { buildProgram } from '#cli/program.ts'
import { DEPLOYMENT_METRICS, type Metric, writeMetrics } from '#core/metrics.ts'
import { readConfig } from '#main/config.ts'
import { measureProcess } from '#main/watch/own-metrics.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const DEPLOY = readdirSync(join(root, 'deploy'))
const METRICS: Readonly<Record<string, Metric>> = DEPLOYMENT_METRICS

type Alert = {
  readonly alert: string
  readonly expr: string
  readonly for?: string
  readonly labels: { readonly severity: string }
  readonly annotations: { readonly summary: string; readonly todo: string }
}
const alerts = (parse(read('deploy/alerts.yaml')) as { groups: { name: string; rules: Alert[] }[] }).groups.flatMap(
  ({ rules }) => rules,
)

/** Names of the measurements with their labels, as Prometheus has them. */
async function known(): Promise<Map<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>()
  for (const [name, { type, labels }] of Object.entries(METRICS)) {
    const full = `millrace_${name}${type === 'counter' ? '_total' : ''}`
    if (type === 'histogram') for (const end of ['bucket', 'sum', 'count']) names.set(`${full}_${end}`, ['le'])
    else names.set(full, labels)
  }
  for (const [, name = ''] of (await measureProcess().text()).matchAll(/^# TYPE (\S+)/gm))
    names.set(name, name === 'millrace_http_answers_total' ? ['method', 'status'] : [])
  return names
}

test('[X5] each alert asks for what is measured, by labels that it has, and says what to do', async () => {
  const names = await known()
  expect(alerts.length).toBeGreaterThan(20)
  expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length)
  for (const { alert, expr, labels, annotations, ...rest } of alerts) {
    expect(alert).toMatch(/^Millrace[A-Z]\w+$/)
    expect(['page', 'ticket']).toContain(labels.severity)
    expect(rest.for ?? '0m').toMatch(/^\d+[mhd]$/)
    expect([annotations.summary, annotations.todo].every((text) => text.length > 10)).toBe(true)
    expect(isBalanced(expr), alert).toBe(true)
    const asked = [...expr.matchAll(/\b(millrace_\w+)(?:\{([^}]*)\})?/g)]
    expect(asked.length, alert).toBeGreaterThan(0)
    for (const [, name = '', filter = ''] of asked) {
      expect([...names.keys()], alert).toContain(name)
      for (const [, label] of filter.matchAll(/(\w+)(?:=~|!~|!=|=)"/g)) expect(names.get(name), alert).toContain(label)
    }
    const [, shown] = /\{\{ \$labels\.(\w+) \}\}/.exec(annotations.summary) ?? []
    if (shown) expect(expr, alert).toMatch(new RegExp(`by \\([^)]*\\b${shown}\\b`))
  }
  // What the issue wants to be told of.
  const all = alerts.map(({ expr }) => expr).join('\n')
  for (const about of [
    'order_lag',
    'read_behind',
    'orders_held',
    'amazon_calls',
    'quota',
    'buyer_data_overdue',
    'secret_lapses',
    'backup_age',
  ])
    expect(all).toContain(`millrace_${about}`)
})

const isBalanced = (text: string): boolean => {
  let open = 0
  for (const sign of text.replace(/"[^"]*"/g, '')) {
    if ('({['.includes(sign)) open++
    if (')}]'.includes(sign)) open--
    if (open < 0) return false
  }
  return open === 0
}

test('[X5] measurements are written as Prometheus reads them: each with its help, labels escaped, the lag in classes that add up', () => {
  const text = writeMetrics([
    { metric: 'orders_held', labels: ['a"b\\c\nd'], value: 3 },
    { metric: 'order_lag_seconds', labels: ['300'], value: 2 },
    { metric: 'order_lag_seconds', labels: ['+Inf'], value: 1 },
    { metric: 'order_lag_seconds', labels: ['sum'], value: 90_500.5 },
    { metric: 'amazon_calls', labels: ['getOrder', '200'], value: 7 },
  ])
  expect(text).toContain('millrace_orders_held{problem="a\\"b\\\\c\\nd"} 3\n')
  expect(text).toContain(
    '# TYPE millrace_amazon_calls_total counter\nmillrace_amazon_calls_total{operation="getOrder",answer="200"} 7\n',
  )
  expect(text).toMatch(/le="180"\} 0\n[^\n]*le="300"\} 2\n[^\n]*le="420"\} 2\n/)
  expect(text).toMatch(/le="\+Inf"\} 3\nmillrace_order_lag_seconds_sum 90500.5\nmillrace_order_lag_seconds_count 3\n/)
  for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? [\d.e+-]+)$/)
})

test('[X5] the page on metrics tells of each measurement, and of no other', async () => {
  const page = read('docs/metrics.md')
  const told = new Set([...page.matchAll(/`(millrace_\w+)`/g)].map(([, name]) => name))
  const names = [...(await known()).keys()]
    .map((name) => name.replace(/(_lag_seconds)_\w+$/, '$1'))
    .filter((name) => name.startsWith('millrace_'))
  expect([...told].sort()).toEqual([...new Set(names)].sort())
  for (const { alert } of alerts) expect(page).toContain(alert)
})

test('[X3] what is deployed names settings, commands and files that there are, and the pages tell of each file', () => {
  const env = new Set([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name))
  const commands = buildProgram().commands.map((each) => each.name())
  const page = read('docs/deploy.md')
  /** Settings of the proxy, not of Millrace. */
  const OF_PROXY = ['MILLRACE_SITE', 'MILLRACE_WEBS']
  for (const file of DEPLOY) {
    const text = read(`deploy/${file}`)
    for (const [name] of text.matchAll(/\b(MILLRACE|DATABASE)_[A-Z_]+\b/g))
      if (!OF_PROXY.includes(name)) expect(env, file).toContain(name)
    for (const [, command] of text.matchAll(
      /(?:src\/cli\/main\.ts|command: \["|CMD \["|\.\/millrace) ?(?!\.)([a-z]+)/g,
    ))
      if (command !== 'node') expect(commands, file).toContain(command)
    for (const [, path = ''] of text.matchAll(/(?:\.\.\/|^COPY (?!--from)|docs\/)([\w./-]+)/gm))
      if (text.includes(`docs/${path}`)) expect(existsSync(join(root, 'docs', path)), `${file} ${path}`).toBe(true)
    expect(page).toContain(file)
  }
})

test('[X3] containers and services run without rights, on files that they cannot change, and are stopped after what runs may take', () => {
  const compose = parse(read('deploy/compose.yaml'), { merge: true }) as {
    services: Record<string, Record<string, unknown>>
    secrets: object
    volumes: object
    networks: Record<string, { internal?: boolean } | null>
  }
  for (const name of ['migrate', 'backup', 'web', 'worker']) {
    const service = compose.services[name] ?? {}
    expect(service.env_file).toEqual(['migrate', 'backup'].includes(name) ? ['real.env', 'owner.env'] : 'real.env')
    expect(service).toMatchObject({
      read_only: true,
      user: '10001:10001',
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      stop_grace_period: '40s',
    })
    for (const secret of service.secrets as string[]) expect(Object.keys(compose.secrets)).toContain(secret)
    for (const network of service.networks as string[]) expect(Object.keys(compose.networks)).toContain(network)
  }
  // Nobody but the proxy is reached from outside, and nobody but ours reaches the database.
  expect(compose.services.database).not.toHaveProperty('ports')
  expect(compose.services.worker).not.toHaveProperty('ports')
  expect(compose.services.database?.networks).toEqual(['inside'])
  expect(compose.networks.inside?.internal).toBe(true)
  expect(compose.services.proxy?.network_mode).toBe('service:web')
  const docker = read('deploy/Dockerfile')
  expect(docker).toMatch(/^USER 10001:10001$/m)
  // A volume belongs to whom the folder belonged to in the image.
  const owned = /install -d -o 10001 -g 10001 -m 0700 (.*)$/m.exec(docker)?.[1]?.split(' ')
  for (const name of ['migrate', 'backup', 'web', 'worker']) {
    const { volumes = [], tmpfs = [] } = compose.services[name] as { volumes?: string[]; tmpfs?: string[] }
    for (const at of volumes) expect(owned, name).toContain(at.split(':')[1])
    expect(tmpfs.map((each) => each.split(':')[0])).toContain('/var/lib/millrace')
  }
  for (const [, path = ''] of docker.matchAll(/^COPY --from=build \/app\/(\S+)/gm))
    if (!['node_modules', 'dist'].includes(path)) expect(existsSync(join(root, path)), path).toBe(true)
  for (const file of DEPLOY.filter((name) => name.endsWith('.service'))) {
    const unit = read(`deploy/${file}`)
    for (const line of [
      'User=millrace',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'UMask=0077',
    ])
      expect(unit, file).toContain(`\n${line}\n`)
    if (file.includes('@')) expect(unit).toContain('\nTimeoutStopSec=40\n')
    // Only what changes or copies all tables has their owner.
    expect(unit.includes('owner.env'), file).toBe(!file.includes('@'))
  }
  for (const proxy of ['deploy/Caddyfile', 'deploy/nginx.conf']) {
    expect(read(proxy)).toContain('Strict-Transport-Security')
    expect(read(proxy)).toContain('/api/v1/events')
  }
})

test('[X3] a copy of .env.example, filled in where it must be, starts each service: its empty lines win over nothing that the service needs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mr-deploy-'))
  const key = join(folder, 'key')
  writeFileSync(key, Buffer.alloc(32, 7), { mode: 0o600 })
  const example = Object.fromEntries(
    [...read('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
  const app = 'postgres://millrace_app:x@database/millrace'
  const real = { ...example, MILLRACE_MODE: 'real', DATABASE_URL: app, DATABASE_VAULT_URL: app }
  const units = DEPLOY.filter((name) => name.endsWith('.service'))
  for (const file of units) {
    const [, said = ''] =
      /^ExecStart=\/usr\/bin\/env (.*) \/usr\/bin\/node src\/cli\/main\.ts \w+$/m.exec(read(`deploy/${file}`)) ?? []
    const own = Object.fromEntries(
      said
        .replaceAll('%i', '3')
        .split(' ')
        .map((each) => each.split('=')),
    )
    const config = readConfig({ ...real, MILLRACE_KEY_FILE: key, ...own })
    expect(config.dataFolder, file).toBe('/var/lib/millrace')
    expect(config.databases?.owner, file).toBeNull()
    if (file.includes('web')) expect(config.port).toBe(4703)
    if (file.includes('worker')) expect(config.workerPort).toBe(4713)
  }
  const compose = parse(read('deploy/compose.yaml'), { merge: true }) as {
    services: Record<string, { environment: Record<string, string> }>
  }
  for (const name of ['migrate', 'backup', 'web', 'worker']) {
    const { MILLRACE_KEY_FILE: at, ...said } = compose.services[name]?.environment ?? {}
    expect(at).toBe('/run/secrets/millrace_key')
    const config = readConfig({ ...real, ...said, MILLRACE_KEY_FILE: key })
    expect([config.dataFolder, config.backups.folder]).toEqual(['/var/lib/millrace', '/var/backups/millrace'])
  }
  rmSync(folder, { recursive: true })
  expect(units).toHaveLength(4)
})

test('[X5] each line of the log that a flow or a job writes names its merchant, but for what is of the whole deployment', () => {
  /** News for the operators, and troubles of the queue itself. */
  const OF_DEPLOYMENT = [
    'src/flows/tell-operators.ts',
    'src/flows/take-secret-hint.ts',
    'src/jobs/dispatch.ts',
    'src/jobs/queue.ts',
    'src/jobs/receive-hints.ts',
  ]
  const lines = globSync('src/{flows,jobs}/*.ts', { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/\blog\.(?:note|alarm)\(([^;]*?)\)\n/g)].map(([, facts = '']) => ({ file, facts })),
  )
  expect(lines.length).toBeGreaterThan(25)
  const unnamed = lines.filter(({ file, facts }) => !OF_DEPLOYMENT.includes(file) && !/\bmerchant\b/.test(facts))
  // Trouble with taking or beginning jobs of a kind, before any merchant is known.
  expect(unnamed.map(({ file, facts }) => `${file} ${facts}`)).toEqual([
    'src/jobs/worker.ts message, { kind, error: errorCode(error) }',
  ])
})
