import { gunzipSync } from 'node:zlib'
import type { SimulatorOptions } from '../../src/simulator/server.ts'
import { type Answer, MINUTE, SELLER, sellerCentral, US } from './seller-central.ts'

export const FEEDS = '/feeds/2021-06-30/feeds'
export const FEED_DOCUMENTS = '/feeds/2021-06-30/documents'
export const RETIRED = 'POST_PRODUCT_DATA'
export const XML = 'text/xml; charset=UTF-8'
export const TAB_TEXT = 'text/tab-separated-values; charset=UTF-8'

type More = { body?: unknown; token?: string }

/** A seller central with the calls that feeds need. */
export async function feedDesk(options: SimulatorOptions & { lag?: number } = {}) {
  const amazon = await sellerCentral(options)
  for (const operation of ['createFeed', 'getFeedDocument', 'getFeeds'])
    amazon.control.setQuota(operation, { rate: 1, burst: 100 })

  /** A call with a JSON body, or none, and any method. */
  const call = async (method: string, path: string, more: More = {}): Promise<Answer> => {
    const answer = await fetch(`${amazon.url}${path}`, {
      method,
      headers: {
        'x-amz-access-token': more.token ?? (await amazon.accessToken()),
        ...(more.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) }
  }
  const newDocument = async (contentType = XML) => (await call('POST', FEED_DOCUMENTS, { body: { contentType } })).body
  const put = (url: string, text: string, contentType = XML) =>
    fetch(url, { method: 'PUT', body: text, headers: { 'content-type': contentType } })
  /** Uploads a document and answers its id. */
  const upload = async (text: string, contentType = XML): Promise<string> => {
    const { feedDocumentId, url } = await newDocument(contentType)
    await put(url, text, contentType)
    return feedDocumentId
  }
  const create = (inputFeedDocumentId: string, feedType = RETIRED, more: Record<string, unknown> = {}) =>
    call('POST', FEEDS, { body: { feedType, marketplaceIds: [US], inputFeedDocumentId, ...more } })
  /** Uploads and gives in a feed; answers its id. */
  const give = async (feedType: string, text: string): Promise<string> => {
    const contentType = feedType.includes('FLAT_FILE') ? TAB_TEXT : XML
    return (await create(await upload(text, contentType), feedType)).body.feedId
  }
  const feed = async (feedId: string) => (await call('GET', `${FEEDS}/${feedId}`)).body
  const document = async (documentId: string) => (await call('GET', `${FEED_DOCUMENTS}/${documentId}`)).body
  const download = async ({ url, compressionAlgorithm }: { url: string; compressionAlgorithm?: string }) => {
    const raw = Buffer.from(await (await fetch(url)).arrayBuffer())
    return (compressionAlgorithm === 'GZIP' ? gunzipSync(raw) : raw).toString()
  }
  /** Gives in a feed, waits it out, and reads its processing report. */
  const run = async (feedType: string, text: string): Promise<string> => {
    const feedId = await give(feedType, text)
    amazon.control.advance(2 * MINUTE)
    const { resultFeedDocumentId } = await feed(feedId)
    return resultFeedDocumentId === undefined ? '' : download(await document(resultFeedDocumentId))
  }
  return { ...amazon, call, newDocument, put, upload, create, give, feed, document, download, run }
}

/** An envelope of this seller around messages, numbered from 1. */
export function envelope(messageType: string, bodies: readonly string[], merchant = SELLER): string {
  const messages = bodies.map(
    (body, at) => `<Message><MessageID>${at + 1}</MessageID><${messageType}>${body}</${messageType}></Message>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">
<Header><DocumentVersion>1.01</DocumentVersion><MerchantIdentifier>${merchant}</MerchantIdentifier></Header>
<MessageType>${messageType}</MessageType>
${messages.join('\n')}
</AmazonEnvelope>`
}
