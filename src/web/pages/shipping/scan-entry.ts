import { useMutation } from '@tanstack/react-query'
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { carrierFor } from '../../parts/carrier-for.ts'
import { tell, tellError } from '../../parts/told.tsx'
import { useCarriers, voidPackage } from '../../parts/use-ship.ts'
import { shippingWords } from '../../words/shipping.ts'
import type { Queued } from './queue-pages.ts'
import { type Scanning, takeScan } from './take-scan.ts'
import type { Queue } from './use-queue.ts'

/** What keys do in the entry. */
export type EntryKeys = { carrier(): void; part(): void; undo(): void }

const say = shippingWords.scan

type Entered = {
  readonly queue: Queue
  readonly order: Queued | undefined
  readonly field: RefObject<HTMLInputElement | null>
  readonly keys: RefObject<EntryKeys | null>
}

/** The entry at the packing table: an order that is scanned is chosen, a tracking number ships the one that is packed (S1, S2). */
export function useScanEntry({ queue, order, field, keys }: Entered) {
  const carriers = useCarriers()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [parts, setParts] = useState<Readonly<Record<string, number>> | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const carrierField = useRef<HTMLInputElement>(null)
  const likely = carrierFor(text, { carriers, usual: order?.carrier ?? null })
  const forget = () => {
    setChosen(null)
    setParts(null)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order is what calls for it.
  useEffect(forget, [order?.orderNumber])
  const refuse = (words: string, scanned = '') => {
    setFault(words)
    if (scanned !== '') setText(scanned)
    // The next scan takes the place of what was refused.
    setTimeout(() => field.current?.select(), 0)
    field.current?.focus()
  }
  const scans = useScans({
    now: { queue, order, carriers, chosen, parts },
    begun: () => setFault(null),
    taken: forget,
    refuse,
    noCarrier: (scanned) => {
      refuse(say.noCarrier, scanned)
      carrierField.current?.focus()
    },
  })
  const undo = useMutation({
    mutationFn: () => takeBack(queue),
    onError: (error) => {
      tellError(error)
      field.current?.focus()
    },
  })
  const open = order?.lines ?? []
  // Nothing stands there before it is typed: a digit beside one that is there would be another number.
  const togglePart = () => setParts(parts ? null : Object.fromEntries(open.map((line) => [line.lineId, 0])))
  useImperativeHandle(keys, () => ({
    carrier: () => carrierField.current?.focus(),
    part: togglePart,
    undo: () => undo.mutate(),
  }))
  return {
    ...{ carriers, text, setText, setChosen, parts, setParts, togglePart, fault, likely, carrierField },
    carrier: chosen ?? likely.carrier,
    busy: scans.busy || undo.isPending,
    submit: () => {
      setText('')
      scans.add(text.trim())
    },
    undo: () => undo.mutate(),
    clear: () => {
      setText('')
      setFault(null)
      forget()
    },
  }
}

async function takeBack(queue: Queue): Promise<void> {
  if (!queue.last) throw new Error(say.nothingToUndo)
  await voidPackage(queue.last)
  tell(say.undone(queue.last.order))
  queue.back(queue.last)
}

type Scans = {
  readonly now: Omit<Scanning, 'insisted'>
  begun(): void
  taken(): void
  refuse(words: string, scanned: string): void
  noCarrier(scanned: string): void
}

/** Scans are done one after the other, however fast they come; after one that is refused the others are forgotten: they meant another order. */
function useScans(scans: Scans): { readonly busy: boolean; add(scanned: string): void } {
  const latest = useRef(scans)
  latest.current = scans
  const insisted = useRef('')
  const waiting = useRef<string[]>([])
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    for (let scanned = waiting.current[0]; scanned !== undefined; scanned = waiting.current[0]) {
      latest.current.begun()
      try {
        const end = await takeScan(scanned, () => ({ ...latest.current.now, insisted }))
        if (end === 'carrier') {
          waiting.current = []
          latest.current.noCarrier(scanned)
        } else latest.current.taken()
      } catch (error) {
        waiting.current = []
        latest.current.refuse((error as Error).message, scanned)
      }
      waiting.current = waiting.current.slice(1)
    }
    setBusy(false)
  }
  return {
    busy,
    add: (scanned) => {
      if (scanned === '') return
      waiting.current = [...waiting.current, scanned]
      if (waiting.current.length === 1) void run()
    },
  }
}
