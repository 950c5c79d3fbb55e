import { Button, Menu, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { PrintKind } from '#core/pii/label-page.ts'
import { tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { shippingWords as say } from '../../words/shipping.ts'
import { printOrders } from './print-orders.ts'
import type { Queued } from './queue-pages.ts'

/** Prints the chosen orders: a pick list for each center, with labels or packing slips for who may print addresses (D15). */
export function PrintMenu({ orders }: { readonly orders: readonly Queued[] }) {
  const may = useMay('pii:print')
  const print = useMutation({
    mutationFn: (kind: PrintKind | null) => printOrders(orders, kind),
    onError: tellError,
  })
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="default" disabled={orders.length === 0} loading={print.isPending}>
          {say.print(orders.length)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!may} onClick={() => print.mutate('address-label')}>
          {say.labels}
        </Menu.Item>
        <Menu.Item disabled={!may} onClick={() => print.mutate('packing-slip')}>
          {say.slips}
        </Menu.Item>
        <Menu.Item onClick={() => print.mutate(null)}>{say.pickList}</Menu.Item>
        {!may && (
          <Text size="xs" c="dimmed" p="xs">
            {say.mayNotPrint}
          </Text>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
