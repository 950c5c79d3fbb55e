import { SaxesParser } from 'saxes'
import { failed, ok, type Result } from '#core/problems.ts'
import type { FeedReport, MessageFault } from '#core/shipments/order-feed.ts'
import { knownWords } from './known-words.ts'

/** An element with its children and its text; a processing report has nothing else of interest. */
type Element = { readonly name: string; readonly children: Element[]; text: string }

/** A report is 5,000 results of a few lines each; deeper or longer is none. */
const DEEPEST = 20
const LONGEST_WORDS = 500

class NotAReport extends Error {}

/** Reads the processing report of an XML feed. What is cut off, empty or something else is a problem, never "all well" (S5). Pure. */
export function readOrderFeedReport(text: string): Result<FeedReport> {
  try {
    return ok(reportIn(treeOf(text)))
  } catch (error) {
    if (error instanceof NotAReport) return failed('feed-report-unreadable', { why: error.message })
    throw error
  }
}

function reportIn(root: Element): FeedReport {
  if (root.name !== 'AmazonEnvelope' || textAt(root, 'MessageType') !== 'ProcessingReport')
    throw new NotAReport('it is not a processing report')
  const reports = childrenOf(root, 'Message').flatMap((message) => childrenOf(message, 'ProcessingReport'))
  const [report] = reports
  if (reports.length !== 1 || !report) throw new NotAReport(`it holds ${reports.length} reports instead of one`)
  const summary = childrenOf(report, 'ProcessingSummary')[0]
  if (!summary) throw new NotAReport('it has no summary')
  const faults = childrenOf(report, 'Result').map(faultIn)
  const read: FeedReport = {
    processed: countAt(summary, 'MessagesProcessed'),
    successful: countAt(summary, 'MessagesSuccessful'),
    withError: countAt(summary, 'MessagesWithError'),
    faults,
  }
  const named = new Set(faults.filter((fault) => fault.isError && fault.message > 0).map((fault) => fault.message))
  if (named.size > read.withError || read.successful + read.withError > read.processed)
    throw new NotAReport('its counts contradict each other')
  return read
}

function faultIn(result: Element): MessageFault {
  const code = textAt(result, 'ResultMessageCode')
  const words = knownWords(textAt(result, 'ResultDescription')).slice(0, LONGEST_WORDS)
  const kind = textAt(result, 'ResultCode')
  if (kind !== 'Error' && kind !== 'Warning') throw new NotAReport('a result is neither an error nor a warning')
  return { message: countAt(result, 'MessageID'), isError: kind === 'Error', code, words }
}

const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name)

const textAt = (element: Element, name: string): string => childrenOf(element, name)[0]?.text.trim() ?? ''

function countAt(element: Element, name: string): number {
  const text = textAt(element, name)
  if (!/^\d{1,9}$/.test(text)) throw new NotAReport(`${name} is not a number`)
  return Number(text)
}

/** Reads well-formed XML; a document type, which could define entities, is refused. */
function treeOf(text: string): Element {
  if (text.trim() === '') throw new NotAReport('it is empty')
  const parser = new SaxesParser({ xmlns: false, position: false })
  const root: Element = { name: '', children: [], text: '' }
  const open = [root]
  const refuse = (why: string): never => {
    throw new NotAReport(why)
  }
  parser.on('error', () => refuse('it is cut off or not XML'))
  parser.on('doctype', () => refuse('it has a document type'))
  parser.on('opentag', ({ name }) => {
    if (open.length > DEEPEST) refuse('it is too deep')
    const element: Element = { name, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const add = (words: string) => {
    const element = open.at(-1)
    if (element) element.text += words
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => void open.pop())
  parser.write(text.replace(/^\uFEFF/, '')).close()
  const [only] = root.children
  return only ?? refuse('it is empty')
}
