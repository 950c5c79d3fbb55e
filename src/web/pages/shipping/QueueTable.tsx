import { Button, Checkbox, Skeleton, Stack, Table, Text, UnstyledButton } from '@mantine/core'
import { placeText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import type { Pages } from '../../parts/ListTable.tsx'
import { words } from '../../words/en.ts'
import { shippingWords as say } from '../../words/shipping.ts'

type Queued = components['schemas']['QueuedOrder']
const head = say.columns

type Shown = {
  readonly list: Pages<Queued>
  readonly rows: readonly Queued[]
  readonly current: number | null
  show(order: number): void
  readonly chosen: ReadonlySet<number>
  choose(chosen: ReadonlySet<number>): void
}

/** The queue: one row an order; the one that is packed now is marked, others are chosen for a print. */
export function QueueTable({ list, rows, current, show, chosen, choose }: Shown) {
  if (list.isPending) return <Skeleton height={420} aria-label={words.loading} />
  const all = rows.length > 0 && rows.every((row) => chosen.has(row.orderNumber))
  const turn = (order: number, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(order)
    else next.delete(order)
    choose(next)
  }
  return (
    <Stack gap="sm">
      <section className="card list queue" aria-label={say.queue} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={1}>
                <Checkbox
                  size="xs"
                  aria-label={say.selectAll}
                  checked={all}
                  indeterminate={!all && chosen.size > 0}
                  onChange={() => choose(all ? new Set() : new Set(rows.map((row) => row.orderNumber)))}
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
                current={row.orderNumber === current}
                chosen={chosen.has(row.orderNumber)}
                show={() => show(row.orderNumber)}
                turn={(on) => turn(row.orderNumber, on)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {list.hasNextPage && (
        <Button
          variant="default"
          w="fit-content"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </Stack>
  )
}

type OneRow = {
  readonly row: Queued
  readonly current: boolean
  readonly chosen: boolean
  show(): void
  turn(on: boolean): void
}

const Row = ({ row, current, chosen, show, turn }: OneRow) => (
  <Table.Tr aria-current={current || undefined} onClick={show}>
    <Table.Td onClick={(event) => event.stopPropagation()}>
      <Checkbox
        size="xs"
        aria-label={say.select(row.orderNumber)}
        checked={chosen}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
    </Table.Td>
    <Table.Td>
      <UnstyledButton fz="sm" fw={600} onClick={show}>
        {row.orderNumber}
      </UnstyledButton>
    </Table.Td>
    <Table.Td>
      <Text size="sm" c={row.late ? 'red' : undefined}>
        {timeText(row.shipBy)}
        {row.late && ` · ${say.late}`}
      </Text>
    </Table.Td>
    <Table.Td className="wraps">
      <Text size="sm" lineClamp={2}>
        {row.lines.map((line) => `${line.open} × ${line.itemId ?? line.sellerSku}`).join(', ')}
      </Text>
      <Text size="xs" c="dimmed">
        {[row.shippingMethod, row.center].filter(Boolean).join(' · ')}
      </Text>
    </Table.Td>
    <Table.Td>{placeText(row.buyer)}</Table.Td>
  </Table.Tr>
)
