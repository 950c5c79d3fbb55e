import { Stack, Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { deploymentWords as say } from '../../words/deployment.ts'
import { CallsTab } from './CallsTab.tsx'
import { DeploymentAudit } from './DeploymentAudit.tsx'
import { DEPLOYMENT_TABS, type DeploymentTab } from './deployment-search.ts'
import { HealthTab } from './HealthTab.tsx'
import { MerchantsTab } from './MerchantsTab.tsx'
import { SecretsTab } from './SecretsTab.tsx'

const route = getRouteApi('/deployment')
const PAGES: Readonly<Record<DeploymentTab, () => React.JSX.Element>> = {
  merchants: MerchantsTab,
  health: HealthTab,
  secrets: SecretsTab,
  calls: CallsTab,
  audit: DeploymentAudit,
}

/** The operator's page: merchants, how the work stands, secrets by their dates, calls against quota; no order of anybody (M2). */
export function DeploymentPage() {
  const { tab = 'merchants' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: next === 'merchants' ? {} : { tab: next as DeploymentTab } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {DEPLOYMENT_TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {say.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {DEPLOYMENT_TABS.map((each) => {
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
