import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { checkLayout, type FileLayout, STANDARD_LAYOUT } from '#core/pii/file-layout.ts'
import { Deeds } from '../../parts/Deeds.tsx'
import { tell } from '../../parts/told.tsx'
import { shippingWords } from '../../words/shipping.ts'
import { fetchLayouts, forgetLayout, saveLayout, takeAddresses } from './export-api.ts'
import { LayoutFields } from './LayoutFields.tsx'
import { PRESETS } from './layout-presets.ts'
import type { Queued } from './queue-pages.ts'
import type { ShippingSearch } from './shipping-search.ts'

const say = shippingWords.export
/** A name that stands for a layout without one. */
const UNNAMED = 'file'

type Shown = { readonly chosen: readonly Queued[]; readonly search: ShippingSearch; close(): void }

/** Which orders, in which columns; then the file, once (D35). */
export function ExportForm({ chosen, search, close }: Shown) {
  const [all, setAll] = useState(chosen.length === 0)
  const [layout, setLayout] = useState<FileLayout>(STANDARD_LAYOUT)
  const [name, setName] = useState('')
  const fault = faultOf(layout, name)
  const orders = all ? null : chosen.map(({ orderNumber }) => orderNumber)
  const take = useMutation({
    mutationFn: () => takeAddresses({ orders, search, layout: { ...layout, name: name.trim() || null } }),
    onSuccess: (count) => {
      tell(say.done(count))
      close()
    },
  })
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {say.about}
      </Text>
      <Group gap="md" align="flex-end">
        {chosen.length > 0 && (
          <SegmentedControl
            aria-label={say.which}
            data={[
              { value: 'chosen', label: say.chosen(chosen.length) },
              { value: 'all', label: say.all },
            ]}
            value={all ? 'all' : 'chosen'}
            onChange={(value) => setAll(value === 'all')}
          />
        )}
        <Layouts
          name={name}
          set={(next) => {
            setLayout(next.layout)
            setName(next.name)
          }}
        />
      </Group>
      <LayoutFields layout={layout} set={setLayout} />
      <KeepLayout name={name} setName={setName} layout={layout} isGood={fault === null} />
      <Deeds error={fault ?? take.error?.message}>
        <Button disabled={fault !== null} loading={take.isPending} onClick={() => take.mutate()}>
          {say.download}
        </Button>
      </Deeds>
    </Stack>
  )
}

/** What is wrong with the columns, in a sentence; the rule is the server's own. */
function faultOf(layout: FileLayout, name: string): string | null {
  if (layout.columns.length === 0) return say.noColumns
  const checked = checkLayout({ ...layout, name: name.trim() || UNNAMED })
  if (checked.ok) return null
  const { field, why } = checked.problems[0]?.facts ?? {}
  const at = /^columns\[(\d+)\]/.exec(String(field))?.[1]
  const column = layout.columns[Number(at)]
  return `${column ? say.heading(say.fields[column.field]) : say.name} ${why}.`
}

type Chosen = { readonly name: string; readonly layout: FileLayout }

function Layouts({ name, set }: { readonly name: string; set(chosen: Chosen): void }) {
  const { data } = useQuery({ queryKey: ['export-layouts'], queryFn: ({ signal }) => fetchLayouts(signal) })
  const saved = data?.rows ?? []
  const presets = PRESETS.map((preset) => ({ value: `preset ${preset.name}`, label: preset.name }))
  const [value, setValue] = useState(presets[0]?.value ?? null)
  return (
    <Select
      label={say.layout}
      data={[
        ...(saved.length > 0 ? saved.map((each) => ({ value: `saved ${each.name}`, label: each.name })) : []),
        ...presets,
      ]}
      value={saved.some((each) => each.name === name) ? `saved ${name}` : value}
      onChange={(next) => {
        const preset = PRESETS.find((each) => `preset ${each.name}` === next)
        const own = saved.find((each) => `saved ${each.name}` === next)
        setValue(next)
        if (preset) set({ name: '', layout: preset.layout })
        if (own) set({ name: own.name, layout: own })
      }}
      allowDeselect={false}
      w={260}
    />
  )
}

type Keeps = Chosen & { readonly isGood: boolean; setName(name: string): void }

function KeepLayout({ name, setName, layout, isGood }: Keeps) {
  const { data } = useQuery({ queryKey: ['export-layouts'], queryFn: ({ signal }) => fetchLayouts(signal) })
  const isSaved = (data?.rows ?? []).some((each) => each.name === name.trim())
  const keep = useMutation({
    mutationFn: () => saveLayout(name.trim(), layout),
    onSuccess: () => tell(say.saved(name.trim())),
  })
  const forget = useMutation({
    mutationFn: () => forgetLayout(name.trim()),
    onSuccess: () => {
      tell(say.forgotten(name.trim()))
      setName('')
    },
  })
  return (
    <Group gap="xs" align="flex-end">
      <TextInput
        label={say.name}
        placeholder={say.nameHint}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
        error={keep.error?.message ?? forget.error?.message}
        w={260}
      />
      <Button
        variant="default"
        disabled={!isGood || name.trim() === ''}
        loading={keep.isPending}
        onClick={() => keep.mutate()}
      >
        {say.save}
      </Button>
      {isSaved && (
        <Button variant="subtle" color="red" loading={forget.isPending} onClick={() => forget.mutate()}>
          {say.forget}
        </Button>
      )}
    </Group>
  )
}
