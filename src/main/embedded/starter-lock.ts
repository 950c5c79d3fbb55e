import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive, type Living, ourselves } from './living.ts'
import { EmbeddedRefusal } from './refusal.ts'

const PATIENCE = 300_000
const STEP = 50
let counter = 0

/**
 * Runs `fn` while no other starter of the same data folder does. The lock is a file that names its holder; a holder
 * that died is set aside. Should two starters ever get past it, PostgreSQL's own lock still lets only one server run.
 */
export async function withStarterLock<T>(path: string, fn: () => Promise<T>): Promise<T> {
  const mark = `${path}.${process.pid}.${counter++}`
  const text = JSON.stringify({ ...ourselves(), mark })
  for (let waited = 0; !take(path, mark, text); waited += STEP) {
    if (waited > PATIENCE) throw new EmbeddedRefusal(`Another start of the database has held ${path} for five minutes.`)
    await wait(STEP)
  }
  try {
    return await fn()
  } finally {
    if (read(path) === text) rmSync(path, { force: true })
  }
}

function take(path: string, mark: string, text: string): boolean {
  writeMark(mark, text)
  try {
    linkSync(mark, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    setAside(path, mark)
    return false
  } finally {
    rmSync(mark, { force: true })
  }
}

function writeMark(mark: string, text: string): void {
  try {
    writeFileSync(mark, text)
  } catch (error) {
    throw new EmbeddedRefusal(`The data folder cannot be written to (${(error as Error).message}).`)
  }
}

function setAside(path: string, mark: string): void {
  const seen = read(path)
  if (seen === undefined || holderLives(seen)) return
  const aside = `${mark}.old`
  try {
    renameSync(path, aside)
    // Between reading and moving another starter may have set the dead one aside and taken the lock: give it back.
    if (read(aside) !== seen) linkSync(aside, path)
  } catch {
    // Someone else was quicker; the next round looks again.
  } finally {
    rmSync(aside, { force: true })
  }
}

function holderLives(text: string): boolean {
  try {
    return isAlive(JSON.parse(text) as Living)
  } catch {
    return false
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
