import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { answer, api, Refused } from '../../api.ts'
import { countText } from '../../format.ts'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell } from '../../parts/told.tsx'
import { useUnsaved } from '../../parts/unsaved.tsx'
import { sentence } from '../../parts/use-section.ts'
import { stockWords } from '../../words/stock.ts'
import { type Center, type Shelved, shelfIn, stockChanged, useStock } from './stock-api.ts'

const say = stockWords.count
const route = getRouteApi('/stock')
const isCount = (text: string): boolean => /^\d{1,10}$/.test(text.trim()) && Number(text) <= 1_000_000_000

/** What was typed for an item, and what was known of it when it was. */
type Typed = ReadonlyMap<string, { readonly text: string; readonly known: number }>

/** Counts a center: a number, Enter, the next item; the differences are seen before all of it is saved at once (O20). */
export function CountTable({ center }: { readonly center: Center }) {
  const search = route.useSearch()
  const list = useStock({ find: search.find, center: center.code })
  const [typed, setTyped] = useState<Typed>(new Map())
  const counted = [...typed].filter(([, { text }]) => text.trim() !== '')
  const wrong = counted.filter(([, { text }]) => !isCount(text))
  const differs = counted.filter(([, { text, known }]) => isCount(text) && Number(text) !== known)
  useUnsaved(`${say.unsaved}: ${center.name}`, counted.length > 0)
  const save = useMutation({
    mutationFn: async () => {
      const counts = counted.map(([itemId, { text }]) => ({ itemId, center: center.code, counted: Number(text) }))
      await answer(api.POST('/api/v1/stock/counts', { body: { counts } as never }))
      setTyped(new Map())
      tell(say.saved(counts.length))
      await stockChanged()
    },
  })
  const refused = refusedAt(save.error, counted)
  const put = (itemId: string, text: string, known: number) => {
    save.reset()
    setTyped(new Map([...typed, [itemId, { text, known: typed.get(itemId)?.known ?? known }]]))
  }
  return (
    <>
      <Title order={2}>{say.title(center.name)}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say.about}
      </Text>
      <ListTable
        label={say.title(center.name)}
        columns={columnsFor(center, { typed, put, refused })}
        list={list}
        keyOf={({ itemId }) => itemId}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      <Group className="count-bar" gap="sm" mt="sm">
        <Button
          disabled={counted.length === 0 || wrong.length > 0}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {say.save}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          renderRoot={(props) => <Link to="/stock" search={{ find: search.find }} {...props} />}
        >
          {say.stop}
        </Button>
        <Text size="sm" c="dimmed" aria-live="polite">
          {counted.length > 0 && `${say.entered(counted.length)}, ${say.differs(differs.length)}.`}
        </Text>
        {save.error && refused.size === 0 && (
          <Text size="sm" c="red" role="alert">
            {save.error.message}
          </Text>
        )}
      </Group>
    </>
  )
}

/** What the server said of a row, by its item. */
function refusedAt(error: Error | null, counted: readonly (readonly [string, unknown])[]): ReadonlyMap<string, string> {
  if (!(error instanceof Refused)) return new Map()
  return new Map(
    error.fields.flatMap(({ field, why }) => {
      const item = counted[Number(/^counts\[(\d+)\]/.exec(field)?.[1])]?.[0]
      return item === undefined ? [] : [[item, sentence(why)] as const]
    }),
  )
}

type Edited = {
  readonly typed: Typed
  put(itemId: string, text: string, known: number): void
  readonly refused: ReadonlyMap<string, string>
}

const columnsFor = (center: Center, { typed, put, refused }: Edited): readonly Column<Shelved>[] => [
  { head: stockWords.columns.item, narrow: true, cell: ({ itemId }) => itemId },
  { head: stockWords.columns.description, wraps: true, cell: ({ description }) => description },
  { head: say.known, number: true, cell: (item) => <Known item={item} center={center} typed={typed} /> },
  {
    head: say.counted,
    number: true,
    cell: (item) => {
      const text = typed.get(item.itemId)?.text ?? ''
      const error = refused.get(item.itemId) ?? (text.trim() === '' || isCount(text) ? undefined : say.wrong)
      return (
        <TextInput
          className="counted"
          aria-label={say.field(item.itemId)}
          inputMode="numeric"
          autoComplete="off"
          size="xs"
          value={text}
          error={error}
          onChange={(event) => put(item.itemId, event.currentTarget.value, shelfIn(item, center.code).onHand)}
          onKeyDown={toNext}
        />
      )
    },
  },
  {
    head: say.difference,
    number: true,
    cell: (item) => {
      const { text = '' } = typed.get(item.itemId) ?? {}
      return isCount(text) ? differenceText(Number(text) - shelfIn(item, center.code).onHand) : ''
    },
  },
]

const differenceText = (difference: number) =>
  difference === 0 ? '±0' : difference > 0 ? `+${countText(difference)}` : countText(difference)

/** What was known when it was counted; when it moved meanwhile, that is said. */
function Known({ item, center, typed }: { readonly item: Shelved; readonly center: Center; readonly typed: Typed }) {
  const { onHand } = shelfIn(item, center.code)
  const before = typed.get(item.itemId)?.known
  if (before === undefined || before === onHand) return countText(onHand)
  return (
    <>
      {countText(onHand)}
      <Text span size="xs" c="orange.9" display="block">
        {say.moved}
      </Text>
    </>
  )
}

/** Enter goes to the next count, with Shift to the one before. */
function toNext(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const all = [...document.querySelectorAll<HTMLInputElement>('.counted input')]
  const back = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
  const next = all[all.indexOf(event.currentTarget) + (back ? -1 : 1)]
  next?.focus()
  next?.select()
}
