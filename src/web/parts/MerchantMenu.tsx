import { Menu, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { switchMerchant, useSession } from '../session.ts'
import { words } from '../words/en.ts'
import { tellError } from './told.tsx'

/** For whom one works; with several merchants, the others one click away (U1). */
export function MerchantMenu() {
  const { merchant, merchants } = useSession()
  const mine = merchants.find((each) => each.merchant === merchant)
  if (!mine) return null
  const full = `${mine.name} · ${mine.merchant}`
  const name = (
    <Text size="sm" c="dimmed" component="span" truncate title={full}>
      {full}
    </Text>
  )
  if (merchants.length < 2) return name
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className="merchant" aria-label={words.switchMerchant}>
          {name} <IconChevronDown size={13} stroke={1.8} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {merchants.map((each) => (
          <Menu.Item key={each.merchant} onClick={() => void switchMerchant(each.merchant).catch(tellError)}>
            {each.name} · {each.merchant}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
