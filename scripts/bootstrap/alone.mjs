// Lets one start install at a time: two at once would tear each other's folders apart.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A holder that has not yet written its number is given this long. */
const graceMs = 5_000

/** Runs the work while holding the lock folder; waits for another start that holds it. */
export function alone(root, work) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const lock = join(root, '.cache', 'install.lock')
  let told = false
  while (!take(lock)) {
    if (isStale(lock)) {
      clear(lock)
      continue
    }
    if (!told) console.error('Another start is installing packages; waiting for it.')
    told = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
  try {
    return work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function take(lock) {
  try {
    mkdirSync(lock)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  return true
}

/** Moves a stale lock aside first: of two who both found it stale, the second must not remove the first one's new lock. */
function clear(lock) {
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
    if (isStale(aside)) rmSync(aside, { recursive: true, force: true })
    else renameSync(aside, lock)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/** A lock whose holder is dead is left over from a start that was cut off. */
function isStale(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    if (pid > 0) return !isAlive(pid)
  } catch {
    // No number yet: the holder is between two steps, or died there.
  }
  try {
    return Date.now() - statSync(lock).mtimeMs > graceMs
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
