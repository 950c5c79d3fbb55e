import { ActionIcon, Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { signOut, useSession } from '../session.ts'
import { words } from '../words/en.ts'
import { tellError } from './told.tsx'

/** Who one is, light or dark, and the way out. */
export function AccountMenu() {
  const { name, email } = useSession()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words.account}>
          <IconUser size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <Text size="xs">{email}</Text>
        </Menu.Label>
        <Menu.Item component={Link} to="/me">
          {words.preferences}
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
          {dark ? words.light : words.dark}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut().catch(tellError)}>{words.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
