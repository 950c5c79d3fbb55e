import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { deploymentWords as say } from '../../words/deployment.ts'
import type { Merchant } from './deployment-api.ts'

type Shown = { readonly merchant: Merchant } & Readonly<
  Record<'suspend' | 'resume' | 'remove' | 'invite', (merchant: Merchant) => void>
>

/** What an operator does to one merchant. */
export const MerchantMenu = ({ merchant, suspend, resume, remove, invite }: Shown) => (
  <Menu position="bottom-end" width={200}>
    <Menu.Target>
      <ActionIcon variant="subtle" color="gray" aria-label={say.change(merchant.name)}>
        <IconDots size={16} />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      {!merchant.hasOwner && <Menu.Item onClick={() => invite(merchant)}>{say.invite}</Menu.Item>}
      {merchant.suspendedAt ? (
        <Menu.Item onClick={() => resume(merchant)}>{say.resume}</Menu.Item>
      ) : (
        <Menu.Item onClick={() => suspend(merchant)}>{say.suspend}</Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item className="danger" onClick={() => remove(merchant)}>
        {say.remove.open}
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
)
