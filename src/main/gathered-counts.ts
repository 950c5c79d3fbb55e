const WRITTEN_AFTER = 1000

/** Counts that wait to be written together. */
export type GatheredCounts<Count> = {
  /** Makes of the count under a key, or of none, another one. */
  change(key: string, next: (before: Count | undefined) => Count): void
  /** Writes what is not written yet; resolves when it is. */
  flush(): Promise<void>
}

/** Gathers counts and writes them once a second, one round after the other; a process that is killed loses those of its last second. */
export function gatherCounts<Count>(write: (counts: readonly Count[]) => Promise<unknown>): GatheredCounts<Count> {
  let waiting = new Map<string, Count>()
  let timer: NodeJS.Timeout | undefined
  let written: Promise<void> = Promise.resolve()

  const writeRound = async () => {
    const counts = [...waiting.values()]
    waiting = new Map()
    if (counts.length > 0) await write(counts)
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    written = written.then(writeRound)
    return written
  }
  return {
    change(key, next) {
      waiting.set(key, next(waiting.get(key)))
      timer ??= setTimeout(() => void flush(), WRITTEN_AFTER).unref()
    },
    flush,
  }
}
