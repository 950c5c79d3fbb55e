import { Button, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { PERMISSIONS } from '#core/permissions.ts'
import { firstPage, NAVIGATION, type Place } from '../navigation.ts'
import { useSession } from '../session.ts'
import { words } from '../words/en.ts'
import { Empty } from './Empty.tsx'
import { PageTitle } from './PageTitle.tsx'

const say = words.shut

/** The least permission that opens a page. */
const permissionFor = (needs: Place['needs']): string =>
  Object.entries(PERMISSIONS).find(([, scopes]) => scopes.some((scope) => scope === needs))?.[0] ?? needs

/** In place of a page that this person may see nothing of: what it takes, and the way back (U1, M2). */
export function ShutPage({ place: { label, needs } }: { readonly place: Place }) {
  const first = firstPage(useSession())
  const name = NAVIGATION.find(({ to }) => to === first)?.label ?? words.preferences
  return (
    <Stack gap="md">
      <PageTitle title={label} />
      <div className="card">
        <Empty title={say.title} why={needs === 'operator' ? say.operator : say.needs(permissionFor(needs))}>
          <Button variant="default" renderRoot={(props) => <Link to={first} {...props} />}>
            {say.back(name)}
          </Button>
        </Empty>
      </div>
    </Stack>
  )
}
