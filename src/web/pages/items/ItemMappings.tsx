import { Button, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { answer, api, overtaken, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { ImportButton } from '../../parts/OwnFiles.tsx'
import { tell } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useMay } from '../../session.ts'
import { useMapping } from '../../use-mapping.ts'
import { itemsWords } from '../../words/items.ts'

type Mapping = components['schemas']['SkuMapping']
const say = itemsWords.mappings
const reload = () => queries.invalidateQueries({ queryKey: ['mappings'] })

/** Under which SKUs an item is sold at Amazon (O11). */
export function ItemMappings({ item }: { readonly item: string }) {
  const list = usePages<Mapping>(['mappings', item, {}], ({ after, signal }) =>
    answer(api.GET('/api/v1/sku-mappings', { signal, params: { query: { after, itemId: item, limit: 50 } } })),
  )
  const may = useMay('items:write')
  const [adds, setAdds] = useState(false)
  const [removed, setRemoved] = useState<Mapping | null>(null)
  const remove = async (shown: Mapping) => {
    const params = { query: { sellerSku: shown.sellerSku } }
    const { rows } = await answer(api.GET('/api/v1/sku-mappings', { params }))
    if (JSON.stringify(rows) !== JSON.stringify([shown])) throw overtaken()
    await answer(api.DELETE('/api/v1/sku-mappings', { params }))
    await reload()
  }
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Title order={2}>{say.title}</Title>
        <Group gap="xs">
          <ExportButton
            name="sku-mappings"
            ask={(as) => api.GET('/api/v1/sku-mappings', { ...as, params: { query: { itemId: item } } })}
          />
          <ImportButton />
          <Button
            variant="default"
            disabled={!may}
            title={may ? undefined : itemsWords.stock.cannot}
            onClick={() => setAdds(true)}
          >
            {say.add}
          </Button>
        </Group>
      </Group>
      <ListTable
        label={say.title}
        columns={columnsFor(may, setRemoved)}
        list={list}
        keyOf={({ sellerSku }) => sellerSku}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {adds && <AddMapping item={item} close={() => setAdds(false)} />}
      {removed && (
        <Ask
          title={say.removeTitle(removed.sellerSku)}
          does={say.remove}
          danger
          run={() => remove(removed)}
          close={() => setRemoved(null)}
        >
          <Text size="sm">{say.removeWhy}</Text>
        </Ask>
      )}
    </Stack>
  )
}

const columnsFor = (may: boolean, remove: (mapping: Mapping) => void): readonly Column<Mapping>[] => [
  { head: say.columns.sku, cell: ({ sellerSku }) => sellerSku },
  { head: say.columns.ratio, cell: ({ ratio }) => `${ratio.amazon} : ${ratio.ours}` },
  { head: say.columns.note, wraps: true, cell: ({ note }) => note || '–' },
  {
    head: say.columns.act,
    narrow: true,
    cell: (mapping) => (
      <Button variant="subtle" color="red" size="compact-xs" disabled={!may} onClick={() => remove(mapping)}>
        {say.remove}
      </Button>
    ),
  },
]

function AddMapping({ item, close }: { readonly item: string; close(): void }) {
  const [typed, setTyped] = useState('')
  const [amazon, setAmazon] = useState(1)
  const [ours, setOurs] = useState(1)
  const sellerSku = typed.trim()
  const { itemId, save } = useMapping(sellerSku)
  const run = async () => {
    await save({ sellerSku, itemId: item, ratio: { amazon, ours } })
    await reload()
    tell(say.saved)
  }
  return (
    <Ask title={say.add} does={say.save} disabled={sellerSku === ''} run={run} close={close}>
      <Text size="sm" c="dimmed">
        {say.about}
      </Text>
      <TextInput
        label={say.sku}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      {itemId !== null && itemId !== item && <Text size="sm">{say.taken(itemId)}</Text>}
      <Group gap="xs" align="flex-end">
        {(
          [
            [say.ratioAmazon, amazon, setAmazon],
            [say.ratioOurs, ours, setOurs],
          ] as const
        ).map(([label, value, set]) => (
          <NumberInput
            key={label}
            label={label}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            value={value}
            onChange={(next) => set(Number(next) || 1)}
            w={170}
          />
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {say.ratioMeans(amazon, ours)}
      </Text>
    </Ask>
  )
}
