import { Group, SegmentedControl, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ImportOutcome } from '#core/spreadsheet/import.ts'
import { answer, api } from '../../api.ts'
import { countText } from '../../format.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { importWords } from '../../words/imports.ts'
import { rowColumns } from './import-row-columns.tsx'
import { type Import, type ImportRow, isOver, outcomesOf } from './import-standing.ts'
import { importAt } from './imports-api.ts'
import type { ImportsSearch } from './imports-search.ts'

const say = importWords.rows

type Shown = { readonly found: Import; readonly search: ImportsSearch }

/** Each row of the file with its cell's address, what becomes of it, and what to write instead; by outcome (T3, T5). */
export function ImportRows({ found, search }: Shown) {
  const id = found.import
  const { outcome, unlinks } = search
  const query = { outcome, unlinks: unlinks ? ('true' as const) : undefined }
  const list = usePages<ImportRow>(['imports', 'rows', id, { ...query, state: found.state }], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/imports/{import}/rows', {
        signal,
        params: { ...importAt(id).params, query: { ...query, after, limit: 50 } },
      }),
    ),
  )
  const filtered = outcome !== undefined || unlinks
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Filter found={found} search={search} />
        <ExportButton
          name={`import-${id}${outcome ? `-${outcome}` : ''}`}
          ask={(as) => api.GET('/api/v1/imports/{import}/rows', { ...as, params: { ...importAt(id).params, query } })}
        />
      </Group>
      <ListTable
        label={say.label}
        columns={rowColumns(found)}
        list={list}
        keyOf={({ row }) => row}
        empty={
          <Empty
            title={filtered ? say.noneFound : say.forgotten}
            why={filtered ? say.noneFoundWhy : say.forgottenWhy}
          />
        }
      />
    </Stack>
  )
}

/** Each outcome with its number; the choice stands in the address. */
function Filter({ found, search }: Shown) {
  const navigate = useNavigate()
  const told = isOver(found) ? importWords.outcomes : importWords.would
  const there = outcomesOf(found)
  const unlinks = found.counts.unlinks
  const choose = (next: string) => {
    const which: ImportsSearch =
      next === 'all' ? {} : next === 'unlinks' ? { unlinks: true } : { outcome: next as ImportOutcome }
    void navigate({ to: '/amazon', search: { tab: 'import', import: found.import, ...which }, replace: true })
  }
  return (
    <SegmentedControl
      className="states"
      size="xs"
      aria-label={say.filter}
      value={search.unlinks ? 'unlinks' : (search.outcome ?? 'all')}
      onChange={choose}
      data={[
        { value: 'all', label: `${say.all} ${countText(found.rows)}` },
        ...there.map(([outcome, count]) => ({ value: outcome, label: `${told[outcome]} ${countText(count)}` })),
        ...(search.outcome !== undefined && !there.some(([outcome]) => outcome === search.outcome)
          ? [{ value: search.outcome, label: `${told[search.outcome]} 0` }]
          : []),
        ...(unlinks > 0 || search.unlinks ? [{ value: 'unlinks', label: `${say.unlinks} ${countText(unlinks)}` }] : []),
      ]}
    />
  )
}
