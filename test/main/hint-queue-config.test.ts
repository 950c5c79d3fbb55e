import { describe, expect, test } from 'vitest'
import { ConfigRefusal } from '#main/config-shape.ts'
import { readHintQueue } from '#main/hint-queue-config.ts'

const ARN = 'arn:aws:sqs:eu-west-1:123456789012:millrace'
const SET = {
  arn: ARN,
  accessKeyId: 'AKIA1',
  secretAccessKey: 'very-secret',
}

describe('the queue in the environment', () => {
  test('[M5] there is none unless it is set, and its address and region are those of its ARN', () => {
    expect(readHintQueue({})).toBeNull()
    expect(readHintQueue({ arn: '', url: '' })).toBeNull()
    expect(readHintQueue(SET)).toEqual({
      arn: ARN,
      url: 'https://sqs.eu-west-1.amazonaws.com/123456789012/millrace',
      region: 'eu-west-1',
      accessKeyId: 'AKIA1',
      secretAccessKey: 'very-secret',
    })
    const here = { ...SET, url: 'http://127.0.0.1:9/123456789012/millrace' }
    expect(readHintQueue(here)?.url).toBe('http://127.0.0.1:9/123456789012/millrace')
  })

  test.each([
    ['a half of it', { arn: ARN }, /together/],
    ['a key without a queue', { accessKeyId: 'AKIA1' }, /together/],
    ['no ARN', { ...SET, arn: 'millrace' }, /ARN/],
    ['a first-in-first-out queue, to which Amazon cannot send', { ...SET, arn: `${ARN}.fifo` }, /standard queue/],
    ['plain http to elsewhere', { ...SET, url: 'http://sqs.example.com/1/millrace' }, /https/],
    ['an address with a name in it', { ...SET, url: 'https://x:y@sqs.example.com/1/q' }, /https/],
    ['no address', { ...SET, url: 'nowhere' }, /https/],
  ])('[M5] %s is refused in one sentence, which does not repeat the key', (_, env, words) => {
    const read = () => readHintQueue(env)
    expect(read).toThrow(ConfigRefusal)
    expect(read).toThrow(words)
    expect(read).not.toThrow(/very-secret/)
  })
})
