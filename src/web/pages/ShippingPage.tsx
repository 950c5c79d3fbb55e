import { Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Empty } from '../parts/Empty.tsx'
import { Failed } from '../parts/Failed.tsx'
import { useMay } from '../session.ts'
import { orderWords } from '../words/order.ts'
import { shippingWords as say } from '../words/shipping.ts'
import { PackPanel } from './shipping/PackPanel.tsx'
import { QueueTable } from './shipping/QueueTable.tsx'
import type { Queued } from './shipping/queue-pages.ts'
import { RunBar, useRun } from './shipping/RunBar.tsx'
import { ShippingHead } from './shipping/ShippingHead.tsx'
import { Shortcuts } from './shipping/Shortcuts.tsx'
import type { EntryKeys } from './shipping/scan-entry.ts'
import { useKeys } from './shipping/use-keys.ts'
import { type Queue, useQueue } from './shipping/use-queue.ts'

const route = getRouteApi('/shipping')

/** The clerk's queue: the earliest deadline first, by keyboard from one order to the next (S1, S6). */
export function ShippingPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const queue = useQueue(search)
  const run = useRun()
  const [chosen, setChosen] = useState<ReadonlyMap<number, Queued>>(new Map())
  const [helps, setHelps] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const entry = useRef<EntryKeys>(null)
  useFocus(field, queue.order?.orderNumber)
  useKeys({
    up: () => queue.go(-1),
    down: () => queue.go(1),
    carrier: () => entry.current?.carrier(),
    part: () => entry.current?.part(),
    undo: () => entry.current?.undo(),
    skip: queue.skip,
    help: () => setHelps(true),
    choose: () => queue.order && setChosen(turned(chosen, queue.order)),
  })
  const { list, rows } = queue
  return (
    <Stack gap="md">
      <ShippingHead
        search={search}
        go={(next) => void navigate({ search: next })}
        chosen={[...chosen.values()].filter((row) => !queue.isGone(row.orderNumber))}
        count={queue.count}
        help={() => setHelps(true)}
      />
      {helps && <Shortcuts close={() => setHelps(false)} />}
      <RunBar run={run} />
      {list.error && !list.data && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <NoOrders filtered={Object.keys(search).length > 0} clear={() => void navigate({ search: {} })} />
      )}
      {!(list.error && !list.data) && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" className="shipping">
          {(list.isPending || rows.length > 0) && <QueueTable queue={queue} chosen={chosen} choose={setChosen} />}
          <Packing queue={queue} field={field} keys={entry} run={run?.run ?? null} />
        </SimpleGrid>
      )}
    </Stack>
  )
}

type Packs = {
  readonly queue: Queue
  readonly field: RefObject<HTMLInputElement | null>
  readonly keys: RefObject<EntryKeys | null>
  readonly run: number | null
}

function Packing({ queue, field, keys, run }: Packs) {
  const mayShip = useMay('shipments:write')
  if (mayShip && !queue.list.isPending) return <PackPanel queue={queue} field={field} keys={keys} run={run} />
  if (mayShip || !queue.order) return null
  return (
    <Text className="card" p="md" size="sm" c="dimmed">
      {orderWords.ship.mayNot}
    </Text>
  )
}

const NoOrders = ({ filtered, clear }: { readonly filtered: boolean; clear(): void }) => (
  <div className="card">
    <Empty title={filtered ? say.noneHere : say.none} why={filtered ? say.noneHereWhy : say.noneWhy}>
      {filtered && (
        <Button variant="default" onClick={clear}>
          {say.clear}
        </Button>
      )}
    </Empty>
  </div>
)

/** Chosen for a print or a file, or no longer. */
function turned(chosen: ReadonlyMap<number, Queued>, order: Queued): ReadonlyMap<number, Queued> {
  const next = new Map(chosen)
  if (!next.delete(order.orderNumber)) next.set(order.orderNumber, order)
  return next
}

/** The field is where the clerk's hands are: whichever order is shown, one can scan at once. */
function useFocus(field: RefObject<HTMLInputElement | null>, order: number | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order is what calls for it.
  useEffect(() => field.current?.focus({ preventScroll: true }), [field, order])
}
