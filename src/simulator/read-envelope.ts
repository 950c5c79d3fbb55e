import { CODE, type Finding } from './feed-findings.ts'
import type { FeedJob } from './feed-work.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import { childOf, childrenOf, refuseChildren, textOf } from './xml-elements.ts'

/** One message of an envelope, with its body. */
export type FeedMessage = { readonly messageId: string; readonly body: XmlElement }

/** Reads the envelope around the messages of an XML feed, or says why the whole feed is refused. */
export function readEnvelope(job: FeedJob, messageType: string): readonly FeedMessage[] | Finding {
  const text = decoded(job)
  if (text === undefined) return { code: CODE.notXml, text: 'Invalid byte of a UTF-8 sequence.' }
  const read = readXml(text)
  if ('error' in read) return { code: CODE.notXml, text: read.error }
  const { root } = read
  const refusal = refuseHead(root, messageType)
  if (refusal) return { code: CODE.wrongEnvelope, text: refusal }
  const merchant = textOf(childOf(root, 'Header'), 'MerchantIdentifier')
  if (merchant !== job.sellerId)
    return {
      code: CODE.wrongMerchant,
      text: `The MerchantIdentifier '${merchant}' is not that of the selling partner.`,
    }
  const messages: FeedMessage[] = []
  for (const message of childrenOf(root, 'Message')) {
    const body = childOf(message, messageType)
    const messageId = textOf(message, 'MessageID') ?? ''
    const wrong = refuseChildren(message, `MessageID OperationType? ${messageType}`)
    if (wrong || !body) return { code: CODE.wrongEnvelope, text: wrong ?? 'A message without a body.' }
    if (!/^\d{1,20}$/.test(messageId) || Number(messageId) === 0)
      return { code: CODE.wrongEnvelope, text: `The MessageID '${messageId}' is not a positive integer.` }
    if (messages.some((known) => known.messageId === messageId))
      return { code: CODE.wrongEnvelope, text: `The MessageID ${messageId} is given twice.` }
    messages.push({ messageId, body })
  }
  return messages
}

function refuseHead(root: XmlElement, messageType: string): string | undefined {
  if (root.name !== 'AmazonEnvelope') return `The root element is ${root.name}, not AmazonEnvelope.`
  const wrong =
    refuseChildren(root, 'Header MessageType Message+') ??
    refuseChildren(childOf(root, 'Header') ?? root, 'DocumentVersion MerchantIdentifier')
  if (wrong) return wrong
  const given = textOf(root, 'MessageType')
  return given === messageType ? undefined : `The MessageType ${given} does not fit the feed type.`
}

/** The document's text by the encoding that its content type names; undefined when the bytes are none of it. */
export function decoded({ bytes, contentType }: Pick<FeedJob, 'bytes' | 'contentType'>): string | undefined {
  const [, charset = 'utf-8'] = /charset="?([^";\s]+)/i.exec(contentType) ?? []
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
