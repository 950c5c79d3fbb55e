import { Stack, Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { usersWords as say } from '../../words/users.ts'
import { GroupsTab } from './GroupsTab.tsx'
import { KeysTab } from './KeysTab.tsx'
import { PeopleTab } from './PeopleTab.tsx'
import { ReviewTab } from './ReviewTab.tsx'
import { USERS_TABS, type UsersTab } from './users-search.ts'
import { WebhooksTab } from './WebhooksTab.tsx'

const route = getRouteApi('/users')
const PAGES: Readonly<Record<UsersTab, () => React.JSX.Element>> = {
  people: PeopleTab,
  groups: GroupsTab,
  keys: KeysTab,
  webhooks: WebhooksTab,
  review: ReviewTab,
}

/** Who may do what: people, groups, keys of programs, and the review of all of them (U1, D9, D11). */
export function UsersPage() {
  const { tab = 'people' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: next === 'people' ? {} : { tab: next as UsersTab } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {USERS_TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {say.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {USERS_TABS.map((each) => {
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
