import { type Algorithm, hash, parseOptions, verify } from '@node-rs/argon2'
import type { Cost } from './parts.ts'

/** What a password costs in earnest: Argon2id with 19 MiB, two passes (OWASP's floor). */
export const PRODUCTION_COST: Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes passwords. `computed` counts: a test sees that a stranger costs what a known person costs. */
export type Hasher = {
  make(password: string): Promise<string>
  /** Whether the password is the one; null stands for somebody unknown, costs the same and is never right. */
  matches(hashed: string | null, password: string): Promise<boolean>
  /** True for a hash that was made at another cost than today's. */
  isOutOfDate(hashed: string): boolean
  computed(): number
}

/** Passwords as Argon2id hashes of the given cost (U6). */
export function createHasher(cost: Cost): Hasher {
  const options = { ...cost, algorithm: 2 satisfies Algorithm }
  let computed = 0
  let nobody: Promise<string> | undefined
  return {
    make(password) {
      computed++
      return hash(password, options)
    },
    async matches(hashed, password) {
      nobody ??= hash('nobody has this password', options)
      const compared = hashed ?? (await nobody)
      computed++
      return (await verify(compared, password)) && hashed !== null
    },
    isOutOfDate(hashed) {
      const { memoryCost, timeCost, parallelism } = parseOptions(hashed)
      return memoryCost !== cost.memoryCost || timeCost !== cost.timeCost || parallelism !== cost.parallelism
    },
    computed: () => computed,
  }
}
