import { Button, Group, Menu } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { ImportButton, OwnFiles } from '../../parts/OwnFiles.tsx'
import { useMay } from '../../session.ts'
import { stockWords as say } from '../../words/stock.ts'
import { CountTable } from './CountTable.tsx'
import { StockFilters } from './StockFilters.tsx'
import { StockTable } from './StockTable.tsx'
import { stockQuery, useCenters } from './stock-api.ts'

const route = getRouteApi('/stock')

/** Items and centers as one table, or the count of one center (O20). */
export function StockTab() {
  const search = route.useSearch()
  const centers = useCenters()
  if (centers.error && !centers.data) return <Failed error={centers.error} again={() => void centers.refetch()} />
  if (centers.data && centers.rows.length === 0) return <NoCenters />
  const counted = centers.rows.find(({ code }) => code === search.count)
  if (counted) return <CountTable key={counted.code} center={counted} />
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="sm">
        <StockFilters search={search} centers={centers.rows} />
        <Group gap="xs">
          <ExportButton
            name="stock"
            ask={(as) => api.GET('/api/v1/stock/table', { ...as, params: { query: stockQuery(search) as never } })}
          >
            <OwnFiles kinds={['stock']} />
          </ExportButton>
          <ImportButton />
          <CountMenu centers={centers.rows} />
        </Group>
      </Group>
      <StockTable search={search} centers={centers.rows} />
    </>
  )
}

function CountMenu({ centers }: { readonly centers: ReturnType<typeof useCenters>['rows'] }) {
  const navigate = route.useNavigate()
  const search = route.useSearch()
  const may = useMay('items:write')
  const count = (code: string) => void navigate({ search: { find: search.find, count: code } })
  const [only] = centers
  if (centers.length === 1 && only)
    return (
      <Button variant="default" disabled={!may} title={may ? undefined : say.cannot} onClick={() => count(only.code)}>
        {say.count.start}
      </Button>
    )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" disabled={!may} title={may ? undefined : say.cannot}>
          {say.count.start}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {centers.map(({ code, name }) => (
          <Menu.Item key={code} onClick={() => count(code)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const NoCenters = () => (
  <div className="card">
    <Empty title={say.noCenters} why={say.noCentersWhy}>
      <Button variant="default" renderRoot={(props) => <Link to="/stock" search={{ tab: 'centers' }} {...props} />}>
        {say.makeCenter}
      </Button>
    </Empty>
  </div>
)
