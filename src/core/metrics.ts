/** A measurement that the deployment tells, by its name without `millrace_`: what kind it is, what it says, its labels. */
export type Metric = {
  readonly type: 'gauge' | 'counter' | 'histogram'
  readonly help: string
  readonly labels: readonly string[]
}

const gauge = (help: string, ...labels: string[]): Metric => ({ type: 'gauge', help, labels })

/**
 * Everything that the deployment tells of itself (X5): ages in seconds, counts of the whole deployment. No label names a merchant, a
 * selling partner, an order or a person: there may be ten thousand merchants, and how one of them does is nobody else's business.
 */
export const DEPLOYMENT_METRICS = {
  processes: gauge('Processes that were seen within a minute', 'role', 'version'),
  merchants: gauge('Merchants', 'state'),
  connections: gauge('Connections to Amazon by the state of their authorization', 'state'),
  authorizations_lapsing: gauge('Authorizations that lapse within 30 days'),
  secret_lapses_seconds: gauge('Time until a client secret of the application lapses', 'region'),
  order_lag_seconds: {
    type: 'histogram',
    help: 'From the last change of an order at Amazon until it is placed here',
    labels: [],
  },
  read_behind_seconds: gauge('How far behind now connections that import have been read', 'quantile'),
  pages_waiting: gauge('Pages of orders that are fetched and not imported'),
  pages_oldest_seconds: gauge('Age of the oldest of them'),
  orders_held: gauge('Orders that are held, by the first problem of each', 'problem'),
  going_up: gauge('What must go up to Amazon and is not settled', 'kind', 'state'),
  going_up_oldest_seconds: gauge('How long the oldest of what waits to go up is due', 'kind'),
  skus_open: gauge('Stock and prices that Amazon does not have as they are here', 'field', 'state'),
  feeds_open: gauge('Feeds that are on their way', 'kind'),
  feeds_oldest_seconds: gauge('Age of the oldest of them', 'kind'),
  amazon_calls: { type: 'counter', help: 'Calls at Amazon by its answer', labels: ['operation', 'answer'] },
  quota_buckets: gauge('Selling partners whose quota is known', 'operation'),
  quota_calls_per_second: gauge('Calls a second that Amazon grants to all of them together', 'operation'),
  quota_burst_left_ratio: gauge(
    'What is left of the burst: of the poorest, and of the middle one',
    'operation',
    'quantile',
  ),
  quota_empty: gauge('Selling partners with no call left at the moment', 'operation'),
  quota_blocked: gauge('Selling partners that Amazon told to wait', 'operation'),
  work_due: gauge('Work that is due and not begun', 'kind'),
  work_oldest_seconds: gauge('How long the oldest of it is due', 'kind'),
  work_waiting: gauge('Jobs in the queue', 'kind'),
  work_running: gauge('Jobs that run', 'kind'),
  work_failing: gauge('Work whose last run failed', 'kind'),
  problems_open: gauge('Problems that are open, of merchants and of the deployment', 'code'),
  buyer_data_overdue: gauge('Pieces of buyer data that are still there after their day'),
  alarms_open: gauge('Alarms of the audit that nobody has closed'),
  webhooks_waiting: gauge('Messages that wait for the programs of merchants'),
  webhooks_oldest_seconds: gauge('How long the oldest of them is due'),
  webhooks_failing: gauge('Webhooks whose receiver did not take a message three times in a row'),
  mails_waiting: gauge('Mails that wait for the mail server'),
  mails_stuck: gauge('Those of them that were refused three times'),
  imports_open: gauge('Files that are read, applied or taken back', 'state'),
  imports_oldest_seconds: gauge('Age of the oldest of them'),
  backup_age_seconds: gauge('Age of the newest backup; absent while there is none'),
  database_bytes: gauge('Size of the database'),
  unanswered: gauge('1 for a question to the database that was not answered', 'question'),
} as const satisfies Readonly<Record<string, Metric>>

/** The name of one of them. */
export type MetricName = keyof typeof DEPLOYMENT_METRICS

/** One value: which measurement, its labels in their order, how much. */
export type Sample = { readonly metric: MetricName; readonly labels: readonly string[]; readonly value: number }

/** The upper ends of the lag's classes, in seconds: Amazon shows an order after 3 minutes, and sweeps come every 10. */
export const LAG_BUCKETS = [60, 180, 300, 420, 600, 720, 900, 1200, 1800, 3600, 14_400, 86_400] as const

/** The class of a lag: its upper end, or `+Inf`. */
export const lagBucket = (seconds: number): string => String(LAG_BUCKETS.find((end) => seconds <= end) ?? '+Inf')

/** Writes samples as Prometheus reads them; a measurement without a value is left out. */
export function writeMetrics(samples: readonly Sample[]): string {
  const names = Object.keys(DEPLOYMENT_METRICS) as MetricName[]
  return names
    .flatMap((name) =>
      linesOf(
        name,
        samples.filter(({ metric }) => metric === name),
      ),
    )
    .join('')
}

function linesOf(name: MetricName, samples: readonly Sample[]): string[] {
  if (samples.length === 0) return []
  const { type, help, labels }: Metric = DEPLOYMENT_METRICS[name]
  const full = `millrace_${name}${type === 'counter' ? '_total' : ''}`
  const head = `# HELP ${full} ${help}.\n# TYPE ${full} ${type}\n`
  if (type === 'histogram') return [head, ...histogram(full, samples)]
  return [head, ...samples.map((one) => `${full}${written(labels, one.labels)} ${one.value}\n`)]
}

/** Values of a histogram come as one for each class, and one labelled `sum`. */
function histogram(name: string, samples: readonly Sample[]): string[] {
  const of = (label: string) => samples.find(({ labels }) => labels[0] === label)?.value ?? 0
  let count = 0
  const buckets = [...LAG_BUCKETS.map(String), '+Inf'].map((end) => {
    count += of(end)
    return `${name}_bucket{le="${end}"} ${count}\n`
  })
  return [...buckets, `${name}_sum ${of('sum')}\n`, `${name}_count ${count}\n`]
}

function written(names: readonly string[], values: readonly string[]): string {
  if (names.length === 0) return ''
  const quoted = (text: string) => text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')
  return `{${names.map((name, at) => `${name}="${quoted(values[at] ?? '')}"`).join(',')}}`
}
