import { Stack, Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { useMay } from '../../session.ts'
import { auditWords as say } from '../../words/audit.ts'
import { ActsTab } from './ActsTab.tsx'
import { AUDIT_TABS, type AuditTab } from './audit-search.ts'
import { RetentionTab } from './RetentionTab.tsx'
import { ReviewInbox } from './ReviewInbox.tsx'
import { SignedReviews } from './SignedReviews.tsx'

const route = getRouteApi('/audit')
const PAGES: Readonly<Record<AuditTab, () => React.JSX.Element>> = {
  review: ReviewInbox,
  acts: ActsTab,
  signed: SignedReviews,
  retention: RetentionTab,
}

/** What people did with buyer data and settings, to be looked through; and what is kept of buyers (U4, U6, D41). */
export function AuditPage() {
  const { tab = 'review' } = route.useSearch()
  const navigate = route.useNavigate()
  const settings = useMay('settings:read')
  const tabs = AUDIT_TABS.filter((each) => each !== 'retention' || settings)
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: next === 'review' ? {} : { tab: next as AuditTab } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {say.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((each) => {
          const Page = PAGES[each]
          return (
            <Tabs.Panel key={each} value={each}>
              <Page />
            </Tabs.Panel>
          )
        })}
      </Tabs>
    </Stack>
  )
}
