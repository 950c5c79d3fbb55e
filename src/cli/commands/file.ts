import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import { tell } from '#core/problems.ts'
import { FILE_KINDS, type FileKind, fileKindOf, nameOfFile } from '#core/shipments/carried-file.ts'
import type { CarriedFile, Submission, SubmissionKind } from '#core/shipments/submission.ts'
import { findFile, reportOnFile, takeFile, withdrawFile } from '#flows/carry-files.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { readText } from '../read-file.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { print, table } from '../table.ts'
import { orderReportCommands } from './order-report.ts'
import { priceFileCommand } from './price-file.ts'
import { chooseConnection, withConnection } from './start.ts'

type Out = MerchantOptions & { readonly out?: string }

/** Adds `file`: files that people carry to Seller Central, and the feeds that Millrace sends (H2, S5). */
export function fileCommand(program: Command): void {
  const noun = program
    .command('file')
    .description('files for Seller Central by hand: take one, report on it, withdraw it, list')
  for (const kind of FILE_KINDS) takeCommand(noun, kind)
  priceFileCommand(noun, give)
  orderReportCommands(noun)
  endCommands(noun)
  aboutMerchant(noun.command('list').description('feeds and files, the newest first'))
    .option('--limit <n>', 'at most so many', readCount, 20)
    .action((options: MerchantOptions & { limit: number }) =>
      atDesk(options, async (desk) => {
        const rows = await desk.store((tx) => tx.listSubmissions({ before: null, limit: options.limit }))
        print(options, { json: { files: rows.map(toJson) }, lines: listed(desk, rows) })
      }),
    )
  aboutMerchant(noun.command('show').description('the same file again'))
    .argument('<file>', 'its number', readCount)
    .option('--out <path>', 'where to write it; without it, it is shown')
    .action((number: number, options: Out) =>
      atDesk(options, async ({ deps, merchant }) => {
        const file = goodValue(await findFile(deps, merchant.id, number))
        give(options, file, [`File ${number} has ${file.messages} entries and is ${file.state}.`])
      }),
    )
}

function takeCommand(noun: Command, kind: FileKind): void {
  withConnection(noun.command(kind).description(`write what waits into a ${kind} file, and take it over`))
    .option('--out <path>', 'where to write it; without it, it is shown')
    .action((options: Out & { connection?: string }) =>
      atDesk(options, async (desk) => {
        const connection = await chooseConnection(desk, options)
        const taken = goodValue(await takeFile(desk.deps, desk.merchant.id, { connection, kind, who: WHO }))
        const { file, stillWaiting } = taken
        give(options, file, [
          `File ${file.submissionId} has ${file.messages} entries for ${file.marketplaceId}. They go up by this file only.`,
          ...(stillWaiting > 0 ? [`${stillWaiting} more wait, for another marketplace or the next file.`] : []),
          'Upload it in Seller Central: Orders, Upload Order Related Files. Then download its processing report and read it in:',
          `./millrace file report REPORT --submission ${file.submissionId}`,
        ])
      }),
    )
}

function endCommands(noun: Command): void {
  aboutMerchant(noun.command('report <path>').description("read Seller Central's processing report of a file"))
    .requiredOption('--submission <file>', 'the number of the file', readCount)
    .action((path: string, options: MerchantOptions & { submission: number }) => {
      const told = { submissionId: options.submission, text: readText(path) }
      return atDesk(options, async ({ deps, merchant }) => {
        const { file, taken, refused, unsure } = goodValue(await reportOnFile(deps, merchant.id, told))
        print(options, {
          json: { ...toJson(file), taken, refused, unsure },
          lines: [
            `Amazon took ${taken} of ${file.messages} entries and refused ${refused}.`,
            ...(unsure > 0 ? [`${unsure} were done in part: look at them in Seller Central.`] : []),
          ],
        })
      })
    })
  aboutMerchant(noun.command('withdraw').description('take a file back that nobody uploaded'))
    .argument('<file>', 'its number', readCount)
    .option('--never-uploaded', 'for refunds: I know that nobody uploaded it; otherwise they would be paid twice')
    .action((number: number, options: MerchantOptions & { neverUploaded?: boolean }) =>
      atDesk(options, async ({ deps, merchant }) => {
        const withdrawal = { submissionId: number, neverUploaded: options.neverUploaded === true }
        const file = goodValue(await withdrawFile(deps, merchant.id, withdrawal))
        print(options, { json: toJson(file), lines: [`File ${number} is withdrawn; its entries wait again.`] })
      }),
    )
}

/** Writes the file where it is wanted. One that cannot be written is not lost: it can be had again. */
function give({ out, json }: Out, file: CarriedFile<SubmissionKind>, lines: readonly string[]): void {
  if (out === undefined && !json) process.stdout.write(file.content)
  else if (out !== undefined) save(out, file)
  const said = { ...toJson(file), name: nameOfFile(file), ...(out === undefined ? { content: file.content } : { out }) }
  if (json) print({ json }, { json: said, lines: [] })
  else for (const line of lines) console.error(line)
}

function save(path: string, file: CarriedFile<SubmissionKind>): void {
  try {
    writeFileSync(path, file.content, { flag: 'wx' })
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'exists already' : 'cannot be written'
    throw new CliRefusal(
      `The file ${path} ${why}. The entries are taken over all the same: ./millrace file show ${file.submissionId} --out PATH gives them again.`,
    )
  }
}

const toJson = ({ submissionId, kind, madeAt, sentAt, endedAt, problem, ...row }: Submission<SubmissionKind>) => ({
  file: submissionId,
  kind: fileKindOf(kind),
  way: row.way,
  connection: row.connection,
  marketplaceId: row.marketplaceId,
  state: row.state,
  messages: row.messages,
  feedId: row.feedId,
  amazonState: row.amazonState,
  problem: problem && tell(problem),
  madeBy: row.madeBy,
  madeAt: writeInstant(madeAt),
  sentAt: writeInstantOrNull(sentAt),
  endedAt: writeInstantOrNull(endedAt),
})

function listed(desk: Desk, rows: readonly Submission<SubmissionKind>[]): string[] {
  if (rows.length === 0) return ['No feed was sent and no file taken yet.']
  return [
    ...table(
      ['File', 'Way', 'Kind', 'State', 'Entries', 'Feed', 'At Amazon', 'Made'],
      rows.map((row) => [
        row.submissionId,
        row.way,
        fileKindOf(row.kind),
        row.state,
        row.messages,
        row.feedId,
        row.amazonState,
        desk.time(row.madeAt),
      ]),
    ),
    ...rows.flatMap((row) => (row.problem === null ? [] : ['', `${row.submissionId}: ${said(row.problem)}`])),
  ]
}
