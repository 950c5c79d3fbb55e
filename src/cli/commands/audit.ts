import { type Command, InvalidArgumentError } from 'commander'
import { writeInstant } from '#contract/parts.ts'
import { actWords } from '#core/audit/acts.ts'
import type { Tx } from '#flows/deps.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type MerchantOptions, withInstallation } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table, utcTime } from '../table.ts'
import { reviewCommands } from './audit-review.ts'

const AT_ONCE = 1000

type Noted = { readonly seq: number; readonly mac: string }
type Audit = Omit<Tx['audit'], 'note'>
type AuditRow = Awaited<ReturnType<Audit['list']>>[number]
type AuditOptions = MerchantOptions & { readonly deployment?: boolean }
/** One of the audits: read in transactions of its own, its instants told as where it belongs. */
type Chain = { read<T>(work: (audit: Audit) => Promise<T>): Promise<T>; time(at: number): string }

/** Adds `audit`: who opened buyer data for what, who did what in the deployment, and whether the record of it is whole (U3, U6). */
export function auditCommand(program: Command): void {
  const noun = program.command('audit').description('what buyer data was opened for, what was purged, who did what')
  reviewCommands(noun)
  aboutChain(noun.command('verify').description('check that no row was changed, removed or cut off'))
    .option('--noted <row:code>', 'an end of the audit that was noted earlier: it must still be there', readNoted)
    .action((options: AuditOptions & { noted?: Noted }) => onChain(options, (chain) => verify(chain, options)))
  aboutChain(noun.command('list').description('rows of the audit'))
    .option('--after <row>', 'those after this row', readCount, 0)
    .option('--limit <n>', 'at most so many', readCount, 50)
    .action((options: AuditOptions & { after: number; limit: number }) =>
      onChain(options, async (chain) => {
        const rows = await rowsAfter(chain, options)
        print(options, {
          json: { rows: rows.map(written) },
          lines:
            rows.length === 0
              ? ['There is no row.']
              : table(
                  ['Row', 'When', 'Who', 'What', 'About'],
                  rows.map((row) => [row.seq, chain.time(row.at), ...told(row)]),
                ),
        })
      }),
    )
  aboutChain(noun.command('export').description('all rows as JSON lines')).action((options: AuditOptions) =>
    onChain(options, async (chain) => {
      for (let after = 0; ; ) {
        const rows = await rowsAfter(chain, { after, limit: AT_ONCE })
        for (const row of rows) process.stdout.write(`${JSON.stringify(written(row))}\n`)
        const last = rows.at(-1)
        if (!last) return
        after = last.seq
      }
    }),
  )
}

const aboutChain = (command: Command): Command =>
  aboutMerchant(command).option('--deployment', "the deployment's own audit: people, keys, connections")

const onChain = (options: AuditOptions, work: (chain: Chain) => Promise<void>): Promise<void> =>
  options.deployment
    ? withInstallation(({ deps }) => work({ read: (ask) => deps.deployment.withAudit('app', ask), time: utcTime }))
    : atDesk(options, ({ deps, merchant, time }) =>
        work({ read: (ask) => deps.transaction(merchant.id, 'app', (tx) => ask(tx.audit)), time }),
      )

async function verify(chain: Chain, options: AuditOptions & { noted?: Noted }): Promise<void> {
  const verdict = await chain.read((audit) => audit.verify(options.noted ?? null))
  const { rows, pruned, head, faults } = verdict
  if (faults.length > 0 && !options.json)
    throw new CliRefusal(['The audit is not whole.', ...faults.map(({ sentence }) => sentence)])
  if (faults.length > 0) process.exitCode = 1
  print(options, {
    json: verdict,
    lines: [
      `The audit is whole: ${count(rows, 'row')}${pruned > 0 ? `, after ${pruned} that were pruned` : ''}.`,
      ...(head
        ? [`It ends with ${head.seq}:${head.mac}`, 'Note that elsewhere: --noted checks later that it is still there.']
        : []),
    ],
  })
}

const rowsAfter = (chain: Chain, { after, limit }: { after: number; limit: number }) =>
  chain.read((audit) => audit.list({ after, limit }))

const written = ({ at, seq, ...content }: AuditRow) => ({ row: seq, at: writeInstant(at), ...content })

/** Who, what, and about what, as a person reads it. */
function told(row: AuditRow): [who: string, what: string, about: string] {
  if ('counts' in row) return ['the program', `${row.act} for ${row.purpose}`, facts(row.counts)]
  const about = 'about' in row ? [row.about] : []
  const orders = 'orders' in row && row.orders?.length ? [`orders ${row.orders.join(', ')}`] : []
  const purpose = 'purpose' in row ? [`for ${row.purpose}`] : []
  return [
    row.who,
    actWords(row.act),
    [...about, ...orders, ...purpose, facts(row.facts ?? {})].filter(Boolean).join('; '),
  ]
}

const facts = (of: Readonly<Record<string, unknown>>): string =>
  Object.entries(of)
    .filter(([, value]) => value !== null && String(value) !== '')
    .map(([name, value]) => (typeof value === 'number' ? counted(value, name) : `${name} ${String(value)}`))
    .join(', ')

/** `2 orders`, `1 order`; what is no plural is a number of its own: `run 1001`. */
const counted = (n: number, name: string): string =>
  name.endsWith('s') ? count(n, name.slice(0, -1), name) : `${name} ${n}`

function readNoted(text: string): Noted {
  const [, seq, mac] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (seq === undefined || mac === undefined)
    throw new InvalidArgumentError('It must be as ./millrace audit verify prints it: a number, a colon, 64 digits.')
  return { seq: Number(seq), mac }
}
