import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { useMay } from '../../session.ts'
import { auditWords as say } from '../../words/audit.ts'
import { ActsTab } from './ActsTab.tsx'
import { AUDIT_TABS } from './audit-search.ts'
import { RetentionTab } from './RetentionTab.tsx'
import { ReviewInbox } from './ReviewInbox.tsx'
import { SignedReviews } from './SignedReviews.tsx'

const route = getRouteApi('/audit')
const PAGES = {
  review: <ReviewInbox />,
  acts: <ActsTab />,
  signed: <SignedReviews />,
  retention: <RetentionTab />,
}

/** What people did with buyer data and settings, to be looked through; and what is kept of buyers (U4, U6, D41). */
export function AuditPage() {
  const { tab = 'review' } = route.useSearch()
  const navigate = route.useNavigate()
  const may = { audit: useMay('audit:read'), settings: useMay('settings:read') }
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <PageTabs
        tabs={AUDIT_TABS.filter((each) => (each === 'retention' ? may.settings : may.audit))}
        shown={tab}
        nameOf={(each) => say.tabs[each]}
        pages={PAGES}
        open={(search) => void navigate({ search })}
      />
    </Stack>
  )
}
