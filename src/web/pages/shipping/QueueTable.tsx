import { Button, Checkbox, Group, Skeleton, Stack, Table, Text, UnstyledButton } from '@mantine/core'
import { useRef } from 'react'
import { unitsByItem } from '#core/orders/units-by-item.ts'
import { placeText, timeText } from '../../format.ts'
import { MoreButton } from '../../parts/MoreButton.tsx'
import { WaitingRows } from '../../parts/WaitingRows.tsx'
import { words } from '../../words/en.ts'
import { shippingWords as say } from '../../words/shipping.ts'
import { ChannelBadge } from './ChannelBadge.tsx'
import type { Queued } from './queue-pages.ts'
import type { Queue } from './use-queue.ts'

const head = say.columns
type Chosen = ReadonlyMap<number, Queued>

type Shown = { readonly queue: Queue; readonly chosen: Chosen; choose(chosen: Chosen): void }

/** The queue: one row an order; the one that is packed now is marked, others are chosen for a print, with shift a whole range. */
export function QueueTable({ queue, chosen, choose }: Shown) {
  const { list, held, rows, order, show } = queue
  const lastTurned = useRef<number | null>(null)
  if (list.isPending) return <Skeleton height={420} aria-label={words.loading} />
  const all = rows.length > 0 && rows.every((row) => chosen.has(row.orderNumber))
  const turn = (row: Queued, { on, range }: { readonly on: boolean; readonly range: boolean }) => {
    const to = rows.indexOf(row)
    const from = range ? rows.findIndex((each) => each.orderNumber === lastTurned.current) : to
    const turned = from < 0 ? [row] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
    lastTurned.current = row.orderNumber
    choose(on ? new Map([...chosen, ...byNumber(turned)]) : without(chosen, turned))
  }
  return (
    <Stack gap="sm" pos="relative">
      <Centers rows={rows} chosen={chosen} choose={choose} />
      <WaitingRows waiting={held.waiting} release={held.release} />
      <section className="card list queue" aria-label={say.queue} tabIndex={0} {...held.hand}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={1}>
                <Checkbox
                  size="xs"
                  aria-label={say.selectAll}
                  checked={all}
                  indeterminate={!all && chosen.size > 0}
                  onChange={() => choose(all ? new Map() : new Map([...chosen, ...byNumber(rows)]))}
                />
              </Table.Th>
              <Table.Th w={1}>{head.order}</Table.Th>
              <Table.Th>{head.shipBy}</Table.Th>
              <Table.Th>{head.items}</Table.Th>
              <Table.Th>{head.goesTo}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row
                key={row.orderNumber}
                row={row}
                current={row.orderNumber === order?.orderNumber}
                chosen={chosen.has(row.orderNumber)}
                show={() => show(row.orderNumber)}
                turn={(how) => turn(row, how)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <MoreButton list={list} />
    </Stack>
  )
}

const byNumber = (rows: readonly Queued[]): readonly (readonly [number, Queued])[] =>
  rows.map((row) => [row.orderNumber, row])

function without(chosen: Chosen, rows: readonly Queued[]): Chosen {
  const gone = new Set(rows.map((row) => row.orderNumber))
  return new Map([...chosen].filter(([number]) => !gone.has(number)))
}

/** All shown orders of one center in one press, where there are several; and none again. */
function Centers({ rows, chosen, choose }: Omit<Shown, 'queue'> & { readonly rows: readonly Queued[] }) {
  const centers = [...new Set(rows.map(({ center }) => center))]
  if (centers.length < 2 && chosen.size === 0) return null
  return (
    <Group gap={6}>
      {centers.length > 1 &&
        centers.map((center) => {
          const of = rows.filter((row) => row.center === center)
          return (
            <Button
              key={center}
              size="compact-xs"
              variant="default"
              onClick={() => choose(new Map([...chosen, ...byNumber(of)]))}
            >
              {say.chooseCenter(center ?? say.picks.noCenter, of.length)}
            </Button>
          )
        })}
      {chosen.size > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => choose(new Map())}>
          {say.chooseNone(chosen.size)}
        </Button>
      )}
    </Group>
  )
}

type OneRow = {
  readonly row: Queued
  readonly current: boolean
  readonly chosen: boolean
  show(): void
  turn(how: { readonly on: boolean; readonly range: boolean }): void
}

const Row = ({ row, current, chosen, show, turn }: OneRow) => (
  <Table.Tr aria-current={current || undefined} onClick={show}>
    <Table.Td onClick={(event) => event.stopPropagation()}>
      <Checkbox
        size="xs"
        aria-label={say.select(row.orderNumber)}
        checked={chosen}
        onChange={(event) => {
          const { shiftKey } = event.nativeEvent as unknown as MouseEvent
          turn({ on: event.currentTarget.checked, range: shiftKey === true })
        }}
      />
    </Table.Td>
    <Table.Td>
      <UnstyledButton fz="sm" fw={600} onClick={show}>
        {row.orderNumber}
      </UnstyledButton>{' '}
      <ChannelBadge channel={row.channel} />
    </Table.Td>
    <Table.Td>
      <Text size="sm" c={row.late ? 'red' : undefined}>
        {timeText(row.shipBy)}
        {row.late && ` · ${say.late}`}
      </Text>
    </Table.Td>
    <Table.Td className="wraps">
      <Text size="sm" lineClamp={2}>
        {unitsByItem(row.lines.map((line) => ({ ...line, count: line.open })))}
      </Text>
      <Text size="xs" c="dimmed">
        {[row.shippingMethod, row.center].filter(Boolean).join(' · ')}
      </Text>
    </Table.Td>
    <Table.Td>{placeText(row.buyer)}</Table.Td>
  </Table.Tr>
)
