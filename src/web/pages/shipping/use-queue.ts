import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { useHeldRows } from '../../parts/use-held-rows.ts'
import { usePages } from '../../parts/use-pages.ts'
import type { TakenPackage } from '../../parts/use-ship.ts'
import { type Queued, queuePages } from './queue-pages.ts'
import type { ShippingSearch } from './shipping-search.ts'

/** How many wait, and where. */
export type Sums = components['schemas']['QueueSums']

const SUMS_EVERY = 30_000

/** How many orders wait, for the filters and the head of the page: each choice beside the others that are set. */
export const useSums = (search: ShippingSearch): Sums | undefined =>
  useQuery({
    queryKey: ['shipping', 'sums', search],
    refetchInterval: SUMS_EVERY,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shipping-queue/sums', { signal, params: { query: search } })),
  }).data

/** The clerk's queue as it is worked through: what is shown, what is packed now, what was shipped from here (S6). */
export function useQueue(search: ShippingSearch) {
  const list = usePages(...queuePages(search))
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const [current, setCurrent] = useState<number | null>(null)
  /** An order that was scanned and stands further down, or in another part of the queue. */
  const [scanned, setScanned] = useState<Queued | null>(null)
  const [last, setLast] = useState<TakenPackage | null>(null)
  const [count, setCount] = useState(0)
  const all = (list.data?.pages ?? []).flatMap((page) => page.rows)
  const held = useHeldRows(all, { name: list.name, keyOf: ({ orderNumber }) => orderNumber })
  const rows = withoutGone(gone, { held: held.shown, all })
  const at = Math.max(
    0,
    rows.findIndex((row) => row.orderNumber === current),
  )
  const show = (order: number | null) => {
    setScanned(null)
    setCurrent(order)
  }
  /** The order below, else the first one; of an order that is not shown the one that was packed before it. */
  const nextOf = (order: number | undefined): number | null => {
    const below = rows.findIndex((row) => row.orderNumber === order)
    const next = below < 0 ? rows[at] : (rows[below + 1] ?? rows[0])
    return next?.orderNumber ?? null
  }
  const again = () => void queries.invalidateQueries({ queryKey: ['shipping'] })
  return {
    list,
    held,
    rows,
    order: scanned ?? rows[at],
    count,
    last,
    isGone: (order: number) => gone.has(order),
    show,
    go: (by: number) => show(rows[Math.min(Math.max(0, at + by), rows.length - 1)]?.orderNumber ?? null),
    /** Leaves the order for later. */
    skip: () => show(nextOf(scanned?.orderNumber ?? rows[at]?.orderNumber)),
    scan: (order: Queued) => {
      const known = rows.some((row) => row.orderNumber === order.orderNumber)
      setScanned(known ? null : order)
      if (known) setCurrent(order.orderNumber)
    },
    /** A package left: what is left of its order stays, otherwise the next order comes. */
    shipped: (taken: TakenPackage, left: Queued | null) => {
      setLast(taken)
      setCount((before) => before + (taken.known ? 0 : 1))
      if (left) {
        setCurrent(taken.order)
        setScanned(left)
        return again()
      }
      setGone((before) => new Set([...before, taken.order]))
      show(nextOf(taken.order))
      void queries.invalidateQueries({ queryKey: ['shipping', 'sums'] })
    },
    /** The last package was voided: its order is back, and is the one that is packed. */
    back: ({ order }: Pick<TakenPackage, 'order'>) => {
      setLast(null)
      setCount((before) => Math.max(0, before - 1))
      setGone((before) => new Set([...before].filter((each) => each !== order)))
      show(order)
      again()
    },
  }
}

/** What was shipped from here goes at once, held or not; where nothing is left to be held, the queue goes on. */
function withoutGone(
  gone: ReadonlySet<number>,
  { held, all }: { readonly held: readonly Queued[]; readonly all: readonly Queued[] },
): readonly Queued[] {
  const isHere = ({ orderNumber }: Queued) => !gone.has(orderNumber)
  return held.some(isHere) ? held.filter(isHere) : all.filter(isHere)
}

/** The queue as its parts use it. */
export type Queue = ReturnType<typeof useQueue>
