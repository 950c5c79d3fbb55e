import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { deploymentWords as say } from '../../words/deployment.ts'
import { CallsTab } from './CallsTab.tsx'
import { DeploymentAudit } from './DeploymentAudit.tsx'
import { DEPLOYMENT_TABS } from './deployment-search.ts'
import { HealthTab } from './HealthTab.tsx'
import { MerchantsTab } from './MerchantsTab.tsx'
import { SecretsTab } from './SecretsTab.tsx'

const route = getRouteApi('/deployment')
const PAGES = {
  merchants: <MerchantsTab />,
  health: <HealthTab />,
  secrets: <SecretsTab />,
  calls: <CallsTab />,
  audit: <DeploymentAudit />,
}

/** The operator's page: merchants, how the work stands, secrets by their dates, calls against quota; no order of anybody (M2). */
export function DeploymentPage() {
  const { tab = 'merchants' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <PageTabs
        tabs={DEPLOYMENT_TABS}
        shown={tab}
        nameOf={(each) => say.tabs[each]}
        pages={PAGES}
        open={(search) => void navigate({ search })}
      />
    </Stack>
  )
}
