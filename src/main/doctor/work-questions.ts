import type { FindingState } from './finding.ts'

/** One question to the tables: counts and dates only, of all merchants together; no order is looked at (M2). */
export type WorkQuestion = {
  readonly about: string
  /** Gives one row; `$1` is the instant of the examination in seconds. */
  readonly sql: string
  answer(row: Readonly<Record<string, number>>): {
    readonly state: FindingState
    readonly sentence: string
    readonly mend: string
  }
}

const NOW = 'to_timestamp($1::float8)'
const said = (state: FindingState, sentence: string, mend = ''): ReturnType<WorkQuestion['answer']> => ({
  state,
  sentence,
  mend,
})
const n = (value: number | undefined): number => Number(value ?? 0)

/** What the doctor asks of the work, one thing after the other. */
export const WORK_QUESTIONS: readonly WorkQuestion[] = [
  {
    about: 'work',
    sql: `select coalesce(max(extract(epoch from ${NOW} - d.at)), 0)::float8 as late, count(*) filter (where d.failures >= 3)::int as failing
      from deployment.due d join deployment.merchants m using (merchant_id) where d.at <= ${NOW} and m.suspended_at is null`,
    answer: ({ late, failing }) => {
      if (n(late) > 3600) return said('bad', `Work has been due for ${hours(n(late))} and nobody does it.`, 'npm start')
      if (n(failing) > 0)
        return said('warn', `Work fails again and again (kinds: ${n(failing)}).`, './millrace status, and the log')
      return said('ok', 'What is due is done.')
    },
  },
  {
    about: 'connections',
    sql: `select count(*)::int as all, count(*) filter (where state in ('revoked', 'expired'))::int as lost,
      count(*) filter (where state = 'authorized' and lapses_on < (${NOW})::date + 30)::int as lapsing from millrace.connections`,
    answer: ({ all, lost, lapsing }) => {
      if (n(lost) > 0)
        return said(
          'bad',
          `${n(lost)} of ${n(all)} connections are no longer authorized at Amazon.`,
          './millrace status',
        )
      if (n(lapsing) > 0)
        return said(
          'warn',
          `The authorization of ${n(lapsing)} connections lapses within 30 days.`,
          'the seller authorizes again at Amazon',
        )
      return said('ok', `No authorization lapses within 30 days (connections: ${n(all)}).`)
    },
  },
  {
    about: 'secrets',
    sql: `select count(*) filter (where lapses_on < (${NOW})::date)::int as over, count(*) filter (where lapses_on < (${NOW})::date + 30)::int as soon
      from deployment.application_secrets where slot = 'current'`,
    answer: ({ over, soon: near }) => {
      const mend = 'a new one: ./millrace secret --help'
      if (n(over) > 0)
        return said('bad', 'A client secret of the application has lapsed: nothing can be asked of Amazon.', mend)
      if (n(near) > 0) return said('warn', 'A client secret of the application lapses within 30 days.', mend)
      return said('ok', 'No client secret is known to lapse within 30 days.')
    },
  },
  {
    about: 'notifications',
    sql: `select count(q.arn)::int as queues, coalesce(max(extract(epoch from ${NOW} - q.answered_at)), -1)::float8 as silent,
      coalesce(max(extract(epoch from ${NOW} - q.message_at)), -1)::float8 as quiet,
      count(*) filter (where q.problem ->> 'code' = 'hint-queue-refused')::int as refused,
      (select count(*) from millrace.subscriptions)::int as all,
      (select count(*) from millrace.subscriptions s join millrace.connections c using (merchant_id, connection_id)
        where s.problem is not null and c.state = 'authorized')::int as refusals from deployment.hint_queue q`,
    answer: (found) => {
      if (n(found.queues) === 0)
        return said('ok', "No queue is set for Amazon's notifications: orders come by the sweeps alone.")
      if (n(found.refused) > 0)
        return said('bad', "AWS refuses us the queue for Amazon's notifications; orders come by the sweeps.", SQS)
      if (n(found.silent) < 0 || n(found.silent) > 900)
        return said('warn', "Nobody reaches the queue for Amazon's notifications; orders come by the sweeps.", SQS)
      if (n(found.refusals) > 0)
        return said(
          'warn',
          `Amazon refuses ${n(found.refusals)} of ${n(found.all)} subscriptions to its notifications.`,
          SQS,
        )
      const last = n(found.quiet) < 0 ? 'none has come yet' : `the last came ${ago(n(found.quiet))} ago`
      return said('ok', `The queue for Amazon's notifications answers; ${last} (subscriptions: ${n(found.all)}).`)
    },
  },
  {
    about: 'problems',
    sql: `select (select count(*) from millrace.problems where cleared_at is null)::int as open,
      (select count(*) from millrace.problems where cleared_at is null and code = 'buyer-data-overdue')::int as overdue,
      (select count(*) from deployment.problems where cleared_at is null)::int as ours`,
    answer: ({ open, overdue, ours }) => {
      if (n(overdue) > 0)
        return said('bad', 'Buyer data is still there after its day (U4).', './millrace retention report')
      if (n(open) + n(ours) > 0)
        return said(
          'warn',
          n(open) + n(ours) === 1 ? '1 problem is open.' : `${n(open) + n(ours)} problems are open.`,
          './millrace status',
        )
      return said('ok', 'No problem is open.')
    },
  },
  {
    about: 'clock',
    sql: `select coalesce(max(abs(clock_offset)), 0)::float8 as off from millrace.sweeps`,
    answer: ({ off }) => {
      const sentence = `This clock and Amazon's differ by ${Math.round(n(off) / 1000)} seconds.`
      if (n(off) > 240_000) return said('bad', sentence, 'set the clock of this machine (NTP)')
      return n(off) > 60_000 ? said('warn', sentence, 'set the clock of this machine (NTP)') : said('ok', sentence)
    },
  },
  {
    about: 'mails',
    sql: `select count(*) filter (where attempts > 2)::int as stuck from millrace.mails where state = 'waiting'`,
    answer: ({ stuck }) =>
      n(stuck) > 0
        ? said('warn', `${n(stuck)} mails are not taken by the mail server.`, './millrace mail list')
        : said('ok', 'No mail is stuck.'),
  },
  {
    about: 'outbox',
    sql: `select count(*) filter (where state in ('unsure', 'refused'))::int as people from millrace.outbox`,
    answer: ({ people }) =>
      n(people) > 0
        ? said('warn', `${n(people)} things that go up to Amazon wait for a person.`, './millrace outbox list')
        : said('ok', 'Nothing that goes up waits for a person.'),
  },
  {
    about: 'second factors',
    sql: `select count(*)::int as people, count(*) filter (where not exists (select from auth.totps t where t.user_id = u.user_id and t.seed is not null)
        and not exists (select from auth.passkeys p where p.user_id = u.user_id))::int as without
      from auth.users u where u.disabled_at is null and (u.operator or exists (select from deployment.memberships m where m.user_id = u.user_id and m.owner))`,
    answer: ({ people, without }) => {
      if (n(without) > 0)
        return said(
          'warn',
          `${n(without)} owners or operators have no second factor yet (D17).`,
          'they sign in and set one up',
        )
      return said('ok', `Each of ${n(people)} owners and operators has a second factor.`)
    },
  },
  {
    about: 'access review',
    sql: `select count(*)::int as over from deployment.merchants m where m.suspended_at is null and m.created_at < ${NOW} - interval '92 days'
      and not exists (select from deployment.access_reviews r where r.merchant_id = m.merchant_id and r.signed_at > ${NOW} - interval '92 days')`,
    answer: ({ over }) =>
      n(over) > 0
        ? said(
            'warn',
            `For ${n(over)} merchants nobody has signed who may do what within three months (D11).`,
            'somebody with Edit Users goes through the list',
          )
        : said('ok', 'Who may do what was signed for every merchant within three months.'),
  },
  {
    about: 'audit review',
    sql: `select (select count(*) from deployment.merchants m where m.suspended_at is null and exists (select from millrace.audit a where a.merchant_id = m.merchant_id and a.at < ${NOW} - interval '15 days')
        and not exists (select from millrace.audit_reviews r where r.merchant_id = m.merchant_id and r.signed_at > ${NOW} - interval '15 days'))::int as over,
      (select count(*) from millrace.alarms where closed_at is null)::int as alarms`,
    answer: ({ over, alarms }) => {
      if (n(alarms) > 0)
        return said('bad', `Alarms wait for a person to look (open: ${n(alarms)}; D42).`, './millrace audit --help')
      if (n(over) > 0)
        return said(
          'warn',
          `For ${n(over)} merchants nobody has read the audit within two weeks (D41).`,
          './millrace audit --help',
        )
      return said('ok', 'The audits were read within two weeks, and no alarm is open.')
    },
  },
  {
    about: 'keys of programs',
    sql: `select count(*)::int as all, count(*) filter (where coalesce(last_used_at, created_at) < ${NOW} - interval '90 days')::int as idle,
      count(*) filter (where expires_at is null)::int as endless from deployment.api_keys where revoked_at is null and (expires_at is null or expires_at > ${NOW})`,
    answer: ({ all, idle, endless }) => {
      if (n(idle) > 0)
        return said(
          'warn',
          `${n(idle)} of ${n(all)} API keys were not used for 90 days (D9).`,
          './millrace key list, ./millrace key revoke',
        )
      if (n(endless) > 0)
        return said(
          'warn',
          `${n(endless)} of ${n(all)} API keys never expire (D9).`,
          'make new ones with --expires, then revoke these',
        )
      return said('ok', `Each of ${n(all)} API keys is in use and has an end.`)
    },
  },
  {
    about: 'master key',
    sql: `select coalesce(extract(epoch from ${NOW} - max(made_at)) / 86400, 0)::float8 as days from deployment.master_keys where destroyed_at is null`,
    answer: ({ days }) =>
      n(days) > 365
        ? said(
            'warn',
            `The newest master key is ${Math.floor(n(days))} days old; Amazon's policy asks for a new one each year (D18).`,
            './millrace keys --help',
          )
        : said('ok', 'The newest master key is less than a year old.'),
  },
]

const SQS = './millrace sqs, docs/notifications-by-sqs.md'

const ago = (seconds: number): string =>
  seconds < 120
    ? 'a minute'
    : seconds < 7200
      ? `${Math.floor(seconds / 60)} minutes`
      : `${Math.floor(seconds / 3600)} hours`

const hours = (seconds: number): string =>
  seconds < 7200 ? 'more than an hour' : `${Math.floor(seconds / 3600)} hours`
