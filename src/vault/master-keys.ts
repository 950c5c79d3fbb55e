import { keyFor } from './seal.ts'

/** One key of the deployment, from which keys for single purposes are drawn. Its name tells nothing of it. */
export type MasterKey = { readonly id: string; keyFor(purpose: string): Buffer }

/** The deployment's keys, wherever they lie: the newest seals, the older ones only open (U3, D36). */
export type MasterKeys = {
  /** The newest first; never none. */
  all(): readonly MasterKey[]
  /** Makes a new one, which seals from now on. */
  add(): MasterKey
  /** Destroys an older one: what it still sealed can never be opened again. */
  destroy(id: string): void
}

/** How many bytes a key has. */
export const KEY_LENGTH = 32

/** A key made of its 32 bytes; what is drawn from it is made ready once. */
export function masterKey(bytes: Buffer): MasterKey {
  const drawn = new Map<string, Buffer>()
  return {
    id: keyFor(bytes, 'name of the key').subarray(0, 8).toString('hex'),
    keyFor(purpose) {
      const known = drawn.get(purpose) ?? keyFor(bytes, purpose)
      drawn.set(purpose, known)
      return known
    },
  }
}

/** The key that seals today. */
export function newestOf(masters: MasterKeys): MasterKey {
  const [newest] = masters.all()
  if (!newest) throw new Error('There is no master key.')
  return newest
}

/** The key that was there first: drawn from it is what was drawn before keys had names. */
export function oldestOf(masters: MasterKeys): MasterKey {
  const oldest = masters.all().at(-1)
  if (!oldest) throw new Error('There is no master key.')
  return oldest
}

/** One key that is given and stays: for tests and measurements. */
export function fixedKey(bytes: Buffer): MasterKeys {
  const only = [masterKey(bytes)]
  const refuse = (): never => {
    throw new Error('This key is fixed: it cannot be rotated.')
  }
  return { all: () => only, add: refuse, destroy: refuse }
}
