import { Button, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { STOCK_REASONS, type StockReason } from '#core/inventory/shelf-move.ts'
import { answer, api, queries } from '../../api.ts'
import { countText, dateText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell } from '../../parts/told.tsx'
import { useRows } from '../../parts/use-rows.ts'
import { useMay } from '../../session.ts'
import { itemsWords, STOCK_REASON_WORDS } from '../../words/items.ts'

type Stock = components['schemas']['Stock']
type Center = components['schemas']['DistributionCenter']
const say = itemsWords.stock
const head = say.columns

/** What lies in each center, and a change of it with its reason (O20). */
export function ItemStock({ item }: { readonly item: string }) {
  const centers = useRows<Center>(['stock', 'centers'], (signal) =>
    answer(api.GET('/api/v1/distribution-centers', { signal })),
  )
  const stock = useRows<Stock>(['stock', item], (signal) =>
    answer(api.GET('/api/v1/stock', { signal, params: { query: { itemId: item, limit: 200 } } })),
  )
  const may = useMay('items:write')
  const [adjusted, setAdjusted] = useState<Stock | null>(null)
  const lying = centers.rows.map(
    ({ code }): Stock =>
      stock.rows.find(({ center }) => center === code) ?? {
        itemId: item,
        center: code,
        onHand: 0,
        allocated: 0,
        restockOn: null,
      },
  )
  return (
    <Stack gap={6}>
      <Title order={2}>{say.title}</Title>
      <ListTable
        label={say.title}
        columns={columnsFor(may, setAdjusted)}
        list={{ ...stock, ...(stock.data && { data: { pages: [{ rows: lying }] } }) }}
        keyOf={({ center }) => center}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {adjusted && <Adjust stock={adjusted} close={() => setAdjusted(null)} />}
    </Stack>
  )
}

const columnsFor = (may: boolean, adjust: (stock: Stock) => void): readonly Column<Stock>[] => [
  { head: head.center, cell: ({ center }) => center },
  { head: head.onHand, number: true, cell: ({ onHand }) => countText(onHand) },
  { head: head.reserved, number: true, cell: ({ allocated }) => countText(allocated) },
  { head: head.free, number: true, cell: ({ onHand, allocated }) => countText(onHand - allocated) },
  { head: head.more, cell: ({ restockOn }) => dateText(restockOn) },
  {
    head: head.act,
    narrow: true,
    cell: (stock) => (
      <Button
        variant="subtle"
        size="compact-xs"
        disabled={!may}
        title={may ? undefined : say.cannot}
        onClick={() => adjust(stock)}
      >
        {say.adjust}
      </Button>
    ),
  },
]

const isWhole = (text: string) => /^[+-]?\d{1,9}$/.test(text.trim()) && Number(text) !== 0

function Adjust({ stock, close }: { readonly stock: Stock; close(): void }) {
  const [by, setBy] = useState('')
  const [reason, setReason] = useState<StockReason>('correction')
  const [reference, setReference] = useState('')
  const after = stock.onHand + Number(by)
  const error = by === '' || isWhole(by) ? (isWhole(by) && after < 0 ? say.below : undefined) : say.whole
  const run = async () => {
    const change = { itemId: stock.itemId, center: stock.center, by: Number(by), reason, reference: reference.trim() }
    await answer(api.POST('/api/v1/stock/adjustments', { body: { adjustments: [change] } }))
    await Promise.all(['stock', 'items', 'moves'].map((name) => queries.invalidateQueries({ queryKey: [name] })))
    tell(say.done)
  }
  return (
    <Ask
      title={say.title2(stock.itemId, stock.center)}
      does={say.adjust}
      disabled={!isWhole(by) || after < 0}
      run={run}
      close={close}
    >
      <TextInput
        label={say.by}
        inputMode="numeric"
        value={by}
        error={error}
        onChange={(event) => setBy(event.currentTarget.value)}
        data-autofocus
      />
      <Select
        label={say.reason}
        data={STOCK_REASONS.map((value) => ({ value, label: STOCK_REASON_WORDS[value] }))}
        value={reason}
        allowDeselect={false}
        onChange={(next) => setReason(next as StockReason)}
      />
      <TextInput
        label={say.reference}
        placeholder={say.referenceHint}
        value={reference}
        maxLength={100}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      {isWhole(by) && after >= 0 && (
        <Text size="sm" c="dimmed">
          {say.after(countText(after))}
        </Text>
      )}
    </Ask>
  )
}
