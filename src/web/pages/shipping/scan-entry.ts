import { useMutation } from '@tanstack/react-query'
import { type RefObject, useImperativeHandle, useRef, useState } from 'react'
import { readScan } from '#core/shipments/read-scan.ts'
import { answer, api, Refused } from '../../api.ts'
import { carrierFor } from '../../parts/carrier-for.ts'
import { tell } from '../../parts/told.tsx'
import { enterPackage, useCarriers, voidPackage } from '../../parts/use-ship.ts'
import { orderWords } from '../../words/order.ts'
import { shippingWords } from '../../words/shipping.ts'
import type { Queue, Queued } from './use-queue.ts'

/** What keys do in the entry. */
export type EntryKeys = { carrier(): void; part(): void; undo(): void }

const say = shippingWords.scan
/** For so many seconds Amazon is not told: so long the last package can be taken back. */
const KEPT_BACK = 10

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
  const insisted = useRef('')
  const carrierField = useRef<HTMLInputElement>(null)
  const likely = carrierFor(text, { carriers, usual: order?.carrier ?? null })
  const carrier = chosen ?? likely.carrier
  const clear = () => {
    setText('')
    setChosen(null)
    setParts(null)
    setFault(null)
  }
  const refuse = (words: string) => {
    setFault(words)
    field.current?.focus()
    field.current?.select()
  }
  const enter = useMutation({
    mutationFn: () => take(text.trim(), { queue, order, carrier, parts, insisted }),
    onSuccess: (end) => {
      if (end !== 'carrier') return clear()
      setFault(say.noCarrier)
      carrierField.current?.focus()
    },
    onError: (error) => refuse(error.message),
  })
  const undo = useMutation({
    mutationFn: async () => {
      if (!queue.last) throw new Error(say.nothingToUndo)
      await voidPackage(queue.last)
      tell(say.undone(queue.last.order))
      queue.back(queue.last)
    },
    onError: (error) => refuse(error.message),
  })
  const open = order?.lines ?? []
  const togglePart = () => setParts(parts ? null : Object.fromEntries(open.map((line) => [line.lineId, line.open])))
  useImperativeHandle(keys, () => ({
    carrier: () => carrierField.current?.focus(),
    part: togglePart,
    undo: () => undo.mutate(),
  }))
  return {
    ...{ carriers, text, setText, carrier, setChosen, parts, setParts, togglePart, fault, likely, carrierField, clear },
    submit: () => text.trim() !== '' && !enter.isPending && enter.mutate(),
    busy: enter.isPending || undo.isPending,
    undo: () => undo.mutate(),
  }
}

type Taking = Pick<Entered, 'queue' | 'order'> & {
  readonly carrier: string | null
  readonly parts: Readonly<Record<string, number>> | null
  readonly insisted: RefObject<string>
}

/** Does what a scan means: chooses its order, or ships; throws the sentence of what is wrong. */
async function take(text: string, taking: Taking): Promise<'order' | 'shipped' | 'carrier'> {
  const { queue, insisted } = taking
  const scan = readScan(text)
  if (scan.kind === 'order') {
    queue.scan(await findOrder(scan.key))
    return 'order'
  }
  if (scan.kind === 'misread' && insisted.current !== text) {
    insisted.current = text
    throw new Error(say.misread(scan.code, scan.why))
  }
  // A number of no known form may be that of an order of another channel.
  const other = scan.kind === 'tracking' && !scan.known ? await findOrder(text).catch(passUnknown) : null
  if (!other) return ship(text, taking)
  queue.scan(other)
  return 'order'
}

async function ship(tracking: string, { queue, order, carrier, parts }: Taking): Promise<'shipped' | 'carrier'> {
  if (!order) throw new Error(say.noOrder)
  if (carrier === null) return 'carrier'
  const said = order.lines.filter(({ lineId }) => parts === null || (parts[lineId] ?? 0) > 0)
  if (said.length === 0) throw new Error(say.emptyPart)
  const whole = order.lines.every(({ lineId, open }) => parts === null || (parts[lineId] ?? 0) >= open)
  const items = whole
    ? null
    : said.map(({ lineId }) => ({ line: lineId, sku: null, item: null, quantity: parts?.[lineId] ?? 0 }))
  const taken = await enterPackage({ order: `${order.orderNumber}`, carrier, tracking, items }, KEPT_BACK)
  tell(whole ? taken.text : say.part(taken.order))
  queue.shipped(taken, whole)
  return 'shipped'
}

const findOrder = (order: string): Promise<Queued> =>
  answer(api.GET('/api/v1/shipping-queue/find', { params: { query: { order } } }))

function passUnknown(error: Error): null {
  if (error instanceof Refused && error.status === 404) return null
  throw error
}

/** Why a carrier is proposed; nothing where nothing was typed and the method says none. */
export const whyCarrier = (why: string, carrier: string | null): string =>
  why || (carrier === null ? orderWords.ship.unknown : '')
