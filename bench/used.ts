/** What this process has used of the machine so far. */
export const used = () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  return { peakMb: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 }
}

/** Alarms are seen, notes are not. */
export const BENCH_LOG = {
  note: () => {},
  alarm: (message: string, facts: object = {}) => console.error(message, JSON.stringify(facts)),
}
