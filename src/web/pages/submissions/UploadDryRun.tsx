import { Group, SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { DRY_RUN_COLUMNS } from '../amazon/dry-run-columns.tsx'
import { at } from './going-up.ts'

type Row = components['schemas']['DryRunRow']
const say = submissionsWords.upload

/** What a Manual Upload would send, old beside new, as a table or exactly as it goes up; nothing is sent by looking (I7, I14). */
export function UploadDryRun({
  connection,
  skus,
}: {
  readonly connection: string
  readonly skus: readonly string[] | null
}) {
  const [shown, setShown] = useState<'table' | 'json'>('table')
  const { path } = at(connection).params
  const list = usePages<Row>(['dry-run', connection, skus], async ({ after, signal }) => {
    if (skus === null)
      return answer(
        api.GET('/api/v1/connections/{connectionId}/sending/dry-run', {
          signal,
          params: { path, query: { after, limit: '50' } as never },
        }),
      )
    const { rows } = await answer(
      api.POST('/api/v1/connections/{connectionId}/sending/dry-run', {
        signal,
        params: { path },
        body: { sellerSkus: [...skus] },
      }),
    )
    return { rows, next: null }
  })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {say.dryAbout}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={say.shown}
          value={shown}
          onChange={(next) => setShown(next as 'table' | 'json')}
          data={[
            { value: 'table', label: say.asTable },
            { value: 'json', label: say.asJson },
          ]}
        />
      </Group>
      {shown === 'json' && list.data ? (
        <section className="card json" tabIndex={0} aria-label={say.asJson}>
          <pre>
            {JSON.stringify(
              rows.filter(({ patch }) => patch !== null).map(({ sellerSku, patch }) => ({ sellerSku, patch })),
              null,
              2,
            )}
          </pre>
        </section>
      ) : (
        <ListTable
          label={say.look}
          columns={DRY_RUN_COLUMNS}
          list={list}
          keyOf={(row) => `${row.sellerSku} ${row.field} ${row.marketplaceId ?? ''}`}
          empty={<Empty title={say.nothing} why={say.nothingWhy} />}
        />
      )}
    </>
  )
}
