import { type HintsTaken, takeHints } from '#flows/take-hints.ts'
import { useArrivedSecrets } from '#flows/take-secret-hint.ts'
import { backOff, errorCode } from './back-off.ts'
import type { Running } from './dispatch.ts'
import type { Workshop } from './work.ts'

/** As long as SQS lets anybody wait: an idle queue costs three requests a minute. */
const WAIT_SECONDS = 20

/** A client secret that could not be tested when it came is tested again (C5). */
const TEST_EVERY = 10 * 60_000

/** Takes Amazon's hints out of the queue until it is stopped; nothing is done where no queue is set. Several beside each other are harmless. */
export function startHintReceiver({ deps }: Workshop): Running {
  const stopping = new AbortController()
  const { signal } = stopping
  const loop = async () => {
    let failures = 0
    let tested = deps.now()
    while (deps.hintQueue && !signal.aborted) {
      const { problem } = await look(deps, signal)
      if (deps.now() - tested >= TEST_EVERY) {
        tested = deps.now()
        await useArrivedSecrets(deps).catch((error) =>
          deps.log.alarm('A client secret could not be tested.', { error: errorCode(error) }),
        )
      }
      failures = problem ? failures + 1 : 0
      if (failures > 0) await pause(backOff(failures, deps.random), signal)
    }
  }
  const ended = loop()
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}

/** One look; an outage of ours is logged and tried again, as one of AWS is. */
async function look(
  deps: Workshop['deps'],
  signal: AbortSignal,
): Promise<Pick<HintsTaken, 'problem'> | { problem: string }> {
  try {
    return await takeHints(deps, { waitSeconds: WAIT_SECONDS, signal })
  } catch (error) {
    deps.log.alarm('Hints of Amazon could not be taken.', { error: errorCode(error) })
    return { problem: errorCode(error) }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
