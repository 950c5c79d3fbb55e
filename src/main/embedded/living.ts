import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A running program told apart from a later one with the same number. */
export type Living = { readonly pid: number; readonly since: string }

/** This program. */
export function ourselves(): Living {
  return { pid: process.pid, since: startOf(process.pid) ?? '' }
}

/** True while exactly that program runs; a number that was given to another program later does not count. */
export function isAlive({ pid, since }: Living): boolean {
  if (!pidRuns(pid)) return false
  const start = startOf(pid)
  return start === undefined || since === '' || start === since
}

/** True when some program has this number, also one of another user; a dead one that nobody collected does not count. */
export function pidRuns(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return stat(pid)?.[0] !== 'Z'
}

/** The moment a program started, as Linux counts it; elsewhere unknown. */
function startOf(pid: number): string | undefined {
  return stat(pid)?.[19]
}

/** The fields of /proc/PID/stat after the name (which may hold spaces): state first, start time as number 19. */
function stat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** Whether this program works inside a folder, as PostgreSQL does in its own; elsewhere than on Linux it is believed. */
export function worksIn(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/** Whether any program works inside a folder: PostgreSQL and all its children do. Undefined where nobody can tell. */
export function someoneWorksIn(folder: string): boolean | undefined {
  if (process.platform !== 'linux') return undefined
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && worksIn(Number(name), folder))
}
