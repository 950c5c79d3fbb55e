import type { MetricName } from '#core/metrics.ts'

/**
 * A question to the tables of the whole deployment, which gives rows of a measurement, labels and a value. `$1` is the instant in seconds.
 */
export type MetricQuestion = { readonly about: string; readonly sql: string }

const NOW = 'to_timestamp($1::float8)'
/** What grows with orders is counted up to this: above it, nobody needs the digits. */
const MOST = 50_001

const age = (at: string) => `extract(epoch from ${NOW} - ${at})::float8`
const row = (metric: MetricName, labels: readonly string[], value: string) =>
  `select '${metric}' as metric, array[${labels.join(', ')}]::text[] as labels, (${value})::float8 as value`
/** A suspended merchant rests (M2): what waits there is nobody's to mend. */
const AT_WORK = `merchant_id not in (select merchant_id from deployment.merchants where suspended_at is not null)`
const few = (columns: string, from: string) => `(select ${columns} from ${from} limit ${MOST}) few`

/** The questions of one look: each reads kept counts, a table that is small, or an index that holds what is open only (X5). */
export const METRIC_QUESTIONS: readonly MetricQuestion[] = [
  {
    about: 'tallies',
    sql: `select case name when 'calls' then 'amazon_calls' else 'order_lag_seconds' end as metric, labels, amount as value
      from deployment.tallies where name in ('calls', 'lags')`,
  },
  {
    about: 'processes',
    sql: `${row('processes', ['role', 'version'], 'count(*)')} from deployment.processes where seen_at > ${NOW} - interval '60 seconds' group by role, version
      union all ${row('merchants', [`case when suspended_at is null then 'active' else 'suspended' end`], 'count(*)')} from deployment.merchants group by 2
      union all ${row('database_bytes', [], 'pg_database_size(current_database())')}`,
  },
  {
    about: 'work',
    sql: `with d as (select d.kind, d.at, d.failures from deployment.due d join deployment.merchants m using (merchant_id) where m.suspended_at is null or d.kind in ('purge-buyer-data', 'authorization'))
      ${row('work_due', ['kind'], `count(*) filter (where at <= ${NOW})`)} from d group by kind
      union all ${row('work_oldest_seconds', ['kind'], `coalesce(max(${age('at')}) filter (where at <= ${NOW}), 0)`)} from d group by kind
      union all ${row('work_failing', ['kind'], 'count(*) filter (where failures > 0)')} from d group by kind
      union all ${row('work_waiting', ['name'], `count(*) filter (where state < 'active')`)} from pgboss.job group by name
      union all ${row('work_running', ['name'], `count(*) filter (where state = 'active')`)} from pgboss.job group by name`,
  },
  {
    about: 'quota',
    sql: `with b as (select split_part(key, '/', 3) as operation, rate, blocked_until,
        greatest(0, least(burst, tokens + greatest(0, ${age('at')}) * rate)) as left, burst from deployment.buckets
        where split_part(key, '/', 3) <> '')
      ${row('quota_buckets', ['operation'], 'count(*)')} from b group by operation
      union all ${row('quota_calls_per_second', ['operation'], 'sum(rate)')} from b group by operation
      union all ${row('quota_empty', ['operation'], 'count(*) filter (where b.left < 1)')} from b group by operation
      union all ${row('quota_blocked', ['operation'], `count(*) filter (where blocked_until > ${NOW})`)} from b group by operation
      union all ${row('quota_burst_left_ratio', ['operation', `'0'`], 'min(b.left / greatest(burst, 1))')} from b group by operation
      union all ${row('quota_burst_left_ratio', ['operation', `'0.5'`], 'percentile_cont(0.5) within group (order by b.left / greatest(burst, 1))')} from b group by operation`,
  },
  {
    about: 'connections',
    sql: `${row('connections', ['state'], 'count(*)')} from millrace.connections group by state
      union all ${row('authorizations_lapsing', [], `count(*) filter (where state = 'authorized' and lapses_on < (${NOW})::date + 30)`)} from millrace.connections
      union all ${row('secret_lapses_seconds', ['region'], `extract(epoch from lapses_on::timestamptz - ${NOW})`)} from deployment.application_secrets where slot = 'current' and lapses_on is not null
      union all select 'read_behind_seconds', array[u.q::text], u.v from (
        select percentile_cont(array[0.5, 0.95, 1]::float8[]) within group (order by greatest(0, ${age('s.watermark')})) as behind
        from millrace.connections c join millrace.sweeps s using (merchant_id, connection_id) join deployment.merchants m using (merchant_id)
        where c.importing and c.state = 'authorized' and m.suspended_at is null) p, unnest(array[0.5, 0.95, 1], p.behind) as u (q, v) where u.v is not null`,
  },
  {
    about: 'orders',
    sql: `${row('pages_waiting', [], 'count(*)')} from millrace.pages
      union all ${row('pages_oldest_seconds', [], `coalesce(max(${age('fetched_at')}), 0)`)} from millrace.pages where ${AT_WORK}
      union all ${row('orders_held', [`coalesce(problems -> 0 ->> 'code', 'unknown')`], 'count(*)')} from ${few('problems', `millrace.documents where state = 'held'`)} group by 2`,
  },
  {
    about: 'going up',
    sql: `${row('going_up', ['kind', 'state'], 'count(*)')} from ${few('kind, state', `millrace.outbox where state not in ('settled', 'removed')`)} group by kind, state
      union all ${row('going_up_oldest_seconds', ['kind'], `greatest(0, max(${age('next_at')}))`)} from ${few(
        'kind, next_at',
        `millrace.outbox o where state = 'waiting' and way <> 'file' and ${AT_WORK}
        and exists (select from millrace.connections c where c.merchant_id = o.merchant_id and c.connection_id = o.connection_id and c.state = 'authorized')`,
      )} group by kind
      union all ${row('skus_open', ['field', 'state'], 'count(*)')} from (
        select * from ${few('field, state', `millrace.sku_fields where state in ('due', 'flying', 'accepted')`)}
        union all select * from ${few('field, state', `millrace.sku_fields where state in ('held', 'refused', 'differs')`)}) s group by field, state
      union all ${row('feeds_open', ['kind'], 'count(*)')} from millrace.submissions where way = 'feed' and ended_at is null group by kind
      union all ${row('feeds_oldest_seconds', ['kind'], `max(${age('made_at')})`)} from millrace.submissions where way = 'feed' and ended_at is null and ${AT_WORK} group by kind`,
  },
  {
    about: 'problems',
    sql: `${row('problems_open', ['code'], 'count(*)')} from (
        select code from millrace.problems where cleared_at is null union all select code from deployment.problems where cleared_at is null) p group by code
      union all ${row('buyer_data_overdue', [], `coalesce(sum((facts ->> 'count')::float8), 0)`)} from millrace.problems where cleared_at is null and code = 'buyer-data-overdue'
      union all ${row('alarms_open', [], 'count(*)')} from millrace.alarms where closed_at is null`,
  },
  {
    about: 'messages',
    sql: `with w as (select * from ${few('merchant_id, webhook_id, next_at, attempts', `millrace.webhook_messages where state = 'waiting' and ${AT_WORK}`)}),
      m as (select * from ${few('attempts', `millrace.mails where state = 'waiting'`)})
      ${row('webhooks_waiting', [], 'count(*)')} from w
      union all ${row('webhooks_oldest_seconds', [], `coalesce(greatest(0, max(${age('next_at')})), 0)`)} from w
      union all ${row('webhooks_failing', [], 'count(distinct (merchant_id, webhook_id)) filter (where attempts >= 3)')} from w
      union all ${row('mails_waiting', [], 'count(*)')} from m
      union all ${row('mails_stuck', [], 'count(*) filter (where attempts > 2)')} from m`,
  },
  {
    about: 'imports',
    sql: `${row('imports_open', ['state'], 'count(*)')} from millrace.imports where state in ('reading', 'applying', 'undoing') group by state
      union all ${row('imports_oldest_seconds', [], `coalesce(max(${age(`case state when 'undoing' then undone_at when 'applying' then applied_at else made_at end`)}), 0)`)}
      from millrace.imports where state in ('reading', 'applying', 'undoing') and ${AT_WORK}`,
  },
  {
    about: 'backups',
    sql: `${row('backup_age_seconds', [], age('at'))} from (
      select at from deployment.audit where content like '{"act":"backup-made"%' order by chain, seq desc limit 1) newest`,
  },
]
