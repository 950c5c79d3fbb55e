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

/** A page in the navigation and the scope that it needs. */
export type Place = {
  readonly to: string
  readonly label: string
  readonly Icon: TablerIcon
  readonly needs: Scope | 'operator'
  /** Whoever has one of these sees a part of it, where a link of another page leads there. */
  readonly partly?: readonly Scope[]
}

/** The navigation, in its order. */
export const NAVIGATION: readonly Place[] = [
  { to: '/today', label: words.pages.today, Icon: IconSunrise, needs: 'orders:read' },
  { to: '/orders', label: words.pages.orders, Icon: IconPackages, needs: 'orders:read' },
  { to: '/shipping', label: words.pages.shipping, Icon: IconTruckDelivery, needs: 'orders:read' },
  { to: '/errors', label: words.pages.errors, Icon: IconAlertTriangle, needs: 'orders:read' },
  {
    to: '/amazon',
    label: words.pages.amazon,
    Icon: IconBrandAmazon,
    needs: 'settings:read',
    partly: ['items:read', 'orders:read'],
  },
  { to: '/items', label: words.pages.items, Icon: IconTag, needs: 'items:read' },
  { to: '/stock', label: words.pages.stock, Icon: IconBuildingWarehouse, needs: 'items:read' },
  {
    to: '/submissions',
    label: words.pages.submissions,
    Icon: IconCloudUpload,
    needs: 'items:read',
    partly: ['orders:read'],
  },
  { to: '/users', label: words.pages.users, Icon: IconUsers, needs: 'users:read', partly: ['settings:read'] },
  { to: '/audit', label: words.pages.audit, Icon: IconShieldCheck, needs: 'audit:read', partly: ['settings:read'] },
  { to: '/deployment', label: words.pages.deployment, Icon: IconBuildingStore, needs: 'operator' },
]

/** What a person may do at the merchant and at the deployment; null: nobody is signed in. */
type Seer = Pick<Session, 'permissions' | 'operator'> | null

/** Whether a page stands in this person's navigation (U1, M2). */
export const isListed = (session: Seer, { needs }: Place): boolean =>
  needs === 'operator'
    ? session?.operator === true
    : scopesOf((session?.permissions ?? []) as readonly Permission[]).includes(needs)

/** The page of an address, where this person may see nothing of it; null: they may, or it is everybody's (U1, M2). */
export function shutPage(session: Seer, path: string): Place | null {
  const place = NAVIGATION.find(({ to }) => path === to || path.startsWith(`${to}/`))
  if (!place) return null
  const ways: readonly Place['needs'][] = [place.needs, ...(place.partly ?? [])]
  return ways.some((needs) => isListed(session, { ...place, needs })) ? null : place
}

/** The first page of the navigation that somebody may see; their own account is for everybody (U2). */
export const firstPage = (session: Seer): string => NAVIGATION.find((place) => isListed(session, place))?.to ?? '/me'
