import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { countText } from '../../format.ts'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { useMay } from '../../session.ts'
import { submissionsWords as say } from '../../words/submissions.ts'
import { ApprovalsTab } from './ApprovalsTab.tsx'
import { AuditsTab } from './AuditsTab.tsx'
import { ChangesTab } from './ChangesTab.tsx'
import { FilesTab } from './FilesTab.tsx'
import { useStanding } from './going-up.ts'
import { ManualUpload } from './ManualUpload.tsx'
import { OrdersUpTab } from './OrdersUpTab.tsx'
import { RunsTab } from './RunsTab.tsx'
import { StandingCards } from './StandingCards.tsx'
import { SUBMISSION_TABS, type SubmissionTab } from './submissions-search.ts'

const route = getRouteApi('/submissions')
const OF_ORDERS: readonly SubmissionTab[] = ['orders', 'files']

/** What went up to Amazon and what is on its way: stock, prices, shipments, refunds, feeds, files (I1–I14, H2). */
export function SubmissionsPage() {
  const navigate = route.useNavigate()
  const may = { orders: useMay('orders:read'), items: useMay('items:read') }
  const tabs = SUBMISSION_TABS.filter((each) => (OF_ORDERS.includes(each) ? may.orders : may.items))
  const { tab = 'changes' } = route.useSearch()
  const standing = useStanding(may.items)
  const connections = standing.data ?? []
  const held = connections.reduce((sum, { counts }) => sum + (counts.held ?? 0), 0)
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about}>
        <ManualUpload connections={connections} />
      </PageTitle>
      {may.items && <StandingCards standing={standing} />}
      <PageTabs
        tabs={tabs}
        shown={tab}
        nameOf={(each) =>
          each === 'approvals' && held > 0 ? `${say.tabs[each]} (${countText(held)})` : say.tabs[each]
        }
        pages={{
          changes: <ChangesTab connections={connections} />,
          orders: <OrdersUpTab />,
          runs: <RunsTab />,
          approvals: <ApprovalsTab connections={connections} />,
          audits: <AuditsTab connections={connections} />,
          files: <FilesTab connections={connections} />,
        }}
        open={(search) => void navigate({ search })}
      />
    </Stack>
  )
}
