import { Stack, Table, Text, Title } from '@mantine/core'
import { moneyText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { words } from '../../words/en.ts'
import { orderWords } from '../../words/order.ts'
import { addUp } from './RefundList.tsx'

type Order = components['schemas']['Order']
const say = words.order
const sums = orderWords.money
const AMOUNTS = [
  ['item', say.price],
  ['shipping', say.shipping],
  ['total', say.total],
] as const

/** What was bought, for how much, to the cent; the tax that Amazon collects stands apart (O15). */
export const LineTable = ({ order }: { readonly order: Order }) => (
  <Stack gap={6}>
    <Title order={2}>{say.lines}</Title>
    <section className="card list stacks money" aria-label={say.lines} tabIndex={0}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.item}</Table.Th>
            <Table.Th ta="right">{say.quantity}</Table.Th>
            {AMOUNTS.map(([name, label]) => (
              <Table.Th key={name} ta="right">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {order.lines.map((line) => (
            <Table.Tr key={line.lineId}>
              <Table.Td className="wraps">
                <Text size="sm" fw={600}>
                  {line.itemId ?? line.sellerSku}
                </Text>
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {line.title}
                </Text>
                <Text size="xs" c="dimmed">
                  {[skuOf(line), stockOf(order, line)].filter(Boolean).join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td ta="right" data-head={say.quantity}>
                {line.quantity}
              </Table.Td>
              {AMOUNTS.map(([name, label]) => (
                <Table.Td key={name} ta="right" data-head={label}>
                  {moneyText(line.money[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          {sumsOf(order).map(([label, amount, note]) => (
            <Table.Tr key={label} className="sum">
              <Table.Td colSpan={4} ta="right">
                {label}
                {note && (
                  <Text component="span" size="xs" c="dimmed">
                    {' '}
                    {note}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{amount}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tfoot>
      </Table>
    </section>
  </Stack>
)

type Line = Order['lines'][number]

/** The seller SKU, where the item is called otherwise. */
const skuOf = ({ itemId, sellerSku }: Line): string => (itemId === null || itemId === sellerSku ? '' : sellerSku)

/** What is reserved for a line and where; where nothing is although it waits to be shipped, that is said. */
function stockOf({ stage }: Order, { allocations, itemId }: Line): string {
  const waits = stage === 'Shipping Department' || stage === 'Hold' || stage === 'Accounts Receivable'
  if (allocations.length === 0) return waits && itemId !== null ? orderWords.facts.noStock : ''
  return allocations.map(({ quantity, center }) => orderWords.facts.reserved(quantity, center)).join(', ')
}

type Sum = readonly [label: string, amount: string, note?: string]

/** The sums under the lines: those that are nothing are left out. */
function sumsOf(order: Order): readonly Sum[] {
  const of = (pick: (money: Order['lines'][number]['money']) => components['schemas']['Money'] | null) =>
    addUp(order.lines.map((line) => pick(line.money)))
  const tax = of((money) => money.tax)
  const byAmazon = of((money) => money.marketplaceTax)
  const own = byAmazon === null ? tax : addUp([tax, less(byAmazon)])
  const included = order.lines.some((line) => line.money.taxIncluded)
  const rows: readonly (readonly [string, components['schemas']['Money'] | null, string?])[] = [
    [sums.items, of((money) => money.item)],
    [sums.shipping, of((money) => money.shipping)],
    [sums.giftWrap, of((money) => money.giftWrap)],
    [sums.other, of((money) => money.other)],
    [sums.discount, of((money) => money.discount && less(money.discount))],
    [sums.tax, own, included ? sums.included : undefined],
    [sums.amazonTax, byAmazon, sums.amazonTaxNote],
    [sums.outside, order.outsideLines],
  ]
  const shown = rows.flatMap(([label, amount, note = '']): Sum[] =>
    amount === null || Number(amount.amount) === 0 ? [] : [[label, moneyText(amount), note]],
  )
  return [...shown, [sums.total, moneyText(order.total)]]
}

/** The same with the other sign. */
const less = ({ amount, currency }: components['schemas']['Money']) => ({
  amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`,
  currency,
})
