import {
  IconAlertTriangle,
  IconBrandAmazon,
  IconBuildingStore,
  IconBuildingWarehouse,
  IconCloudUpload,
  IconPackages,
  IconShieldCheck,
  IconSunrise,
  IconTag,
  IconTruckDelivery,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { type Permission, type Scope, scopesOf } from '#core/permissions.ts'
import type { Session } from './session.ts'
import { words } from './words/en.ts'

/** A page in the navigation and the scope that it needs; null: everybody sees it. */
export type Place = {
  readonly to: string
  readonly label: string
  readonly Icon: TablerIcon
  readonly needs: Scope | 'operator' | null
}

/** The navigation, in its order. */
export const NAVIGATION: readonly Place[] = [
  { to: '/today', label: words.pages.today, Icon: IconSunrise, needs: 'orders:read' },
  { to: '/orders', label: words.pages.orders, Icon: IconPackages, needs: 'orders:read' },
  { to: '/shipping', label: words.pages.shipping, Icon: IconTruckDelivery, needs: 'orders:read' },
  { to: '/errors', label: words.pages.errors, Icon: IconAlertTriangle, needs: 'orders:read' },
  { to: '/amazon', label: words.pages.amazon, Icon: IconBrandAmazon, needs: 'settings:read' },
  { to: '/items', label: words.pages.items, Icon: IconTag, needs: 'items:read' },
  { to: '/stock', label: words.pages.stock, Icon: IconBuildingWarehouse, needs: 'items:read' },
  { to: '/submissions', label: words.pages.submissions, Icon: IconCloudUpload, needs: 'items:read' },
  { to: '/users', label: words.pages.users, Icon: IconUsers, needs: 'users:read' },
  { to: '/audit', label: words.pages.audit, Icon: IconShieldCheck, needs: 'audit:read' },
  { to: '/deployment', label: words.pages.deployment, Icon: IconBuildingStore, needs: 'operator' },
]

/** The first page of the navigation that somebody may see; their own account is for everybody (U2). */
export function firstPage(session: Session | null): string {
  const scopes = scopesOf((session?.permissions ?? []) as readonly Permission[])
  const may = ({ needs }: Place) =>
    needs === null || (needs === 'operator' ? session?.operator : scopes.includes(needs))
  return NAVIGATION.find(may)?.to ?? '/me'
}
