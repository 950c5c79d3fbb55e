import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { UnsavedGuard } from '../../parts/unsaved.tsx'
import { stockWords as say } from '../../words/stock.ts'
import { CentersTab } from './CentersTab.tsx'
import { MovesTab } from './MovesTab.tsx'
import { StockTab } from './StockTab.tsx'
import { STOCK_TABS } from './stock-search.ts'

const route = getRouteApi('/stock')
const PAGES = { table: <StockTab />, history: <MovesTab />, centers: <CentersTab /> }

/** What lies where, why it moved, and the places that hold it (O20, I2). */
export function StockPage() {
  const { tab = 'table' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <UnsavedGuard />
      <PageTabs
        tabs={STOCK_TABS}
        shown={tab}
        nameOf={(each) => say.tabs[each]}
        pages={PAGES}
        open={(search) => void navigate({ search })}
      />
    </Stack>
  )
}
