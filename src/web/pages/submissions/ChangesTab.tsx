import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { answer, api } from '../../api.ts'
import { countText } from '../../format.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { changeColumns } from './change-columns.tsx'
import { type Change, nameOfConnection, type Standing } from './going-up.ts'
import { PriceDecision, type PriceWish } from './PriceDecision.tsx'
import { RunPanel } from './RunPanel.tsx'
import {
  CHANGE_FIELDS,
  CHANGE_STATES,
  type ChangeField,
  type ChangeState,
  type SubmissionsSearch,
} from './submissions-search.ts'

const say = submissionsWords.changes
const route = getRouteApi('/submissions')

/** Stock and prices on their way to Amazon, and how they ended; of one Manual Upload where the address names it (I7, I10). */
export function ChangesTab({ connections }: { readonly connections: readonly Standing[] }) {
  const search: SubmissionsSearch = route.useSearch()
  const { state, field, day, sku, connection, run, file } = search
  const [price, setPrice] = useState<PriceWish | null>(null)
  const may = useMay('items:write')
  const wish = { group: state, field, day, sellerSku: sku, connection, run, file }
  const list = usePages<Change>(['going-up', 'changes', wish], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/sending/changes', {
        signal,
        params: { query: { after, limit: '50', ...wish } as never },
      }),
    ),
  )
  const filtered = [state, field, day, sku, connection, run, file].some((each) => each !== undefined)
  return (
    <Stack gap="sm">
      {run !== undefined && <RunPanel run={run} />}
      {file !== undefined && <FilePanel file={file} />}
      <Group justify="space-between">
        {run === undefined && file === undefined ? <Filters search={search} connections={connections} /> : <span />}
        <ExportButton
          name="stock-and-prices"
          ask={(as) => api.GET('/api/v1/sending/changes', { ...as, params: { query: wish as never } })}
        />
      </Group>
      <ListTable
        label={submissionsWords.tabs.changes}
        columns={changeColumns({ may, putBack: (row) => setPrice({ row, deed: 'put-back' }) })}
        list={list}
        keyOf={(row) => `${row.connection} ${row.sellerSku} ${row.field} ${row.marketplaceId ?? ''}`}
        empty={<NoChanges filtered={filtered} />}
      />
      {price && <PriceDecision wish={price} close={() => setPrice(null)} />}
    </Stack>
  )
}

/** Whose rows are shown, and the way back to all of them. */
const FilePanel = ({ file }: { readonly file: number }) => (
  <Group className="card" p="md" justify="space-between" gap="md">
    <div>
      <Title order={2} size="h5">
        {say.file(file)}
      </Title>
      <Text size="sm" c="dimmed" maw={640}>
        {say.fileAbout}
      </Text>
    </div>
    <Button variant="default" renderRoot={(props) => <Link to="/submissions" search={{}} {...props} />}>
      {say.all}
    </Button>
  </Group>
)

/** What is in a state; of what is confirmed nobody counts it, and beside another filter the number would be another's. */
const countOf = (connections: readonly Standing[], state: ChangeState, search: SubmissionsSearch): number | null => {
  const narrowed = [search.field, search.sku, search.day, search.connection].some((each) => each !== undefined)
  if (state === 'confirmed' || narrowed) return null
  const of = state === 'sent' ? (['flying', 'accepted'] as const) : ([state] as const)
  return connections.reduce((sum, { counts }) => sum + of.reduce((all, each) => all + (counts[each] ?? 0), 0), 0)
}

function Filters({
  search,
  connections,
}: {
  readonly search: SubmissionsSearch
  readonly connections: readonly Standing[]
}) {
  const navigate = route.useNavigate()
  const go = (change: SubmissionsSearch) => void navigate({ search: { ...search, ...change } })
  const labelOf = (state: ChangeState) => {
    const count = countOf(connections, state, search)
    const name = submissionsWords.states[state]
    return count === null ? name : `${name} ${countText(count)}`
  }
  const dayLabel = search.state === 'confirmed' ? say.dayConfirmed : say.day
  return (
    <Group gap="xs" className="finder">
      <SegmentedControl
        className="states"
        size="xs"
        aria-label={say.state}
        value={search.state ?? 'all'}
        onChange={(next) => go({ state: next === 'all' ? undefined : (next as ChangeState) })}
        data={[
          { value: 'all', label: submissionsWords.allStates },
          ...CHANGE_STATES.map((value) => ({ value, label: labelOf(value) })),
        ]}
      />
      <Select
        aria-label={say.field}
        placeholder={say.both}
        data={CHANGE_FIELDS.map((value) => ({ value, label: say[value] }))}
        value={search.field ?? null}
        onChange={(field) => go({ field: (field as ChangeField | null) ?? undefined })}
        clearable
        w={140}
      />
      {connections.length > 1 && (
        <Select
          aria-label={say.connection}
          placeholder={say.everyConnection}
          data={connections.map((each) => ({ value: each.connection, label: nameOfConnection(each) }))}
          value={search.connection ?? null}
          onChange={(connection) => go({ connection: connection ?? undefined })}
          clearable
          w={200}
        />
      )}
      <SkuFilter sku={search.sku} go={go} />
      <TextInput
        type="date"
        aria-label={dayLabel}
        title={dayLabel}
        value={search.day ?? ''}
        onChange={(event) => go({ day: event.currentTarget.value || undefined })}
        w={138}
      />
    </Group>
  )
}

type OfSku = { readonly sku: string | undefined; go(change: SubmissionsSearch): void }

function SkuFilter({ sku = '', go }: OfSku) {
  const [typed, setTyped] = useState(sku)
  useEffect(() => setTyped(sku), [sku])
  const find = () => typed.trim() !== sku && go({ sku: typed.trim() || undefined })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        find()
      }}
    >
      <TextInput
        aria-label={say.find}
        placeholder={say.find}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={find}
        w={150}
      />
    </form>
  )
}

const NoChanges = ({ filtered }: { readonly filtered: boolean }) =>
  filtered ? (
    <Empty title={say.noneFound} why={say.noneFoundWhy}>
      <Button variant="default" renderRoot={(props) => <Link to="/submissions" search={{}} {...props} />}>
        {say.clear}
      </Button>
    </Empty>
  ) : (
    <Empty title={say.none} why={say.noneWhy} />
  )
