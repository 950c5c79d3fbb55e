import { Stack, Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { UnsavedGuard } from '../../parts/unsaved.tsx'
import { stockWords as say } from '../../words/stock.ts'
import { CentersTab } from './CentersTab.tsx'
import { MovesTab } from './MovesTab.tsx'
import { StockTab } from './StockTab.tsx'
import { STOCK_TABS, type StockTab as Tab } from './stock-search.ts'

const route = getRouteApi('/stock')

/** What lies where, why it moved, and the places that hold it (O20, I2). */
export function StockPage() {
  const { tab = 'table' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <UnsavedGuard />
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: next === 'table' ? {} : { tab: next as Tab } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {STOCK_TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {say.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="table">
          <StockTab />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <MovesTab />
        </Tabs.Panel>
        <Tabs.Panel value="centers">
          <CentersTab />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
