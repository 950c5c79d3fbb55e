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
import { words } from '../../words/en.ts'
import { itemsWords, STOCK_REASON_WORDS } from '../../words/items.ts'

type Stock = components['schemas']['Stock']
type Center = components['schemas']['DistributionCenter']
const say = itemsWords.stock
const head = say.columns

/** What lies in each center, and a change of it with its reason (O20). */
export function ItemStock({ item }: { readonly item: string }) {
  const centers = useRows<Center>(['item', 'centers'], (signal) =>
    answer(api.GET('/api/v1/distribution-centers', { signal })),
  )
  const stock = useRows<Stock>(['item', item, 'stock'], (signal) =>
    answer(api.GET('/api/v1/stock', { signal, params: { query: { itemId: item, limit: 200 } } })),
  )
  const may = useMay('items:write')
  const [adjusted, setAdjusted] = useState<Stock | null>(null)
  const [awaited, setAwaited] = useState<Stock | null>(null)
  const bufferOf = (code: string) => centers.rows.find((each) => each.code === code)?.inventoryBuffer ?? 0
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
        columns={columnsFor({ may, bufferOf, adjust: setAdjusted, await: setAwaited })}
        list={{ ...stock, ...(stock.data && { data: { pages: [{ rows: lying }] } }) }}
        keyOf={({ center }) => center}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {adjusted && <Adjust stock={adjusted} close={() => setAdjusted(null)} />}
      {awaited && <RestockDay stock={awaited} close={() => setAwaited(null)} />}
    </Stack>
  )
}

type Does = {
  readonly may: boolean
  bufferOf(center: string): number
  adjust(stock: Stock): void
  await(stock: Stock): void
}

/** "7 = 12 − 2 − 3": on hand, reserved, buffer. */
function reportedText({ onHand, allocated }: Stock, buffer: number): string {
  const told = countText(Math.max(0, onHand - allocated - buffer))
  const taken = [allocated, buffer].filter((each) => each > 0).map((each) => ` − ${countText(each)}`)
  return taken.length === 0 ? told : say.sum(told, `${countText(onHand)}${taken.join('')}`)
}

const columnsFor = ({ may, bufferOf, adjust, await: wait }: Does): readonly Column<Stock>[] => [
  { head: head.center, cell: ({ center }) => center },
  { head: head.onHand, number: true, cell: ({ onHand }) => countText(onHand) },
  { head: head.reserved, number: true, cell: ({ allocated }) => countText(allocated) },
  { head: head.free, number: true, cell: ({ onHand, allocated }) => countText(onHand - allocated) },
  { head: head.buffer, number: true, cell: ({ center }) => countText(bufferOf(center)) },
  { head: head.reported, number: true, cell: (stock) => reportedText(stock, bufferOf(stock.center)) },
  {
    head: head.more,
    cell: (stock) => (
      <Button
        variant="subtle"
        size="compact-xs"
        disabled={!may}
        aria-label={say.moreOf(stock.center)}
        onClick={() => wait(stock)}
      >
        {stock.restockOn ? dateText(stock.restockOn) : say.noDay}
      </Button>
    ),
  },
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
    await Promise.all(['items', 'item'].map((name) => queries.invalidateQueries({ queryKey: [name] })))
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

/** When more of it comes to a center: Amazon shows it to buyers as the day of the restock (I5). */
function RestockDay({ stock, close }: { readonly stock: Stock; close(): void }) {
  const [on, setOn] = useState(stock.restockOn ?? '')
  const run = async () => {
    const restock = [{ itemId: stock.itemId, center: stock.center, on: on || null }]
    await answer(api.PUT('/api/v1/stock/restock-days', { body: { restock } }))
    await queries.invalidateQueries({ queryKey: ['item'] })
    tell(on ? say.daySaved : say.dayGone)
  }
  return (
    <Ask title={say.moreOf(stock.center)} does={words.section.save} run={run} close={close}>
      <TextInput
        type="date"
        label={say.day}
        description={say.dayHint}
        value={on}
        onChange={({ currentTarget }) => setOn(currentTarget.value)}
        data-autofocus
      />
    </Ask>
  )
}
