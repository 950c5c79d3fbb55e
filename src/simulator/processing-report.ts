import type { Finding } from './feed-findings.ts'
import type { FeedJob } from './feed-work.ts'
import { escapeXml } from './xml-elements.ts'

/** A finding with the message or record that it is about; 0 is the whole document. */
export type Told = { readonly number: string; readonly finding: Finding }
type Report = { readonly text: string; readonly contentType: string }
type Counted = { readonly total: number; readonly told: readonly Told[]; readonly rejected?: boolean }

/** The processing report of an XML feed; `total` are the messages that were worked on. */
export function xmlReport({ feedId, sellerId }: FeedJob, { total, told, rejected }: Counted): Report {
  const wrong = new Set(told.map((one) => one.number)).size
  const all = Math.max(total, wrong)
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">
  <Header>
    <DocumentVersion>1.02</DocumentVersion>
    <MerchantIdentifier>${escapeXml(sellerId)}</MerchantIdentifier>
  </Header>
  <MessageType>ProcessingReport</MessageType>
  <Message>
    <MessageID>1</MessageID>
    <ProcessingReport>
      <DocumentTransactionID>${feedId}</DocumentTransactionID>
      <StatusCode>${rejected ? 'Rejected' : 'Complete'}</StatusCode>
      <ProcessingSummary>
        <MessagesProcessed>${all}</MessagesProcessed>
        <MessagesSuccessful>${all - wrong}</MessagesSuccessful>
        <MessagesWithError>${wrong}</MessagesWithError>
        <MessagesWithWarning>0</MessagesWithWarning>
      </ProcessingSummary>
${told.map(xmlResult).join('')}    </ProcessingReport>
  </Message>
</AmazonEnvelope>
`
  return { text, contentType: 'text/xml; charset=UTF-8' }
}

function xmlResult({ number, finding: { code, text, orderId, orderItemId } }: Told): string {
  const order = orderId === undefined ? '' : `<AmazonOrderID>${escapeXml(orderId)}</AmazonOrderID>`
  const item = orderItemId === undefined ? '' : `<AmazonOrderItemCode>${escapeXml(orderItemId)}</AmazonOrderItemCode>`
  const about = order + item === '' ? '' : `\n        <AdditionalInfo>${order}${item}</AdditionalInfo>`
  return `      <Result>
        <MessageID>${number}</MessageID>
        <ResultCode>Error</ResultCode>
        <ResultMessageCode>${code}</ResultMessageCode>
        <ResultDescription>${escapeXml(text)}</ResultDescription>${about}
      </Result>
`
}

const COLUMNS = ['original-record-number', 'order-id', 'order-item-id', 'error-code', 'error-type', 'error-message']

/** The processing report of a flat file; `total` are its records. */
export function flatReport({ total, told }: Counted): Report {
  const wrong = new Set(told.map((one) => one.number)).size
  const all = Math.max(total, wrong)
  const rows = told.map(({ number, finding: { code, text, orderId, orderItemId } }) =>
    [number, orderId ?? '', orderItemId ?? '', code, 'Error', text.replace(/[\t\r\n]+/g, ' ')].join('\t'),
  )
  const head = [
    'Feed Processing Summary:',
    `\tNumber of records processed\t\t${all}`,
    `\tNumber of records successful\t\t${all - wrong}`,
    '',
  ]
  const text = [...head, COLUMNS.join('\t'), ...rows, ''].join('\r\n')
  return { text, contentType: 'text/tab-separated-values; charset=UTF-8' }
}
