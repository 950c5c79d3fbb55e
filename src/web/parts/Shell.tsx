import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  NavLink,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconMoon, IconPackages, IconSun, IconSunrise } from '@tabler/icons-react'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { words } from '../words/en.ts'
import { ToldCorner } from './told.tsx'

const PAGES = [
  ['/today', words.pages.today, IconSunrise],
  ['/orders', words.pages.orders, IconPackages],
  ['/errors', words.pages.errors, IconAlertTriangle],
] as const

/** What stands around every page: where one is, and where one can go. */
export function Shell() {
  const [open, { toggle, close }] = useDisclosure()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding="lg"
    >
      <a className="skip" href="#page">
        {words.skip}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between">
          <Group gap="sm">
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={words.menu} />
            <Text fw={700} size="lg">
              {words.product}
            </Text>
          </Group>
          <SchemeSwitch />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={words.navigation}>
        {PAGES.map(([to, label, Icon]) => (
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
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="page">
        <Outlet />
        <ToldCorner />
      </AppShell.Main>
    </AppShell>
  )
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme()
  const now = useComputedColorScheme('light')
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={words.scheme}
      onClick={() => setColorScheme(now === 'dark' ? 'light' : 'dark')}
    >
      {now === 'dark' ? <IconSun size={18} stroke={1.6} /> : <IconMoon size={18} stroke={1.6} />}
    </ActionIcon>
  )
}
