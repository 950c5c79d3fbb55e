import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { useMay } from '../../session.ts'
import { usersWords as say } from '../../words/users.ts'
import { GroupsTab } from './GroupsTab.tsx'
import { KeysTab } from './KeysTab.tsx'
import { PeopleTab } from './PeopleTab.tsx'
import { ReviewTab } from './ReviewTab.tsx'
import { USERS_TABS } from './users-search.ts'
import { WebhooksTab } from './WebhooksTab.tsx'

const route = getRouteApi('/users')
const PAGES = {
  people: <PeopleTab />,
  groups: <GroupsTab />,
  keys: <KeysTab />,
  webhooks: <WebhooksTab />,
  review: <ReviewTab />,
}

/** Who may do what: people, groups, keys of programs, and the review of all of them (U1, D9, D11). */
export function UsersPage() {
  const { tab = 'people' } = route.useSearch()
  const may = { users: useMay('users:read'), settings: useMay('settings:read') }
  const navigate = route.useNavigate()
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <PageTabs
        tabs={USERS_TABS.filter((each) => (each === 'webhooks' ? may.settings : may.users))}
        shown={tab}
        nameOf={(each) => say.tabs[each]}
        pages={PAGES}
        open={(search) => void navigate({ search })}
      />
    </Stack>
  )
}
