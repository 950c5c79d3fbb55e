import { type Command, InvalidArgumentError } from 'commander'
import { writeInstant } from '#contract/parts.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type Desk, type MerchantOptions } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table } from '../table.ts'

const AT_ONCE = 1000

type Noted = { readonly seq: number; readonly mac: string }
type AuditRow = Awaited<ReturnType<typeof rowsAfter>>[number]

/** Adds `audit`: who opened buyer data for what, and whether the record of it is whole (U3). */
export function auditCommand(program: Command): void {
  const noun = program.command('audit').description('what buyer data was opened for, and what was purged')
  aboutMerchant(noun.command('verify').description('check that no row was changed, removed or cut off'))
    .option('--noted <row:code>', 'an end of the audit that was noted earlier: it must still be there', readNoted)
    .action((options: MerchantOptions & { noted?: Noted }) => atDesk(options, (desk) => verify(desk, options)))
  aboutMerchant(noun.command('list').description('rows of the audit'))
    .option('--after <row>', 'those after this row', readCount, 0)
    .option('--limit <n>', 'at most so many', readCount, 50)
    .action((options: MerchantOptions & { after: number; limit: number }) =>
      atDesk(options, async (desk) => {
        const rows = await rowsAfter(desk, options)
        print(options, {
          json: { rows: rows.map(written) },
          lines:
            rows.length === 0
              ? ['There is no row.']
              : table(
                  ['Row', 'When', 'What', 'For', 'How much'],
                  rows.map((row) => [row.seq, desk.time(row.at), row.act, row.purpose, told(row.counts)]),
                ),
        })
      }),
    )
  aboutMerchant(noun.command('export').description('all rows as JSON lines')).action((options: MerchantOptions) =>
    atDesk(options, async (desk) => {
      for (let after = 0; ; ) {
        const rows = await rowsAfter(desk, { after, limit: AT_ONCE })
        for (const row of rows) process.stdout.write(`${JSON.stringify(written(row))}\n`)
        const last = rows.at(-1)
        if (!last) return
        after = last.seq
      }
    }),
  )
}

async function verify({ deps, merchant }: Desk, options: MerchantOptions & { noted?: Noted }): Promise<void> {
  const verdict = await deps.transaction(merchant.id, 'app', (tx) => tx.audit.verify(options.noted ?? null))
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

const rowsAfter = ({ deps, merchant }: Desk, page: { readonly after: number; readonly limit: number }) =>
  deps.transaction(merchant.id, 'app', (tx) => tx.audit.list({ after: page.after, limit: page.limit }))

const written = ({ at, seq, ...content }: AuditRow) => ({ row: seq, at: writeInstant(at), ...content })

const told = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([kind, many]) => `${many} ${kind}`)
    .join(', ')

function readNoted(text: string): Noted {
  const [, seq, mac] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (seq === undefined || mac === undefined)
    throw new InvalidArgumentError('It must be as ./millrace audit verify prints it: a number, a colon, 64 digits.')
  return { seq: Number(seq), mac }
}
