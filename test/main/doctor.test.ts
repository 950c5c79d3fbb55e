import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { nameOf } from '#main/backup/backup-files.ts'
import { readConfig } from '#main/config.ts'
import { examine } from '#main/doctor/examine.ts'
import { factsOf } from '#main/doctor/facts.ts'
import { exitCodeOf, type Finding } from '#main/doctor/finding.ts'
import { openInstallation } from '#main/installation.ts'
import { cliOn } from '../make/cli.ts'
import { addressesOf } from '../make/cli-bench.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'

const DAY = 86_400_000
const NOW = Date.now()

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'mr-doctor-'))
const key = join(folder, 'key')
const backups = join(folder, 'backups')

beforeAll(async () => {
  writeFileSync(key, Buffer.alloc(32, 7), { mode: 0o600 })
  database = await makeDatabase()
  const { close, deps } = await openInstallation(readConfig(settings()), { log: { note: () => {}, alarm: () => {} } })
  await deps.keys.list()
  await close()
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The settings of a deployment in which nothing is wrong. */
const settings = (others: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  MILLRACE_MODE: 'real',
  MILLRACE_DATA_FOLDER: join(folder, 'data'),
  MILLRACE_KEY_FILE: key,
  MILLRACE_BACKUP_FOLDER: backups,
  MILLRACE_PUBLIC_URL: 'https://millrace.example.com',
  MILLRACE_SMTP_URL: 'smtps://mail.example.com',
  MILLRACE_MAIL_FROM: 'millrace@example.com',
  MILLRACE_INCIDENT_CONTACT: 'Ada Reed, ada@example.com, 207-555-0100',
  ...addressesOf(database),
  ...others,
})
const look = (others: Readonly<Record<string, string>> = {}, now = NOW) =>
  examine(() => readConfig(settings(others)), now)
const about = (findings: readonly Finding[], what: string) => findings.filter((each) => each.about === what)

/** A backup with a trial, so many days old. */
function backedUp(days: number): void {
  rmSync(backups, { recursive: true, force: true })
  mkdirSync(backups)
  const at = NOW - days * DAY
  for (const part of ['main', 'vault'] as const) writeFileSync(join(backups, nameOf('real', part, at)), 'x')
  writeFileSync(join(backups, 'last-trial.json'), JSON.stringify({ at: new Date(at).toISOString() }))
}

describe('the doctor', () => {
  test('[X3] finds nothing where nothing is wrong, and every question can be answered', async () => {
    backedUp(1)
    const findings = await look()
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([])
    expect(exitCodeOf(findings)).toBe(0)
    expect(findings.length).toBeGreaterThan(20)
    expect(about(findings, 'policy')[0]?.sentence).toMatch(
      /^Policy baseline reviewed on \d{4}-\d\d-\d\d\. That is no certificate/,
    )
  })

  test.each<[what: string, state: Finding['state'], sentence: RegExp, sql: string]>([
    [
      'work',
      'bad',
      /due for/,
      `insert into deployment.due (merchant_id, kind, at) values ('HRBOR', 'sweep-orders', to_timestamp(0))`,
    ],
    [
      'work',
      'warn',
      /again and again/,
      `insert into deployment.due (merchant_id, kind, at, failures) values ('HRBOR', 'sweep-orders', to_timestamp(${NOW / 1000 - 5}), 3)`,
    ],
    ['connections', 'bad', /no longer authorized/, `update millrace.connections set state = 'revoked'`],
    [
      'connections',
      'warn',
      /lapses within 30 days/,
      `update millrace.connections set lapses_on = to_timestamp(${NOW / 1000})::date + 20`,
    ],
    [
      'secrets',
      'bad',
      /has lapsed/,
      `insert into deployment.application_secrets (region, slot, added_at, lapses_on) values ('na', 'current', to_timestamp(0), '2020-01-01')`,
    ],
    [
      'notifications',
      'bad',
      /AWS refuses us/,
      `insert into deployment.hint_queue (arn, problem) values ('arn', '{"code": "hint-queue-refused"}')`,
    ],
    [
      'notifications',
      'warn',
      /refuses 1 of 1/,
      `insert into deployment.hint_queue (arn, answered_at) values ('arn', to_timestamp(${NOW / 1000 - 20}));
       insert into millrace.subscriptions (merchant_id, connection_id, topic, checked_at, problem) values ('HRBOR', 'na-A1', 'orders', to_timestamp(0), '{"code": "access-denied"}')`,
    ],
    [
      'problems',
      'bad',
      /after its day/,
      `insert into millrace.problems (merchant_id, connection_id, code, facts, since, last_seen) values ('HRBOR', 'na-A1', 'buyer-data-overdue', '{}', to_timestamp(0), to_timestamp(0))`,
    ],
    [
      'problems',
      'warn',
      /1 problem/,
      `insert into deployment.problems (code, facts, since, last_seen) values ('x', '{}', to_timestamp(0), to_timestamp(0))`,
    ],
    [
      'clock',
      'bad',
      /differ by 300 seconds/,
      `insert into millrace.sweeps (merchant_id, connection_id, watermark, clock_offset) values ('HRBOR', 'na-A1', to_timestamp(0), -300000)`,
    ],
    [
      'mails',
      'warn',
      /not taken/,
      `insert into millrace.mails (merchant_id, address, topic, subject, text, html, written_at, next_at, attempts) values ('HRBOR', 'a@example.com', 'health', '', '', '', to_timestamp(0), to_timestamp(0), 3)`,
    ],
    [
      'second factors',
      'warn',
      /no second factor/,
      `insert into auth.users (user_id, email, name, operator, created_at, created_by) values ('U0123456789abcdef', 'ada@example.com', 'Ada', true, to_timestamp(0), 'a test')`,
    ],
    [
      'audit review',
      'bad',
      /Alarms wait/,
      `insert into millrace.alarms (merchant_id, kind, subject, facts, raised_at) values ('HRBOR', 'refused-calls', 'k1', '{}', to_timestamp(0))`,
    ],
    [
      'audit review',
      'warn',
      /nobody has read the audit/,
      `insert into millrace.audit (merchant_id, seq, at, content, mac) values ('HRBOR', 1, to_timestamp(0), '{}', '\\x01')`,
    ],
    ['access review', 'warn', /nobody has signed/, `update deployment.merchants set created_at = to_timestamp(0)`],
    [
      'keys of programs',
      'warn',
      /not used for 90 days/,
      `insert into deployment.api_keys (key_hash, key_id, merchant_id, name, scopes, created_at) values ('\\x01', 'k1', 'HRBOR', 'till', '{}', to_timestamp(0))`,
    ],
    [
      'keys of programs',
      'warn',
      /never expire/,
      `insert into deployment.api_keys (key_hash, key_id, merchant_id, name, scopes, created_at) values ('\\x01', 'k1', 'HRBOR', 'till', '{}', to_timestamp(${NOW / 1000}))`,
    ],
    ['master key', 'warn', /days old/, `update deployment.master_keys set made_at = to_timestamp(0)`],
  ])('[X3] %s: %s', async (...[what, state, sentence, sql]) => {
    const owner = database.ownerPool()
    await owner.query(`insert into deployment.merchants (merchant_id, name, owner, time_zone, currency, weight_unit, ship_from, created_at)
        values ('HRBOR', 'Harbor', 'owner@example.com', 'UTC', 'USD', 'g', '{}', to_timestamp(${NOW / 1000}));
      insert into millrace.connections (merchant_id, connection_id, region, selling_partner_id, state, authorized_at)
        values ('HRBOR', 'na-A1', 'na', 'A1', 'authorized', to_timestamp(0))`)
    onTestFinished(async () => {
      await owner.query(`delete from deployment.merchants; delete from millrace.audit; delete from auth.users; delete from deployment.application_secrets; delete from deployment.hint_queue;
        delete from deployment.problems; update deployment.master_keys set made_at = to_timestamp(${NOW / 1000})`)
    })
    expect(about(await look(), what)).toMatchObject([{ state: 'ok' }])
    await owner.query(sql)
    const findings = about(await look(), what)
    expect(findings).toMatchObject([
      { state, sentence: expect.stringMatching(sentence), mend: expect.stringMatching(/./) },
    ])
  })
})

describe('the doctor without a database', () => {
  const away = { DATABASE_OWNER_URL: 'postgres://nobody@127.0.0.1:1/none' }

  test('[X3] that is away says so and looks at everything else', async () => {
    backedUp(1)
    const findings = await look(away)
    expect(about(findings, 'database')).toMatchObject([
      { state: 'bad', sentence: expect.stringContaining('ECONNREFUSED') },
    ])
    expect(about(findings, 'key')).toMatchObject([{ state: 'ok' }])
    expect(exitCodeOf(findings)).toBe(2)
  })

  test('[X3] that does not run, of another version, or that is not there yet', async () => {
    const data = join(folder, 'embedded')
    const embedded = { MILLRACE_DATA_FOLDER: data, DATABASE_OWNER_URL: '', DATABASE_URL: '', DATABASE_VAULT_URL: '' }
    expect(about(await look(embedded), 'database')).toMatchObject([
      { state: 'warn', sentence: expect.stringContaining('no database') },
    ])
    mkdirSync(join(data, 'postgres'), { recursive: true })
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), '18\n')
    expect(about(await look(embedded), 'database')).toMatchObject([
      { sentence: expect.stringContaining('does not run') },
    ])
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), '17\n')
    expect(about(await look(embedded), 'database')).toMatchObject([{ state: 'bad', mend: './millrace upgrade' }])
  })

  test.each<[what: string, state: Finding['state'], days: number, others: Record<string, string>]>([
    ['backup', 'warn', 3, {}],
    ['backup', 'bad', 12, {}],
    ['restore', 'warn', 100, {}],
    ['mail', 'bad', 1, { MILLRACE_SMTP_URL: '', MILLRACE_MAIL_FROM: '' }],
    ['address', 'bad', 1, { MILLRACE_PUBLIC_URL: 'http://millrace.example.com' }],
    ['incident contact', 'warn', 1, { MILLRACE_INCIDENT_CONTACT: '' }],
    ['settings', 'bad', 1, { MILLRACE_RETENTION_DAYS: '31' }],
  ])('[M5][X3] %s: %s', async (...[what, state, days, others]) => {
    backedUp(days)
    expect(about(await look({ ...away, ...others }), what)[0]).toMatchObject({ state })
  })

  test('[U3] a key that lies with the backups, and buyer data that lies there too long', async () => {
    backedUp(20)
    writeFileSync(join(backups, 'key'), Buffer.alloc(32), { mode: 0o600 })
    const findings = about(await look({ ...away, MILLRACE_KEY_FILE: join(backups, 'key') }), 'backup')
    expect(findings.map(({ sentence }) => sentence).join(' ')).toMatch(/lies with the backups.*older than 7 days/)
  })

  test('an old program says that the policies may have changed', async () => {
    expect(about(await look(away, NOW + 200 * DAY), 'policy')).toMatchObject([{ state: 'warn' }])
  })
})

test('[X3] by command line: a line for each thing, JSON for programs, the exit code, and the facts of this deployment', async () => {
  backedUp(3)
  const { MILLRACE_DATA_FOLDER: data = '', ...others } = settings()
  const cli = cliOn(data, others)
  const said = await cli.run(['doctor'])
  expect(said.code).toBe(1)
  expect(said.out).toMatch(/soon {3}backup: The newest backup .* 3 days old\.\n +-> look into the log/)
  expect(JSON.parse((await cli.run(['doctor', '--json'])).out).findings.length).toBeGreaterThan(20)
  expect(await cli.ok(['doctor', '--facts'])).toMatch(/Incident contact +Ada Reed/)
  const facts = Object.fromEntries(await factsOf(readConfig(settings()), NOW))
  expect(facts).toMatchObject({ 'People who may see buyer data': '0', Mode: 'real', 'Master keys in use': '1' })
  expect(Object.values(facts).join()).not.toMatch(/compliant|certified/i)
})
