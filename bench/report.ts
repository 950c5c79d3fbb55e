// What the bench prints.
import { availableParallelism, cpus, loadavg } from 'node:os'
import type { Steps } from './steps.ts'

/** Orders per second of each round, of the product and of the loop beside it. */
export type Pair = {
  readonly product: readonly number[]
  readonly loop: readonly number[]
  readonly orders: { readonly product: number; readonly loop: number }
}

/** Orders per second. */
export const rate = (orders: number, ms: number): number => (orders / ms) * 1000

/** The value below which a share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

const whole = (value: number) => Math.round(value).toLocaleString('en-US')

/** Lines of cells in columns: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)
  return rows.map((row) => `  ${row.map(cell).join('   ')}`.trimEnd()).join('\n')
}

/** A pair: the middle of its rounds, how far they lie apart, and the ratio. */
export function pairTable({ product, loop, orders }: Pair): string {
  const line = (name: string, rates: readonly number[], count: number) => [
    name,
    whole(percentile(rates, 0.5)),
    rates.length > 1 ? `${whole(Math.min(...rates))} to ${whole(Math.max(...rates))}` : '',
    whole(count),
  ]
  const ratio = percentile(product, 0.5) / percentile(loop, 0.5)
  return table([
    ['', 'orders/s', 'rounds', 'orders'],
    line('Millrace, page by page', product, orders.product),
    line('one INSERT for each row', loop, orders.loop),
    ['ratio', `${ratio.toFixed(1)} x`, '', ''],
  ])
}

/** The steps of one page. */
export function stepTable(steps: Steps): string {
  const total = Object.values(steps).reduce((sum, ms) => sum + ms, 0)
  const names = Object.keys(steps)
  return table([
    ['', ...names, 'all'],
    ['ms a page', ...Object.values(steps).map((ms) => ms.toFixed(1)), total.toFixed(1)],
  ])
}

/** What the numbers were measured on. */
export function machine(postgres: string): string {
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`
  const busy = `load ${loadavg()[0]?.toFixed(1)} when this began`
  return `${cores}, ${busy}, Node ${process.versions.node}, embedded PostgreSQL ${postgres} with fsync on, one process beside the server's`
}
