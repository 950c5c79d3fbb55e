import type { Problem } from '../problems.ts'
import type { PackageEntry } from './package-entry.ts'

/** One package of a file, and what entering it would do. */
export type PackageOfFile = {
  readonly lines: readonly number[]
  readonly order: string
  readonly entry: PackageEntry | null
  readonly outcome: 'entered' | 'known' | 'refused'
  readonly orderId: number | null
  readonly amazonOrderId: string | null
  readonly carrier: string | null
  readonly tracking: string | null
  readonly units: number | null
  readonly problem: Problem | null
}
