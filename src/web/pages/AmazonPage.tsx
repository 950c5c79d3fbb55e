import { NavLink, Skeleton, Stack, Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { PageTitle } from '../parts/PageTitle.tsx'
import { UnsavedGuard } from '../parts/unsaved.tsx'
import { useMay } from '../session.ts'
import { amazonWords } from '../words/amazon.ts'
import { connectionWords } from '../words/connections.ts'
import { words } from '../words/en.ts'
import { emailWords, themeWords } from '../words/mails.ts'
import { searchOfTab } from './amazon/amazon-search.ts'
import { BuffersSection } from './amazon/BuffersSection.tsx'
import { CarriersSection } from './amazon/CarriersSection.tsx'
import { ConnectionsSection } from './amazon/ConnectionsSection.tsx'
import { EmailsSection } from './amazon/EmailsSection.tsx'
import { InventorySection } from './amazon/InventorySection.tsx'
import { LevelsSection } from './amazon/LevelsSection.tsx'
import { MethodsSection } from './amazon/MethodsSection.tsx'
import { OrdersSection } from './amazon/OrdersSection.tsx'
import { SendingSection } from './amazon/SendingSection.tsx'
import { ThemesSection } from './amazon/ThemesSection.tsx'
import { useStatus } from './amazon/use-status.ts'

const ErrorLog = lazy(async () => ({ default: (await import('./ErrorLogPage.tsx')).ErrorLog }))
const ImportTab = lazy(async () => ({ default: (await import('./imports/ImportTab.tsx')).ImportTab }))

const say = amazonWords
const route = getRouteApi('/amazon')

/** The tabs of Amazon Seller Central; the Error Log is open once credentials were saved, Import always (C2). */
export function AmazonPage() {
  const navigate = route.useNavigate()
  const status = useStatus()
  const settings = useMay('settings:read')
  const items = useMay('items:read')
  const first = settings ? 'settings' : 'import'
  const { tab = first } = route.useSearch()
  const open = status.data?.tabs.includes('error-log') ?? tab === 'errors'
  const shown = open || tab !== 'errors' ? tab : first
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about} />
      <Tabs value={shown} onChange={(next) => void navigate({ search: searchOfTab(next) })} keepMounted={false}>
        <Tabs.List mb="md">
          {settings && <Tabs.Tab value="settings">{say.tabs.settings}</Tabs.Tab>}
          <Tabs.Tab value="errors" disabled={!open} title={open ? undefined : say.errorsShut}>
            {say.tabs.errors}
          </Tabs.Tab>
          {items && <Tabs.Tab value="import">{say.tabs.import}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="settings">
          <Settings />
        </Tabs.Panel>
        <Tabs.Panel value="errors">
          <Suspense fallback={<Skeleton height={420} aria-label={words.loading} />}>
            <ErrorLog />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="import">
          <Suspense fallback={<Skeleton height={420} aria-label={words.loading} />}>
            <ImportTab />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

const SECTIONS = [
  ['credentials', connectionWords.title],
  ['orders', say.orders.title],
  ['levels', say.levels.title],
  ['methods', say.methods.title],
  ['carriers', say.carriers.title],
  ['inventory', say.inventory.title],
  ['buffers', say.buffers.title],
  ['sending', connectionWords.sending.title],
  ['themes', themeWords.title],
  ['emails', emailWords.title],
] as const

const Settings = () => (
  <div className="with-index">
    <UnsavedGuard />
    <nav aria-label={say.onPage} className="index">
      {SECTIONS.map(([id, title]) => (
        <NavLink key={id} href={`#${id}`} label={title} py={4} />
      ))}
    </nav>
    <Stack gap="lg" miw={0}>
      <ConnectionsSection />
      <OrdersSection />
      <LevelsSection />
      <MethodsSection />
      <CarriersSection />
      <InventorySection />
      <BuffersSection />
      <SendingSection />
      <ThemesSection />
      <EmailsSection />
    </Stack>
  </div>
)
