import { Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { answer, api } from '../api.ts'
import { Empty } from '../parts/Empty.tsx'
import { Failed } from '../parts/Failed.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { usePages } from '../parts/use-pages.ts'
import { useMay } from '../session.ts'
import { orderWords } from '../words/order.ts'
import { shippingWords as say } from '../words/shipping.ts'
import { PackPanel } from './shipping/PackPanel.tsx'
import { PrintMenu } from './shipping/PrintMenu.tsx'
import { QueueTable } from './shipping/QueueTable.tsx'
import { RunBar, useRun } from './shipping/RunBar.tsx'

const route = getRouteApi('/shipping')

/** The clerk's queue: the earliest deadline first, by keyboard from one order to the next (S1, S6). */
export function ShippingPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayShip = useMay('shipments:write')
  const run = useRun()
  const field = useRef<HTMLInputElement>(null)
  const list = usePages(['shipping', search], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/shipping-queue', { signal, params: { query: { after, limit: 50, center: search.center } } }),
    ),
  )
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [current, setCurrent] = useState<number | null>(null)
  const rows = (list.data?.pages ?? []).flatMap((page) => page.rows).filter((row) => !gone.has(row.orderNumber))
  const at = Math.max(
    0,
    rows.findIndex((row) => row.orderNumber === current),
  )
  const order = rows[at]
  const go = (to: number) => setCurrent(rows[Math.min(Math.max(0, to), rows.length - 1)]?.orderNumber ?? null)
  const next = (shipped: boolean) => {
    if (order && shipped) setGone(new Set([...gone, order.orderNumber]))
    setCurrent(rows[at + 1]?.orderNumber ?? rows[0]?.orderNumber ?? null)
  }
  useArrows({ up: () => go(at - 1), down: () => go(at + 1) })
  // The field is where the clerk's hands are: whichever order is shown, one can type at once.
  useEffect(() => {
    if (order?.orderNumber !== undefined) field.current?.focus({ preventScroll: true })
  }, [order?.orderNumber])
  const centers = [...new Set(rows.flatMap(({ center }) => center ?? []))]
  const none = list.data && rows.length === 0
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about}>
        {gone.size > 0 && (
          <Text size="sm" c="dimmed">
            {say.shipped(gone.size)}
          </Text>
        )}
        {(centers.length > 1 || search.center) && (
          <Select
            aria-label={say.center}
            placeholder={say.allCenters}
            data={[...new Set([...centers, ...(search.center ? [search.center] : [])])]}
            value={search.center ?? null}
            onChange={(center) => void navigate({ search: center === null ? {} : { center } })}
            clearable
            w={150}
          />
        )}
        <PrintMenu orders={rows.filter((row) => chosen.has(row.orderNumber))} />
      </PageTitle>
      <RunBar run={run} />
      {list.error && !list.data && <Failed error={list.error} again={() => void list.refetch()} />}
      {none && (
        <div className="card">
          <Empty title={say.none} why={say.noneWhy} />
        </div>
      )}
      {!none && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" className="shipping">
          <QueueTable
            list={list}
            rows={rows}
            current={order?.orderNumber ?? null}
            show={setCurrent}
            chosen={chosen}
            choose={setChosen}
          />
          {order && mayShip && <PackPanel order={order} field={field} run={run?.run ?? null} next={next} />}
          {order && !mayShip && (
            <Text className="card" p="md" size="sm" c="dimmed">
              {orderWords.ship.mayNot}
            </Text>
          )}
        </SimpleGrid>
      )}
    </Stack>
  )
}

/** Arrows move through the queue wherever the hand is, but for fields that need them; j and k do outside of fields. */
function useArrows({ up, down }: { up(): void; down(): void }): void {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      const on = event.target as HTMLElement
      if (on.closest('[role=dialog],[role=listbox],[role=menu],[aria-haspopup]')) return
      const typing = on.matches('input:not([type=checkbox]),textarea,select')
      const goes = event.key === 'ArrowDown' || (!typing && event.key === 'j')
      if (!goes && !(event.key === 'ArrowUp' || (!typing && event.key === 'k'))) return
      event.preventDefault()
      if (goes) down()
      else up()
    }
    addEventListener('keydown', move)
    return () => removeEventListener('keydown', move)
  })
}
