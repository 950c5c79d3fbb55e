import { Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SellerSku } from '#core/ids.ts'
import { answer, api } from '../../api.ts'
import { Deeds } from '../../parts/Deeds.tsx'
import { SidePanel } from '../../parts/Dialog.tsx'
import { tell } from '../../parts/told.tsx'
import { useMapping } from '../../use-mapping.ts'
import { words } from '../../words/en.ts'
import { itemsWords } from '../../words/items.ts'
import { mendingWords } from '../../words/mending.ts'
import { type Group as ErrorGroup, numbersOf } from './error-api.ts'
import { ItemChoice } from './ItemChoice.tsx'
import { RunLog } from './RunLog.tsx'
import { useRun } from './use-run.ts'

const say = mendingWords.map

/** Says in place which item a seller SKU is, and runs every order that waited for it (O11, E4). */
export function MapSkuDrawer({ group, close }: { readonly group: ErrorGroup; close(): void }) {
  const sku = String(group.facts.sku ?? '')
  return (
    <SidePanel onClose={close} size="lg" title={say.title(sku)}>
      <MapSku group={group} sku={sku} close={close} />
    </SidePanel>
  )
}

type Shown = { readonly group: ErrorGroup; readonly sku: string; close(): void }

function MapSku({ group, sku, close }: Shown) {
  const found = useSuggestions(sku, String(group.facts.title ?? ''))
  const [picked, setPicked] = useState<string | null>(null)
  const [ratio, setRatio] = useState<{ readonly amazon: number; readonly ours: number } | null>(null)
  const { run, start, stop } = useRun()
  const mapped = useMapping(sku)
  const [sure] = found.data?.suggestions ?? []
  const item = picked ?? (sure && sure.by !== 'title' ? sure.itemId : null)
  const { amazon, ours } = ratio ?? { amazon: 1, ours: found.data?.ours ?? 1 }
  const save = useMutation({
    mutationFn: async (itemId: string) => {
      const waiting = await numbersOf({ code: group.code, cause: group.cause })
      await mapped.save({ sellerSku: sku, itemId, ratio: { amazon, ours } })
      tell(say.saved(sku, itemId))
      return waiting
    },
    onSuccess: (waiting) => void start('reprocess', waiting),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (item !== null && !run) save.mutate(item)
      }}
    >
      <Stack gap="md">
        <Stated group={group} sku={sku} listed={found.data} />
        {!run && (
          <>
            <ItemChoice found={found.data} looking={found.isPending} chosen={item} choose={setPicked} />
            <fieldset className="plain">
              <legend>{say.ratio}</legend>
              <Group gap="sm" align="flex-end">
                <Units label={say.atAmazon} value={amazon} set={(next) => setRatio({ amazon: next, ours })} />
                <Units label={say.ofOurs} value={ours} set={(next) => setRatio({ amazon, ours: next })} />
              </Group>
              <Text size="sm" c="dimmed" mt={6} aria-live="polite">
                {say.ratioWhy(amazon, ours)}
              </Text>
            </fieldset>
          </>
        )}
        {mapped.itemId !== null && !run && <Text size="sm">{itemsWords.mappings.taken(mapped.itemId)}</Text>}
        {run && <RunLog run={run} stop={stop} />}
        <Deeds error={save.error?.message}>
          <Button variant="default" onClick={close}>
            {run ? say.close : words.cancel}
          </Button>
          {!run && (
            <Button type="submit" disabled={item === null} loading={save.isPending}>
              {say.save(group.count)}
            </Button>
          )}
        </Deeds>
      </Stack>
    </form>
  )
}

const useSuggestions = (sellerSku: string, title: string) =>
  useQuery({
    queryKey: ['mappings', 'suggested', sellerSku, title],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/sku-mappings/suggestions', {
          signal,
          params: { query: { sellerSku: sellerSku as SellerSku, title: title.slice(0, 500) } },
        }),
      ),
  })

const Units = ({ label, value, set }: { readonly label: string; readonly value: number; set(next: number): void }) => (
  <NumberInput
    label={label}
    w={130}
    min={1}
    max={1_000_000}
    allowDecimal={false}
    value={value}
    onChange={(next) => set(Math.max(1, Math.trunc(Number(next)) || 1))}
  />
)

type Listed = { readonly title: string; readonly barcode: string | null; readonly asin: string | null }

/** The SKU as Amazon states it. */
function Stated({
  group,
  sku,
  listed,
}: {
  readonly group: ErrorGroup
  readonly sku: string
  readonly listed: Listed | undefined
}) {
  const { title, quantity } = group.facts
  const facts = [
    [say.sku, sku],
    [say.name, listed?.title || String(title ?? '')],
    [say.quantity, quantity === undefined ? '' : String(quantity)],
    [say.barcode, listed?.barcode ?? ''],
    [say.asin, listed?.asin ?? ''],
  ].filter(([, value]) => value)
  return (
    <section aria-label={say.amazon} className="stated">
      <Title order={3}>{say.amazon}</Title>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed">
        {say.waits(group.count)}
      </Text>
    </section>
  )
}
