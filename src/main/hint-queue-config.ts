import type { HintQueueConfig } from '#amazon/hint-queue.ts'
import { ConfigRefusal } from './config-shape.ts'

/** What the environment says of it. */
type Entered = Readonly<Partial<Record<'arn' | 'url' | 'accessKeyId' | 'secretAccessKey', string | undefined>>>

/** Amazon sends to a standard queue of any region; its ARN says which. */
const ARN = /^arn:aws:sqs:([a-z]{2}(?:-[a-z]+)+-\d):(\d{12}):([\w-]{1,80})$/

/** Reads where Amazon's notifications come in: a queue and the key of whoever may take them there, or nothing. No refusal repeats the key. */
export function readHintQueue(entered: Entered): HintQueueConfig | null {
  const arn = entered.arn?.trim()
  const accessKeyId = entered.accessKeyId?.trim()
  const secretAccessKey = entered.secretAccessKey?.trim()
  if (!arn && !accessKeyId && !secretAccessKey) return null
  if (!arn || !accessKeyId || !secretAccessKey)
    throw new ConfigRefusal(
      'Set MILLRACE_SQS_QUEUE_ARN, MILLRACE_SQS_ACCESS_KEY_ID and MILLRACE_SQS_SECRET_ACCESS_KEY together, or none of them.',
    )
  const [, region, account, name] = ARN.exec(arn) ?? []
  if (!region)
    throw new ConfigRefusal(
      'MILLRACE_SQS_QUEUE_ARN must be the ARN of a standard queue, such as arn:aws:sqs:us-east-1:123456789012:millrace.',
    )
  const url = entered.url?.trim() || `https://sqs.${region}.amazonaws.com/${account}/${name}`
  if (!isSafe(url))
    throw new ConfigRefusal(
      'MILLRACE_SQS_QUEUE_URL must be the https address of the queue, such as https://sqs.us-east-1.amazonaws.com/123456789012/millrace.',
    )
  return { arn, url, region, accessKeyId, secretAccessKey }
}

/** By https, or plain to this machine itself. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, pathname } = new URL(text)
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
  return username === '' && pathname.length > 1 && (protocol === 'https:' || (protocol === 'http:' && isHere))
}
