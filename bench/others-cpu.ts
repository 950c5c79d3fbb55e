// CPU time and memory of the programs beside the measured one, where the system tells it (Linux).
import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

/** Seconds that all descendants of this process have used, those of `but` and this process left out; 0 where unknown. */
export function cpuOfOthers(but: number | undefined): number {
  const parents = new Map<number, { parent: number; ticks: number }>()
  for (const name of listed()) {
    const stat = statOf(name)
    if (stat) parents.set(Number(name), stat)
  }
  const isOurs = (pid: number): boolean => {
    if (pid === but) return false
    const parent = parents.get(pid)?.parent
    return parent === process.pid || (parent !== undefined && parent > 1 && isOurs(parent))
  }
  let ticks = 0
  for (const [pid, stat] of parents) if (isOurs(pid)) ticks += stat.ticks
  return ticks / TICKS_A_SECOND
}

/** Seconds that PostgreSQL has used, with all its processes; 0 where unknown. */
export function cpuOfPostgres(): number {
  const named = listed().filter((pid) => commOf(pid) === 'postgres')
  const own = named.flatMap((pid) => {
    const stat = statOf(pid)
    // The father has counted what its ended children used.
    return stat ? [{ pid: Number(pid), ...stat }] : []
  })
  const parents = new Map(own.map(({ pid, parent }) => [pid, parent]))
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid) ?? statOf(String(pid))?.parent
    return parent === process.pid || (parent !== undefined && parent > 1 && isOurs(parent))
  }
  return own.filter(({ pid }) => isOurs(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_A_SECOND
}

function commOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

/** Seconds that the children of this process used which have ended; 0 where unknown. */
export function cpuOfReaped(): number {
  const fields = fieldsOf('self')
  return fields ? (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND : 0
}

/** Megabytes at the peak of the largest child that this process has now; null where it has none, or the system does not tell. */
export function peakOfChildren(): number | null {
  const peaks = listed().flatMap((pid) => {
    if (statOf(pid)?.parent !== process.pid) return []
    return Number(/VmHWM:\s*(\d+) kB/.exec(statusOf(pid))?.[1] ?? 0) / 1024
  })
  return peaks.length > 0 ? Math.max(...peaks) : null
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

function listed(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

/** Parent and ticks of a process with those of its children that have ended. */
function statOf(pid: string): { parent: number; ticks: number } | null {
  const fields = fieldsOf(pid)
  if (!fields) return null
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0)
  return { parent: Number(fields[1]), ticks }
}

function fieldsOf(pid: string): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
