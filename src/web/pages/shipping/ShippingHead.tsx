import { ActionIcon, Button, Group, Menu, Select, Stack, Text } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { QUEUE_DEADLINES } from '#core/shipments/queue-filter.ts'
import { api } from '../../api.ts'
import { countText } from '../../format.ts'
import { ExportButton, takeFile } from '../../parts/ExportButton.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { useMay } from '../../session.ts'
import { words } from '../../words/en.ts'
import { shippingWords as say } from '../../words/shipping.ts'
import { PrintMenu } from './PrintMenu.tsx'
import type { Queued } from './queue-pages.ts'
import type { ShippingSearch } from './shipping-search.ts'
import { type Sums, useSums } from './use-queue.ts'

const AddressExport = lazy(() => import('./AddressExport.tsx').then((m) => ({ default: m.AddressExport })))
const TrackingFile = lazy(() => import('./TrackingFile.tsx').then((m) => ({ default: m.TrackingFile })))

type Head = {
  readonly search: ShippingSearch
  go(search: ShippingSearch): void
  readonly chosen: readonly Queued[]
  /** Shipped from here so far. */
  readonly count: number
  help(): void
}

/** The head of the page: what waits, the filters, the prints, and the carrier's program with its two files. */
export function ShippingHead({ search, go, chosen, count, help }: Head) {
  const sums = useSums(search)
  const mayExport = useMay('pii:export')
  const mayShip = useMay('shipments:write')
  const [open, setOpen] = useState<'export' | 'file' | null>(null)
  const close = () => setOpen(null)
  return (
    <Stack gap="sm">
      <PageTitle title={say.title} about={say.about}>
        {count > 0 && (
          <Text size="sm" c="dimmed">
            {say.shipped(count)}
          </Text>
        )}
        <Button
          variant="default"
          disabled={!mayExport || sums?.all === 0}
          title={mayExport ? undefined : say.export.mayNot}
          onClick={() => setOpen('export')}
        >
          {say.export.button}
        </Button>
        <Button variant="default" disabled={!mayShip} onClick={() => setOpen('file')}>
          {say.file.button}
        </Button>
        <PrintMenu orders={chosen} />
        <ActionIcon variant="default" size={30} aria-label={say.shortcuts.title} onClick={help}>
          <IconKeyboard size={16} aria-hidden="true" />
        </ActionIcon>
      </PageTitle>
      <Filters search={search} go={go} sums={sums} />
      <Suspense>
        {open === 'export' && <AddressExport chosen={chosen} search={search} close={close} />}
        {open === 'file' && <TrackingFile close={close} />}
      </Suspense>
    </Stack>
  )
}

type Narrowed = { readonly search: ShippingSearch; go(search: ShippingSearch): void; readonly sums: Sums | undefined }

function Filters({ search, go, sums }: Narrowed) {
  const set = (name: keyof ShippingSearch, value: string | null) => {
    const { [name]: _, ...others } = search
    go((value === null ? others : { ...others, [name]: value }) as ShippingSearch)
  }
  const many = (counted: Sums['centers'] | undefined, value: string | undefined) =>
    (counted?.length ?? 0) > 1 || value !== undefined
  return (
    <Group gap="xs">
      <Select
        aria-label={say.deadline.label}
        placeholder={say.deadline.all(countText(sums?.all ?? 0))}
        data={QUEUE_DEADLINES.map((value) => ({ value, label: say.deadline[value](countText(sums?.[value] ?? 0)) }))}
        value={search.deadline ?? null}
        onChange={(value) => set('deadline', value)}
        clearable
        flex="1 1 150px"
        maw={180}
      />
      {many(sums?.centers, search.center) && (
        <Named
          label={say.center}
          all={say.allCenters}
          counted={sums?.centers}
          value={search.center}
          set={(value) => set('center', value)}
        />
      )}
      {many(sums?.methods, search.method) && (
        <Named
          label={say.method}
          all={say.allMethods}
          counted={sums?.methods}
          value={search.method}
          set={(value) => set('method', value)}
        />
      )}
      {many(sums?.channels, search.channel) && (
        <Named
          label={say.channel}
          all={say.allChannels}
          counted={sums?.channels}
          value={search.channel}
          set={(value) => set('channel', value)}
        />
      )}
      <ExportButton
        name="shipping-queue"
        ask={(as) => api.GET('/api/v1/shipping-queue', { ...as, params: { query: search } })}
      >
        <PackageFiles />
      </ExportButton>
    </Group>
  )
}

/** What lies in all packages, in the columns that the reader of tracking files takes (T5). */
const PackageFiles = () => (
  <>
    <Menu.Divider />
    <Menu.Label>{say.packages}</Menu.Label>
    {(['xlsx', 'csv'] as const).map((form) => (
      <Menu.Item
        key={form}
        aria-label={`${say.packages}: ${words.export[form]}`}
        onClick={() => void takeFile('shipments', form, (as) => api.GET('/api/v1/shipments', as))}
      >
        {words.export[form]}
      </Menu.Item>
    ))}
  </>
)

type NamedShown = {
  readonly label: string
  readonly all: string
  readonly counted: Sums['centers'] | undefined
  readonly value: string | undefined
  set(value: string | null): void
}

function Named({ label, all, counted = [], value, set }: NamedShown) {
  const known = counted.flatMap(({ name, count }) =>
    name === null ? [] : [{ value: name, label: `${say.channelName(name)} (${countText(count)})` }],
  )
  const data =
    value === undefined || known.some((each) => each.value === value) ? known : [{ value, label: value }, ...known]
  return (
    <Select
      aria-label={label}
      placeholder={all}
      data={data}
      value={value ?? null}
      onChange={set}
      clearable
      flex="1 1 150px"
      maw={180}
    />
  )
}
