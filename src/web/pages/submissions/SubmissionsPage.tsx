import { Stack, Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { countText } from '../../format.ts'
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
  const { tab = 'changes' } = route.useSearch()
  const navigate = route.useNavigate()
  const standing = useStanding()
  const orders = useMay('orders:read')
  const held = (standing.data ?? []).reduce((sum, { counts }) => sum + (counts.held ?? 0), 0)
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about}>
        <ManualUpload connections={standing.data ?? []} />
      </PageTitle>
      <StandingCards standing={standing} />
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: next === 'changes' ? {} : { tab: next as SubmissionTab } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {SUBMISSION_TABS.filter((each) => orders || !OF_ORDERS.includes(each)).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {say.tabs[each]}
              {each === 'approvals' && held > 0 && ` (${countText(held)})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="changes">
          <ChangesTab connections={standing.data ?? []} />
        </Tabs.Panel>
        <Tabs.Panel value="orders">
          <OrdersUpTab />
        </Tabs.Panel>
        <Tabs.Panel value="runs">
          <RunsTab />
        </Tabs.Panel>
        <Tabs.Panel value="approvals">
          <ApprovalsTab connections={standing.data ?? []} />
        </Tabs.Panel>
        <Tabs.Panel value="audits">
          <AuditsTab connections={standing.data ?? []} />
        </Tabs.Panel>
        <Tabs.Panel value="files">
          <FilesTab connections={standing.data ?? []} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
