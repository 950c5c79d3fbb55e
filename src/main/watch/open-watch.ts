import { createHash, timingSafeEqual } from 'node:crypto'
import { writeMetrics } from '#core/metrics.ts'
import type { Watch } from '#http/watch.ts'
import { askMetrics } from '#store/ask-metrics.ts'
import type { Installation } from '../installation.ts'
import { keptFor } from './kept-for.ts'
import type { ProcessMetrics } from './own-metrics.ts'
import { lookReady } from './readiness.ts'

/** Whoever asks how we are, and however often: the database is asked once in so long, ms. */
const READY_KEPT = 5000
const METRICS_KEPT = 15_000

/** What a running process tells of itself and of the deployment (X5). */
export function openWatch(installation: Installation, metrics: ProcessMetrics): Watch {
  const { config, deps } = installation
  const wanted = config.metricsToken === null ? null : digest(config.metricsToken)
  return {
    readiness: keptFor(READY_KEPT, deps.now, () => lookReady(installation)),
    onAnswer: metrics.onAnswer,
    isOn: wanted !== null,
    isToken: (text) => wanted !== null && timingSafeEqual(digest(text), wanted),
    ofProcess: metrics.text,
    ofDeployment: keptFor(METRICS_KEPT, deps.now, async () =>
      writeMetrics(await askMetrics(installation.appDatabase, deps.now())),
    ),
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
