import type { SQSClient } from '@aws-sdk/client-sqs'
import { failed, ok, type Result } from '#core/problems.ts'

/** The queue at Amazon's SQS to which notifications are sent, and the key of whoever may take them there. */
export type HintQueueConfig = {
  readonly arn: string
  readonly url: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** A message as it was taken; it comes again unless it is removed by its receipt. */
export type TakenMessage = { readonly receipt: string; readonly body: string }

/** The queue as the flows see it. */
export type HintQueue = {
  readonly arn: string
  /** Takes up to ten messages; where there is none, waits so many seconds for the first. */
  take(waitSeconds: number, signal?: AbortSignal): Promise<Result<readonly TakenMessage[]>>
  /** Removes messages that were worked on; one that was not removed comes again, which does no harm. */
  remove(messages: readonly TakenMessage[]): Promise<Result<null>>
}

/** How long a taken message is hidden from others: far longer than a round takes. */
const HIDDEN_SECONDS = 60

/** Opens the queue. The AWS client is loaded with the first use: who has no queue does not pay for it. */
export function openHintQueue(config: HintQueueConfig): HintQueue {
  let opened: Promise<{ client: SQSClient; sqs: typeof import('@aws-sdk/client-sqs') }> | null = null
  const open = () => {
    opened ??= import('@aws-sdk/client-sqs').then((sqs) => ({ sqs, client: clientOf(sqs, config) }))
    return opened
  }
  const queue = { QueueUrl: config.url }
  return {
    arn: config.arn,
    async take(waitSeconds, signal) {
      try {
        const { client, sqs } = await open()
        const asked = {
          ...queue,
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: waitSeconds,
          VisibilityTimeout: HIDDEN_SECONDS,
        }
        const { Messages } = await client.send(
          new sqs.ReceiveMessageCommand(asked),
          signal ? { abortSignal: signal } : {},
        )
        return ok(
          (Messages ?? []).map(({ ReceiptHandle, Body }) => ({ receipt: ReceiptHandle ?? '', body: Body ?? '' })),
        )
      } catch (error) {
        return refusalOf(error)
      }
    },
    async remove(messages) {
      try {
        if (messages.length === 0) return ok(null)
        const { client, sqs } = await open()
        const Entries = messages.map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt }))
        await client.send(new sqs.DeleteMessageBatchCommand({ ...queue, Entries }))
        return ok(null)
      } catch (error) {
        return refusalOf(error)
      }
    },
  }
}

/** Nothing but the queue's own host is spoken to, with the key that was set: no file and no other service is asked for one. */
const clientOf = (sqs: typeof import('@aws-sdk/client-sqs'), config: HintQueueConfig): SQSClient => {
  const { region, url, accessKeyId, secretAccessKey } = config
  return new sqs.SQSClient({
    region,
    endpoint: new URL(url).origin,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
  })
}

/** What AWS says, by its code alone. */
function refusalOf(error: unknown): { readonly ok: false; readonly problem: ReturnType<typeof failed>['problem'] } {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown }
  const said = [code, name].find((text) => typeof text === 'string' && /^[A-Za-z_.#]{3,60}$/.test(text)) ?? 'unknown'
  return failed(REFUSED.test(String(said)) ? 'hint-queue-refused' : 'hint-queue-away', { said: String(said) })
}

const REFUSED = /Denied|Invalid|Missing|Signature|DoesNotExist|NonExistent|NotExist|Unrecognized|Expired|OptIn/
