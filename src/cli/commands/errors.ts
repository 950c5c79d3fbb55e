import { type Command, Option } from 'commander'
import { writeLog } from '#contract/activity.ts'
import { writeOutbox } from '#contract/outbox.ts'
import { writeInstant } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import { downloadDocument } from '#flows/download-document.ts'
import { ignoreOrder } from '#flows/ignore-order.ts'
import { reprocessDocument } from '#flows/reprocess.ts'
import type { InboundDocument } from '#store/documents.ts'
import { readCount } from '../arguments.ts'
import { mendingCommand, whoMends } from '../mend.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { count, pairs, print } from '../table.ts'
import { sectionLines } from './outbox.ts'

const STATES = ['held', 'placed', 'pending', 'skipped'] as const
type Wanted = MerchantOptions & { state?: (typeof STATES)[number]; limit: number; after: number }

/** Adds `errors`: the Error Log of inbound orders, and what mends each (E1-E4). */
export function errorsCommand(program: Command): void {
  const noun = program
    .command('errors')
    .description('the Error Log of inbound orders: list, show, reprocess, ignore, download')
  aboutMerchant(
    noun
      .command('list')
      .description('documents that are held or wait for a decision, why, and what mends them; the oldest first'),
  )
    .addOption(new Option('--state <state>', 'documents in this state only').choices(STATES))
    .option('--limit <n>', 'at most so many', readCount, 50)
    .option('--after <document>', 'only documents with a higher number: the next page', readCount, 0)
    .action((options: Wanted) =>
      atDesk(options, async (desk) => {
        const { found, outgoing } = await desk.store(async (tx) => ({
          found: await tx.listDocuments(options),
          outgoing: options.state || options.after > 0 ? [] : await tx.outboxForPeople(),
        }))
        print(options, {
          json: { documents: found.map(forPrograms), outgoing: outgoing.map(writeOutbox) },
          lines: [
            ...(outgoing.length > 0 ? ['Inbound Orders'] : []),
            ...inboundLines(found, options, desk),
            ...(outgoing.length > 0 ? ['', ...sectionLines(outgoing, desk)] : []),
          ],
        })
      }),
    )
  addOne(noun, { name: 'show', does: 'one document with its log and what mends it' }, async (_, document) => document)
  addOne(
    noun,
    { name: 'reprocess', does: 'run a document again, now; safe to repeat' },
    async ({ deps, merchant }, { documentId }) =>
      goodValue(await reprocessDocument(deps, merchant.id, { documentId, who: WHO })),
  )
  addOne(noun, { name: 'ignore', does: 'never import this order' }, async ({ deps, merchant }, { documentId }) =>
    goodValue(await ignoreOrder(deps, merchant.id, { documentId, who: WHO })),
  )
  addDownload(noun)
}

function inboundLines(found: readonly InboundDocument[], { state, limit }: Wanted, desk: Desk): string[] {
  if (found.length === 0)
    return [state ? `No document is ${state}.` : 'Nothing is held, and no order waits for a decision.']
  const last = found.length === limit ? found.at(-1) : undefined
  return [
    ...found.flatMap((each) => [...shortLines(each, desk), '']),
    last ? `More: --after ${last.documentId}` : count(found.length, 'document'),
  ]
}

type Act = (desk: Desk, document: InboundDocument) => Promise<InboundDocument>

function addOne(noun: Command, { name, does }: { name: string; does: string }, act: Act): void {
  aboutMerchant(noun.command(`${name} <document>`).description(`${does} (its number or the Amazon order id)`)).action(
    (key: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        const document = await act(desk, await findDocument(desk, key))
        print(options, {
          json: { ...forPrograms(document), log: writeLog(document.log) },
          lines: longLines(document, desk),
        })
      }),
  )
}

function addDownload(noun: Command): void {
  aboutMerchant(
    noun.command('download <document>').description('the document as Amazon sent it, without buyer data'),
  ).action((key: string, options: MerchantOptions) =>
    atDesk(options, async (desk) => {
      const { documentId } = await findDocument(desk, key)
      const original = goodValue(await downloadDocument(desk.deps, desk.merchant.id, documentId))
      console.log(JSON.stringify(original, null, 2))
    }),
  )
}

async function findDocument({ store }: Desk, key: string): Promise<InboundDocument> {
  const found = await store((tx) => tx.findDocument(/^\d{1,15}$/.test(key) ? Number(key) : key))
  if (found) return found
  throw new CliRefusal(`There is no document [${key}]. ./millrace errors list shows those that are held.`)
}

const shortLines = (document: InboundDocument, desk: Desk): string[] => [
  `${document.documentId}  ${document.reference}  ${stateOf(document)}  since ${desk.time(document.decidedAt)}`,
  ...mendingLines(document),
]

const stateOf = ({ state, reason }: InboundDocument): string => (reason === null ? state : `${state} (${reason})`)

function mendingLines(document: InboundDocument): string[] {
  const each = document.problems.flatMap((problem) => {
    const command = mendingCommand(problem, document)
    return [`  - ${said(problem)}`, ...(command === null ? [] : [`      ${command}`])]
  })
  if (document.state !== 'held') return each
  return [...each, `  Or never import it:  ./millrace errors ignore ${document.documentId}`]
}

const longLines = (document: InboundDocument, { time }: Desk): string[] => [
  ...pairs([
    ['Document', document.documentId],
    ['Amazon order', document.reference],
    ['Connection', document.connection],
    ['State', stateOf(document)],
    ['Received', time(document.receivedAt)],
    ['Decided', time(document.decidedAt)],
  ]),
  '',
  ...document.log.map((entry) => `  ${entry.sentence}`),
  ...(document.problems.length > 0
    ? [
        '',
        document.state === 'held' ? 'What keeps it:' : 'What waits for somebody:',
        ...mendingLines(document),
        ...new Set(document.problems.map((each) => `  ${whoMends(each)}`)),
      ]
    : []),
]

const forPrograms = (document: InboundDocument) => ({
  documentId: document.documentId,
  amazonOrderId: document.reference,
  connection: document.connection,
  state: document.state,
  reason: document.reason,
  problems: document.problems.map((each) => ({
    ...writeProblem(each),
    command: mendingCommand(each, document),
  })),
  receivedAt: writeInstant(document.receivedAt),
  decidedAt: writeInstant(document.decidedAt),
})
