import { Button, Group, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link as To } from '@tanstack/react-router'
import { useState } from 'react'
import type { SellerSku } from '#core/ids.ts'
import { answer, api } from '../../api.ts'
import { cappedText, countText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { BackLink } from '../../parts/BackLink.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { tell } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { words } from '../../words/en.ts'
import { itemsWords } from '../../words/items.ts'
import { ItemPicker } from './ItemPicker.tsx'
import { type Link, linkAll, sureOf, type Unlinked } from './match-api.ts'
import { usePlaces } from './use-places.ts'

const say = itemsWords.match
const route = getRouteApi('/items/match')

/** Listings at Amazon without an item: the item that each may be and why, to be accepted, changed or left (T4). */
export function MatchPage() {
  const places = usePlaces()
  const connections = [...new Set(places.rows.map(({ connection }) => connection))]
  const { connection: chosen, sku } = route.useSearch()
  const navigate = route.useNavigate()
  const connection = connections.find((each) => each === chosen) ?? connections[0]
  return (
    <Stack gap="md">
      <BackLink to="/items" label={itemsWords.back} />
      <PageTitle title={say.title} about={say.about}>
        {connections.length > 1 && (
          <Select
            aria-label={say.connection}
            data={connections}
            value={connection ?? null}
            allowDeselect={false}
            onChange={(next) => void navigate({ search: next ? { connection: next } : {} })}
          />
        )}
      </PageTitle>
      {places.isPending && <Skeleton height={420} aria-label={words.loading} />}
      {places.error && <Failed error={places.error} again={() => location.reload()} />}
      {connection && <Matches key={connection} connection={connection} sku={sku} />}
      {!connection && !places.isPending && !places.error && (
        <div className="card">
          <Empty title={say.noConnection} why={say.noConnectionWhy} />
        </div>
      )}
    </Stack>
  )
}

function Matches({ connection, sku }: { readonly connection: string; readonly sku: string | undefined }) {
  const may = useMay('items:write')
  const [asks, setAsks] = useState(false)
  const [other, setOther] = useState<Unlinked | null>(null)
  const counts = { linked: 0, unlinked: 0 }
  const list = usePages<Unlinked>(['items', 'matches', connection, { sku }], async ({ after, signal }) => {
    const path = { connectionId: connection }
    return answer(
      api.GET('/api/v1/connections/{connectionId}/listings/matches', {
        signal,
        params: { path, query: { after, sellerSku: sku as SellerSku | undefined } },
      }),
    )
  })
  const [page] = (list.data?.pages ?? []) as readonly { linked?: number; unlinked?: number }[]
  const shown = { ...counts, ...page }
  const sure = (list.data?.pages ?? []).flatMap(({ rows }) => rows).flatMap((row) => sureOf(row) ?? [])
  const link = useMutation({
    mutationFn: (links: readonly Link[]) => linkAll(connection, links),
    onSuccess: ({ linked, refused }) => {
      if (linked > 0) tell(say.done(countText(linked)))
      for (const sentence of refused.slice(0, 3)) tell(sentence, true)
    },
    onError: (error) => tell(error.message, true),
  })
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" aria-live="polite">
          {page && say.counts(cappedText(shown.unlinked), cappedText(shown.linked))}
        </Text>
        <Group gap="xs">
          <ExportUnlinked connection={connection} />
          <Button disabled={!may || sure.length === 0} loading={link.isPending} onClick={() => setAsks(true)}>
            {say.acceptAll(countText(sure.length))}
          </Button>
        </Group>
      </Group>
      {sku !== undefined && (
        <Text size="sm">
          {say.onlySku(sku)}{' '}
          <To to="/items/match" search={{ connection }}>
            {say.everySku}
          </To>
        </Text>
      )}
      <ListTable
        label={say.title}
        columns={columnsFor({ may: may && !link.isPending, link: (one) => link.mutate([one]), choose: setOther })}
        list={list}
        keyOf={({ sellerSku }) => sellerSku}
        empty={
          sku !== undefined && shown.unlinked > 0 ? (
            <Empty title={say.linkedMeanwhile(sku)} why={say.linkedMeanwhileWhy} />
          ) : shown.linked + shown.unlinked === 0 ? (
            <Empty title={say.nothingRead} why={say.nothingReadWhy} />
          ) : (
            <Empty title={say.none} why={say.noneWhy} />
          )
        }
      />
      {asks && (
        <Ask
          title={say.acceptTitle(countText(sure.length))}
          does={sure.length === 1 ? say.link : say.acceptDoes}
          run={() => link.mutateAsync(sure)}
          close={() => setAsks(false)}
        >
          <Text size="sm">{say.acceptWhy}</Text>
        </Ask>
      )}
      {other && <ChooseItem row={other} run={(one) => link.mutateAsync([one])} close={() => setOther(null)} />}
    </>
  )
}

/** All of them with their proposals, as a file. */
const ExportUnlinked = ({ connection }: { readonly connection: string }) => (
  <ExportButton
    name="listings-without-item"
    ask={(as) =>
      api.GET('/api/v1/connections/{connectionId}/listings/matches', {
        ...as,
        params: { path: { connectionId: connection } },
      })
    }
  />
)

type Does = { readonly may: boolean; link(one: Link): void; choose(row: Unlinked): void }

const columnsFor = ({ may, link, choose }: Does): readonly Column<Unlinked>[] => [
  { head: say.columns.sku, narrow: true, cell: ({ sellerSku }) => <b>{sellerSku}</b> },
  { head: say.columns.title, wraps: true, cell: ({ title }) => title || '–' },
  {
    head: say.columns.item,
    wraps: true,
    cell: ({ matches: [first] }) =>
      first ? (
        <>
          <To to="/items/$item" params={{ item: first.itemId }}>
            {first.itemId}
          </To>{' '}
          <Text span inherit c="dimmed">
            {first.description}
          </Text>
        </>
      ) : (
        <Text span inherit c="dimmed">
          {say.noMatch}
        </Text>
      ),
  },
  {
    head: say.columns.why,
    wraps: true,
    cell: ({ matches: [first] }) => (first ? say.by[first.by](first.percent) : '–'),
  },
  {
    head: say.columns.act,
    narrow: true,
    cell: (row) => {
      const [first] = row.matches
      return (
        <Group gap={4} wrap="nowrap">
          {first && (
            <Button
              size="compact-xs"
              variant="light"
              disabled={!may}
              aria-label={say.linkTo(row.sellerSku, first.itemId)}
              onClick={() => link({ sellerSku: row.sellerSku, itemId: first.itemId })}
            >
              {say.link}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={!may}
            aria-label={say.chooseFor(row.sellerSku)}
            onClick={() => choose(row)}
          >
            {first ? say.other : say.choose}
          </Button>
        </Group>
      )
    },
  },
]

function ChooseItem({ row, run, close }: { readonly row: Unlinked; run(one: Link): Promise<unknown>; close(): void }) {
  const [item, setItem] = useState<string | null>(null)
  return (
    <Ask
      title={say.chooseFor(row.sellerSku)}
      does={say.link}
      disabled={item === null}
      run={() => run({ sellerSku: row.sellerSku, itemId: item ?? '' })}
      close={close}
    >
      <Text size="sm" c="dimmed">
        {row.title}
      </Text>
      <ItemPicker label={say.columns.item} value={item} choose={setItem} />
    </Ask>
  )
}
