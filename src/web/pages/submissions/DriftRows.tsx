import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { countText, moneyText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { SkuLink } from './change-columns.tsx'
import { at, goingUpChanged, type Standing } from './going-up.ts'
import { PriceDecision } from './PriceDecision.tsx'
import type { DriftClass } from './submissions-search.ts'

type Row = components['schemas']['DriftRow']
type Side = Row['ours']
const say = submissionsWords.audits

type Of = { readonly standing: Standing; readonly audit: number; readonly what: DriftClass }

/** What an audit found of one class, ours beside Amazon's, with what mends it (I12). */
export function DriftRows({ standing, audit, what }: Of) {
  const { connection } = standing
  const list = usePages<Row>(['drift', connection, audit, what], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/connections/{connectionId}/audits/{audit}/drift', {
        signal,
        params: {
          path: { connectionId: connection, audit: String(audit) },
          query: { after, limit: '50', what } as never,
        },
      }),
    ),
  )
  const may = useMay('items:write')
  const [back, setBack] = useState<Row | null>(null)
  const send = useMutation({
    mutationFn: (skus: readonly string[]) =>
      answer(
        api.POST('/api/v1/connections/{connectionId}/sending/upload', {
          ...at(connection),
          body: { sellerSkus: [...skus] },
        }),
      ),
    onSuccess: async () => {
      await goingUpChanged()
      tell(say.sent)
    },
    onError: tellError,
  })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const mends = what === 'quantity' || what === 'price'
  return (
    <Stack gap={6}>
      <Anchor component={Link} to="/submissions" search={{ tab: 'audits' } as never} size="sm">
        ← {say.back}
      </Anchor>
      <Group justify="space-between">
        <Title order={2}>{say.rows(say.classes[what])}</Title>
        <Group gap="xs">
          <ExportDrift connection={connection} audit={audit} what={what} />
          {mends && rows.length > 0 && may && (
            <Button loading={send.isPending} onClick={() => send.mutate(rows.map(({ sellerSku }) => sellerSku))}>
              {say.sendAll(rows.length)}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" maw={760}>
        {say.explains[what]}
      </Text>
      <ListTable
        label={say.rows(say.classes[what])}
        columns={columnsFor({ connection, what, may, send: (sku) => send.mutate([sku]), putBack: setBack })}
        list={list}
        keyOf={(row) => `${row.sellerSku} ${row.what}`}
        empty={<Empty title={say.rowsNone} why={say.rowsNoneWhy} />}
      />
      {back && (
        <PriceDecision
          wish={{
            row: { connection, sellerSku: back.sellerSku, marketplaceId: back.marketplaceId },
            deed: 'put-back',
          }}
          close={() => setBack(null)}
        />
      )}
    </Stack>
  )
}

type Found = { readonly connection: string; readonly audit: number; readonly what: DriftClass }

const ExportDrift = ({ connection, audit, what }: Found) => (
  <ExportButton
    name={`drift-${what}`}
    ask={(as) =>
      api.GET('/api/v1/connections/{connectionId}/audits/{audit}/drift', {
        ...as,
        params: { path: { connectionId: connection, audit: String(audit) }, query: { what } as never },
      })
    }
  />
)

type Can = {
  readonly connection: string
  readonly what: DriftClass
  readonly may: boolean
  send(sku: string): void
  putBack(row: Row): void
}

const columnsFor = ({ connection, what, may, send, putBack }: Can): readonly Column<Row>[] => [
  {
    head: say.sku,
    cell: ({ sellerSku: sku, ours }) =>
      what === 'unknown' || ours?.item ? (
        <SkuLink sku={sku} item={ours?.item ?? null} connection={connection} />
      ) : (
        <Link to="/items" search={{ find: sku }}>
          {sku}
        </Link>
      ),
  },
  { head: say.ours, cell: ({ ours }) => (what === 'unknown' ? say.details.unknown : sideText(ours)) },
  { head: say.theirs, cell: ({ amazons }) => (what === 'missing' ? say.details.missing : sideText(amazons)) },
  {
    head: say.mend,
    narrow: true,
    cell: (row) => (
      <Group gap={4} wrap="nowrap">
        {(what === 'quantity' || what === 'price') && (
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={!may}
            title={may ? undefined : submissionsWords.upload.cannot}
            onClick={() => send(row.sellerSku)}
          >
            {say.sendOurs}
          </Button>
        )}
        {what === 'price' && (
          <Button variant="subtle" size="compact-xs" disabled={!may} onClick={() => putBack(row)}>
            {submissionsWords.approvals.putBack}
          </Button>
        )}
        {what === 'unknown' && (
          <Link to="/items/match" search={{ connection, sku: row.sellerSku }}>
            {say.link}
          </Link>
        )}
      </Group>
    ),
  },
]

/** One side of a difference in a few words. */
function sideText(side: Side): string {
  if (side === null) return '–'
  const { item, channel, quantity, price, active } = side
  const parts = [
    quantity != null && say.said.quantity(countText(quantity)),
    price != null && moneyText(price),
    channel != null && say.said.channel(channel),
    active === undefined ? null : active ? say.said.active : say.said.inactive,
    item !== undefined && say.said.item(item),
  ]
  return parts.filter(Boolean).join(', ') || '–'
}
