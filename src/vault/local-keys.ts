import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { KEY_LENGTH, type MasterKey, type MasterKeys, masterKey } from './master-keys.ts'

/** A key file that is none, in one sentence. */
export class KeyFileFault extends Error {}

/**
 * The keys in a file that only its owner can read: 32 bytes each, the newest first (U3). It is looked at before each use, so that a
 * running server takes up a new key at once; a change replaces it as a whole.
 */
export function localKeys(file: string): MasterKeys {
  let known: { readonly mark: string; readonly keys: readonly MasterKey[] } | null = null
  const all = (): readonly MasterKey[] => {
    const { ino, mtimeMs, size } = statSync(file)
    const mark = `${ino} ${mtimeMs} ${size}`
    if (known?.mark !== mark) known = { mark, keys: keysInFile(file).map(masterKey) }
    return known.keys
  }
  return {
    all,
    add() {
      const bytes = randomBytes(KEY_LENGTH)
      replace(file, [bytes, ...keysInFile(file)])
      return masterKey(bytes)
    },
    destroy(id) {
      const parts = keysInFile(file)
      const kept = parts.filter((bytes, index) => index === 0 || masterKey(bytes).id !== id)
      if (kept.length === parts.length) throw new Error(`The key ${id} is the newest, or is not there.`)
      replace(file, kept)
    },
  }
}

/** The bytes of each key in the file, the newest first. */
export function keysInFile(file: string): [Buffer, ...Buffer[]] {
  const bytes = readFileSync(file)
  const many = bytes.length / KEY_LENGTH
  if (many < 1 || !Number.isInteger(many))
    throw new KeyFileFault(`The key ${file} has ${bytes.length} bytes; it must have exactly 32, or 32 for each key.`)
  const older = Array.from({ length: many - 1 }, (_, n) => bytes.subarray((n + 1) * KEY_LENGTH, (n + 2) * KEY_LENGTH))
  return [bytes.subarray(0, KEY_LENGTH), ...older]
}

/** A crash leaves the old file or the new one, never a part of one. */
function replace(file: string, keys: readonly Buffer[]): void {
  const beside = `${file}.new`
  writeThrough(beside, Buffer.concat(keys))
  renameSync(beside, file)
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function writeThrough(file: string, bytes: Buffer): void {
  const open = openSync(file, 'w', 0o600)
  try {
    writeSync(open, bytes)
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
