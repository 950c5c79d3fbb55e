import { useSyncExternalStore } from 'react'
import { queries } from '../../api.ts'
import { sessionQuery, useSession } from '../../session.ts'
import { importWords } from '../../words/imports.ts'
import { bringFile } from './imports-api.ts'

const say = importWords.bring

/** A file that somebody dropped or chose, and how far it is. */
export type FileOnItsWay = {
  readonly id: number
  readonly name: string
  /** For whom it was brought: who works for another merchant meanwhile neither sees nor sends it there. */
  readonly merchant: string | null
  readonly state: 'waits' | 'sending' | 'here' | 'refused'
  /** The import that it became. */
  readonly brought?: number
  /** Why it was refused. */
  readonly why?: string
}

const MOST_BYTES = 100 * 1024 * 1024

// It outlives the tab: who leaves while files are sent finds them again.
let queue: readonly FileOnItsWay[] = []
let last = 0
let runs: Promise<void> = Promise.resolve()
const listeners = new Set<() => void>()

function put(next: readonly FileOnItsWay[]): void {
  queue = next
  for (const each of listeners) each()
}

const merchantNow = (): string | null => queries.getQueryData(sessionQuery.queryKey)?.merchant ?? null

const change = (id: number, what: Partial<FileOnItsWay>): void =>
  put(queue.map((each) => (each.id === id ? { ...each, ...what } : each)))

/** Brings files one after the other; gives the import where one file alone was brought and taken. */
export async function bringFiles(files: readonly File[]): Promise<number | undefined> {
  const merchant = merchantNow()
  const added = files.map((file) => {
    last += 1
    return { id: last, file }
  })
  put([...queue, ...added.map(({ id, file }) => ({ id, name: file.name, merchant, state: 'waits' as const }))])
  for (const { id, file } of added) runs = runs.then(() => bringOne(id, file))
  await runs
  const [only] = added
  return added.length === 1 ? queue.find(({ id }) => id === only?.id)?.brought : undefined
}

async function bringOne(id: number, file: File): Promise<void> {
  const entry = queue.find((each) => each.id === id)
  if (!entry) return
  const elsewhere = entry.merchant !== merchantNow() ? say.elsewhere : null
  const fault = file.size > MOST_BYTES ? say.tooLarge : file.size === 0 ? say.empty : elsewhere
  if (fault !== null) return change(id, { state: 'refused', why: fault })
  change(id, { state: 'sending' })
  try {
    change(id, { state: 'here', brought: await bringFile(file) })
  } catch (error) {
    change(id, { state: 'refused', why: (error as Error).message })
  }
}

/** Takes a file off the list: what is here stays here, what waits is not brought. */
export const forgetFile = (id: number): void => put(queue.filter((each) => each.id !== id))

/** Takes off what became this import: somebody looks at it. */
export const forgetBrought = (brought: number): void => put(queue.filter((each) => each.brought !== brought))

/** The files on their way for this merchant, in their order. */
export function useFilesOnTheirWay(): readonly FileOnItsWay[] {
  const { merchant } = useSession()
  const files = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => queue,
  )
  return files.filter((each) => each.merchant === merchant)
}
