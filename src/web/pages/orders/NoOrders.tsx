import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { readSought } from '#core/orders/order-filter.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useMay } from '../../session.ts'
import { words } from '../../words/en.ts'
import { orderWords } from '../../words/order.ts'
import { ordersWords as say } from '../../words/orders.ts'
import type { OrderSearch } from '../order-search.ts'

/** A list without orders says why, and leads to where the order may be: the Error Log, or Amazon (O19). */
export function NoOrders({ search, ask }: { readonly search: OrderSearch; ask(): void }) {
  const mayAsk = useMay('orders:write')
  const { sort: _, ...filters } = search
  const { none, noneWhy, noneFound } = words.orders
  if (Object.keys(filters).length === 0) return <Empty title={none} why={noneWhy} />
  const { find } = search
  const isId = find !== undefined && readSought(find)?.kind === 'amazon-order'
  const why = isId ? say.noneIdWhy : find === undefined ? say.noneFoundWhy : say.noneFindWhy
  return (
    <Empty title={find !== undefined && !isId ? say.noneFind(find) : noneFound} why={why}>
      <Group gap="xs" justify="center">
        {isId && mayAsk && <Button onClick={ask}>{orderWords.where.button}</Button>}
        {find !== undefined && (
          <Button variant="default" renderRoot={(props) => <Link to="/errors" search={{ text: find }} {...props} />}>
            {say.errors}
          </Button>
        )}
        <Button variant="default" renderRoot={(props) => <Link to="/orders" search={{}} {...props} />}>
          {say.clear}
        </Button>
      </Group>
    </Empty>
  )
}
