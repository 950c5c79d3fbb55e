import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { PRINT_KINDS, type PrintKind } from '#core/pii/label-page.ts'
import { answer, api } from '../../api.ts'
import { printPage } from '../../parts/print-page.ts'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { orderWords } from '../../words/order.ts'

const say = orderWords.print

/** Prints the packing slip or the label of one order; nothing of it stays (D15). */
export function PrintButton({ order }: { readonly order: number }) {
  const may = useMay('pii:print')
  const print = useMutation({
    gcTime: 0,
    mutationFn: async (kind: PrintKind) => {
      const body = { orders: [order], kind, purpose: 'ship' as const }
      const asked = () => answer(api.POST('/api/v1/print', { body, parseAs: 'text' })) as Promise<string>
      printPage(await withSecondFactor(asked), say.kinds[kind])
    },
    onError: tellError,
  })
  const button = (
    <Button
      variant="default"
      disabled={!may}
      title={may ? undefined : say.mayNot}
      loading={print.isPending}
      rightSection={<IconChevronDown size={14} aria-hidden="true" />}
    >
      {say.button}
    </Button>
  )
  if (!may) return button
  return (
    <Menu position="bottom-end">
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {PRINT_KINDS.toReversed().map((kind) => (
          <Menu.Item key={kind} onClick={() => print.mutate(kind)}>
            {say.kinds[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
