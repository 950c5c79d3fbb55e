import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { countText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { saidText } from '../amazon/said-text.ts'
import { SkuLink } from './change-columns.tsx'
import { ExportPrices } from './ExportPrices.tsx'
import { at, type Change, goingUpChanged } from './going-up.ts'

const say = submissionsWords.approvals

type Of = { readonly connection: string; readonly count: number; readonly title: string }

/** Prices that a guard holds back: old, new and why; some or all are approved (I4). */
export function HeldPrices({ connection, count, title }: Of) {
  const list = usePages<Change>(['going-up', 'changes', 'held', connection], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/sending/changes', {
        signal,
        params: { query: { after, limit: '50', group: 'approval', connection } as never },
      }),
    ),
  )
  const may = useMay('items:write')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asksAll, setAsksAll] = useState(false)
  const approve = async (sellerSkus: readonly string[] | null) => {
    const path = '/api/v1/connections/{connectionId}/sending/approve'
    const body = { sellerSkus: sellerSkus && [...sellerSkus] }
    const { fields } = await answer(api.POST(path, { ...at(connection), body }))
    setChosen(new Set())
    await goingUpChanged()
    tell(say.approved(fields))
  }
  const some = useMutation({ mutationFn: () => approve([...chosen]), onError: tellError })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Title order={2}>{title}</Title>
        <Group gap="xs">
          <ExportPrices group="approval" connection={connection} />
          {rows.length > 0 && may && (
            <>
              <Button disabled={chosen.size === 0} loading={some.isPending} onClick={() => some.mutate()}>
                {say.approve(chosen.size)}
              </Button>
              <Button variant="default" onClick={() => setAsksAll(true)}>
                {say.approveAll}
              </Button>
            </>
          )}
        </Group>
      </Group>
      {rows.length > 1 && may && (
        <Checkbox
          size="xs"
          label={say.chooseAll}
          checked={rows.every(({ sellerSku }) => chosen.has(sellerSku))}
          indeterminate={chosen.size > 0 && !rows.every(({ sellerSku }) => chosen.has(sellerSku))}
          onChange={(event) =>
            setChosen(new Set(event.currentTarget.checked ? rows.map(({ sellerSku }) => sellerSku) : []))
          }
        />
      )}
      <ListTable
        label={title}
        columns={columnsFor(may, chosen, setChosen)}
        list={list}
        keyOf={(row) => `${row.sellerSku} ${row.field} ${row.marketplaceId ?? ''}`}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {asksAll && (
        <Ask
          title={say.approveAllTitle(countText(Math.max(count, rows.length)))}
          does={say.approveAll}
          run={() => approve(null)}
          close={() => setAsksAll(false)}
        >
          <Text size="sm">{say.approveAllWhy}</Text>
        </Ask>
      )}
    </Stack>
  )
}

type Choose = (chosen: ReadonlySet<string>) => void

const columnsFor = (may: boolean, chosen: ReadonlySet<string>, choose: Choose): readonly Column<Change>[] => [
  {
    head: say.sku,
    cell: ({ sellerSku, itemId, connection }) => (
      <Group gap={8} wrap="nowrap">
        {may && (
          <Checkbox
            size="xs"
            aria-label={say.choose(sellerSku)}
            checked={chosen.has(sellerSku)}
            onChange={(event) => {
              const next = new Set(chosen)
              if (event.currentTarget.checked) next.add(sellerSku)
              else next.delete(sellerSku)
              choose(next)
            }}
          />
        )}
        <SkuLink sku={sellerSku} item={itemId} connection={connection} />
      </Group>
    ),
  },
  { head: say.before, cell: ({ confirmed, live, sent }) => saidText(confirmed ?? live ?? sent) },
  { head: say.after, cell: ({ wanted }) => (wanted === null ? '–' : saidText(wanted)) },
  {
    head: say.why,
    wraps: true,
    cell: ({ problem }) => problem && <span className="breaks">{problem.sentence}</span>,
  },
]
