import { Stack, Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { useMay } from '../../session.ts'
import { auditWords as say } from '../../words/audit.ts'
import { AUDIT_TABS, type AuditTab } from './audit-search.ts'
import { RetentionTab } from './RetentionTab.tsx'
import { ReviewInbox } from './ReviewInbox.tsx'

const route = getRouteApi('/audit')

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
        <Tabs.Panel value="review">
          <ReviewInbox />
        </Tabs.Panel>
        <Tabs.Panel value="retention">
          <RetentionTab />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
