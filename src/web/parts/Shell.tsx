import { AppShell, Burger, Group, NavLink, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useLive } from '../live.ts'
import { isListed, NAVIGATION, shutPage } from '../navigation.ts'
import { useSession } from '../session.ts'
import { words } from '../words/en.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { MerchantMenu } from './MerchantMenu.tsx'
import { ShutPage } from './ShutPage.tsx'
import { StepUp } from './StepUp.tsx'
import { ToldCorner } from './told.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

/** What stands around every page: where one is, for whom one works, and where one can go. */
export function Shell() {
  const [open, { toggle, close }] = useDisclosure()
  const { merchant } = useSession()
  useLive(merchant)
  useKeptFocus()
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 212, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding={{ base: 'md', sm: 'lg' }}
    >
      <a className="skip" href="#page">
        {words.skip}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={words.menu} />
            <Text fw={700} size="lg">
              {words.product}
            </Text>
            <MerchantMenu />
          </Group>
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={words.navigation}>
        <Places close={close} />
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1}>
        <Stack className="page">
          <Page />
        </Stack>
        <ToldCorner />
        <StepUp />
      </AppShell.Main>
    </AppShell>
  )
}

/** The page of the address; in its place, for whoever may see nothing of it, what it takes: no button of it is offered. */
function Page() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const shut = shutPage(useSession(), path)
  return shut ? <ShutPage place={shut} /> : <Outlet />
}

/** The pages that this person may see; the others are left out, not greyed. */
function Places({ close }: { readonly close: () => void }) {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const session = useSession()
  return NAVIGATION.filter((place) => isListed(session, place)).map(({ to, label, Icon }) => (
    <NavLink
      key={to}
      component={Link}
      to={to}
      label={label}
      leftSection={<Icon size={17} stroke={1.6} aria-hidden="true" />}
      active={path.startsWith(to)}
      aria-current={path.startsWith(to) ? 'page' : undefined}
      onClick={close}
    />
  ))
}
