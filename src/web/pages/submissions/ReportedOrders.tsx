import { Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Dot } from '../../parts/Dot.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { byFilesWords } from '../../words/by-files.ts'
import { importWords } from '../../words/imports.ts'

type Row = components['schemas']['ImportRow']
const say = byFilesWords.orders
const COLORS = { placed: 'race', updated: 'blue', held: 'orange', refused: 'red' } as const

/** What became of each order of a report; a buyer stands in none of them (H1). */
export function ReportedOrders({
  report,
  close,
}: {
  readonly report: { readonly import: number; readonly fileName: string }
  readonly close: () => void
}) {
  const list = usePages<Row>(['imports', 'reported', report.import], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/order-reports/{import}/orders', {
        signal,
        params: { path: { import: String(report.import) }, query: { after, limit: '50' } as never },
      }),
    ),
  )
  const mayExport = useMay('items:read')
  const title = say.title(report.fileName)
  return (
    <Dialog onClose={close} title={title} size={820}>
      {mayExport && (
        <Group justify="flex-end" mb="sm">
          <ExportButton
            small
            name={`orders-of-report-${report.import}`}
            ask={(as) =>
              api.GET('/api/v1/imports/{import}/rows', { ...as, params: { path: { import: String(report.import) } } })
            }
          />
        </Group>
      )}
      <ListTable
        label={title}
        columns={COLUMNS}
        list={list}
        keyOf={({ row }) => row}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
    </Dialog>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    head: say.order,
    narrow: true,
    cell: ({ target, outcome, row }) => (
      <>
        {target !== null && outcome !== 'refused' && outcome !== 'skipped' && outcome !== 'held' ? (
          <Link to="/orders" search={{ find: target }}>
            {target}
          </Link>
        ) : (
          <Text size="sm">{target ?? say.row(row)}</Text>
        )}
        <Text size="xs" c="dimmed">
          {say.row(row)}
        </Text>
      </>
    ),
  },
  {
    head: say.outcome,
    narrow: true,
    cell: ({ outcome }) =>
      outcome === null ? (
        say.waits
      ) : (
        <>
          <Dot color={outcome in COLORS ? COLORS[outcome as keyof typeof COLORS] : 'gray'} />{' '}
          {importWords.outcomes[outcome]}
        </>
      ),
  },
  {
    head: say.why,
    wraps: true,
    cell: ({ problem, outcome, cell }) => (
      <>
        {problem && (
          <Text size="sm" className="breaks">
            {cell && `${cell}: `}
            {problem.sentence}
          </Text>
        )}
        {outcome === 'held' && (
          <Link to="/amazon" search={{ tab: 'errors' }} className="quiet-link">
            {say.toErrors}
          </Link>
        )}
      </>
    ),
  },
]
