import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { takeFault } from './faults.ts'
import { deleteMessage, type MessageQueue, type Received, receiveMessages } from './message-queue.ts'
import type { World } from './state.ts'
import type { Call, Reply } from './wire.ts'

/** How often a waiting receiver looks, in real ms. */
const LOOK_EVERY = 50
const TARGET = /^AmazonSQS\.(\w+)$/
/** Loose: that it is signed for this service at all, by the key that the queue's owner uses here. */
const SIGNED =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/[\w-]+\/sqs\/aws4_request, ?SignedHeaders=.+Signature=[0-9a-f]{64}$/
export const QUEUE_KEY = 'AKIASIMULATED'

/** True for a request to SQS: its JSON protocol names the operation in a header. */
export const isForQueue = (call: Call): boolean => TARGET.test(call.headers['x-amz-target'] ?? '')

type Asked = Readonly<Record<string, unknown>>

/** Answers as SQS does. `gone` says that nobody waits any more. `reset`: cut the connection. */
export async function answerQueue(world: World, call: Call, gone: () => boolean): Promise<Reply | 'reset'> {
  const [, name = ''] = TARGET.exec(call.headers['x-amz-target'] ?? '') ?? []
  const operation = name.charAt(0).toLowerCase() + name.slice(1)
  call.log.operation = operation
  const fault = takeFault(world, { operation }, ['throttle', 'error', 'reset-before'])
  if (fault?.kind === 'reset-before') return 'reset'
  if (fault?.kind === 'throttle') return refuse(400, 'com.amazonaws.sqs#RequestThrottled', 'Too many requests.')
  if (fault) return refuse(fault.status, fault.code ?? 'InternalFailure', fault.message ?? 'Internal error.')
  const [, key] = SIGNED.exec(call.headers.authorization ?? '') ?? []
  if (key === undefined) return refuse(403, 'MissingAuthenticationToken', 'The request is not signed.')
  if (key !== QUEUE_KEY) return refuse(403, 'InvalidClientTokenId', 'The security token is not known.')
  const asked = parsed(call.body)
  const queue = queueOf(world, asked?.QueueUrl)
  if (!asked || !queue) return refuse(400, 'com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.')
  if (name === 'ReceiveMessage') return receive(world, { queue, asked, gone })
  if (name === 'DeleteMessage') return remove(queue, [{ Id: '', ReceiptHandle: asked.ReceiptHandle }], () => ({}))
  if (name === 'DeleteMessageBatch') return removeBatch(world, queue, asked)
  if (name === 'GetQueueAttributes')
    return answered({
      Attributes: { QueueArn: queue.arn, ApproximateNumberOfMessages: String(queue.waiting.length) },
    })
  return refuse(400, 'com.amazonaws.sqs#UnsupportedOperation', `${name} is not offered here.`)
}

function queueOf(world: World, url: unknown): MessageQueue | undefined {
  const path = typeof url === 'string' && URL.canParse(url) ? new URL(url).pathname : undefined
  return [...world.notifications.queues.values()].find((queue) => queue.path === path)
}

type Receiving = { readonly queue: MessageQueue; readonly asked: Asked; readonly gone: () => boolean }

/** Waits, in real time, until there is something or the time is over. */
async function receive(world: World, { queue, asked, gone }: Receiving): Promise<Reply> {
  const most = Math.min(10, Math.max(1, Number(asked.MaxNumberOfMessages ?? 1)))
  const visibility = asked.VisibilityTimeout === undefined ? {} : { visibilitySeconds: Number(asked.VisibilityTimeout) }
  const until = Date.now() + Number(asked.WaitTimeSeconds ?? 0) * 1000
  while (true) {
    world.clock.runDue()
    const asking = { now: world.clock.now(), most, random: world.random.queue, ...visibility }
    const taken = gone() ? [] : receiveMessages(queue, asking)
    if (taken.length > 0 || Date.now() >= until || gone())
      return answered(taken.length > 0 ? { Messages: taken.map(wire) } : {})
    await delay(LOOK_EVERY, undefined, { ref: false })
  }
}

const wire = ({ messageId, receipt, body, sentAt, receives }: Received) => ({
  MessageId: messageId,
  ReceiptHandle: receipt,
  MD5OfBody: createHash('md5').update(body).digest('hex'),
  Body: body,
  Attributes: { SentTimestamp: String(sentAt), ApproximateReceiveCount: String(receives) },
})

type Entry = { readonly Id?: unknown; readonly ReceiptHandle?: unknown }

function remove(queue: MessageQueue, entries: readonly Entry[], body: () => unknown): Reply {
  for (const { ReceiptHandle } of entries) deleteMessage(queue, String(ReceiptHandle))
  return answered(body())
}

/** By a fault SQS says that all is deleted, and hands it out again. */
function removeBatch(world: World, queue: MessageQueue, asked: Asked): Reply {
  const entries = Array.isArray(asked.Entries) ? (asked.Entries as Entry[]) : []
  if (entries.length === 0 || entries.length > 10)
    return refuse(400, 'com.amazonaws.sqs#BatchEntryIdsNotDistinct', '1 to 10 entries must be given.')
  const kept = takeFault(world, { operation: 'deleteMessageBatch' }, ['redeliver']) ? [] : entries
  return remove(queue, kept, () => ({ Successful: entries.map(({ Id }) => ({ Id })), Failed: [] }))
}

const answered = (body: unknown): Reply => ({
  status: 200,
  body: undefined,
  file: { bytes: Buffer.from(JSON.stringify(body)), contentType: 'application/x-amz-json-1.0' },
  headers: { 'x-amzn-RequestId': randomUUID() },
})

const refuse = (status: number, type: string, message: string): Reply => ({
  status,
  body: undefined,
  file: { bytes: Buffer.from(JSON.stringify({ __type: type, message })), contentType: 'application/x-amz-json-1.0' },
})

function parsed(body: string): Asked | undefined {
  try {
    return JSON.parse(body) as Asked
  } catch {
    return undefined
  }
}
