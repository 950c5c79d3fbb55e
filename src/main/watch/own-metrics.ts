import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { CountedCall } from '#amazon/client.ts'
import type { Answered } from '#http/watch.ts'
import type { EndedRun } from '#jobs/work.ts'
import { answerOf } from '../call-counter.ts'

/** What one process tells of itself since its start: memory and CPU, its answers, its runs, its calls at Amazon (X5). */
export type ProcessMetrics = {
  onAnswer(answered: Answered): void
  onRun(run: EndedRun): void
  onCall(call: CountedCall): void
  text(): Promise<string>
}

const ANSWERS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
const RUNS = [0.05, 0.25, 1, 5, 15, 60, 300]
const CALLS = [0.1, 0.25, 0.5, 1, 2.5, 5, 15]

/** Begins to measure this process. Labels are routes, kinds and operations of ours: their number is fixed, whoever asks. */
export function measureProcess(): ProcessMetrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const registers = [register]
  const answers = new Histogram({
    name: 'millrace_http_seconds',
    help: 'How long answers took.',
    labelNames: ['method', 'route'],
    buckets: ANSWERS,
    registers,
  })
  const statuses = new Counter({
    name: 'millrace_http_answers_total',
    help: 'Answers by the class of their status.',
    labelNames: ['method', 'status'],
    registers,
  })
  const runs = new Histogram({
    name: 'millrace_run_seconds',
    help: 'How long runs of work took.',
    labelNames: ['kind', 'outcome'],
    buckets: RUNS,
    registers,
  })
  const calls = new Histogram({
    name: 'millrace_amazon_call_seconds',
    help: 'How long calls at Amazon took.',
    labelNames: ['operation', 'answer'],
    buckets: CALLS,
    registers,
  })
  return {
    onAnswer({ method, route, status, seconds }) {
      // A method that no route has may be any word of whoever asks.
      const known = route === 'none' ? 'other' : method
      answers.observe({ method: known, route }, seconds)
      statuses.inc({ method: known, status: `${Math.floor(status / 100)}xx` })
    },
    onRun: ({ kind, outcome, took }) => runs.observe({ kind, outcome }, took / 1000),
    onCall(call) {
      if (call.took !== undefined)
        calls.observe({ operation: call.operation, answer: answerOf(call) }, call.took / 1000)
    },
    text: () => register.metrics(),
  }
}
