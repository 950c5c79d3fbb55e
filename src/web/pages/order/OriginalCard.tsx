import { Button, Collapse, Group, Select, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { REVEAL_PURPOSES, type RevealPurpose } from '#core/pii/purposes.ts'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { words } from '../../words/en.ts'
import { orderWords } from '../../words/order.ts'

type Order = components['schemas']['Order']
type Original = Readonly<Record<string, unknown>>
const say = orderWords.original

/** The order as Amazon sent it, fetched when it is opened: masked, and whole only with a purpose and a second factor (E2, U3). */
export function OriginalCard({ order }: { readonly order: Order }) {
  const [open, setOpen] = useState(false)
  return (
    <Stack className="card" p="md" gap="sm" component="section" aria-labelledby="original">
      <Group justify="space-between">
        <div>
          <Title order={2} id="original">
            {say.title}
          </Title>
          <Text size="xs" c="dimmed">
            {say.about}
          </Text>
        </div>
        <Button variant="default" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? say.close : say.open}
        </Button>
      </Group>
      <Collapse expanded={open}>{open && <Shown documentId={order.documentId} />}</Collapse>
    </Stack>
  )
}

function Shown({ documentId }: { readonly documentId: number }) {
  const may = useMay('pii:reveal')
  const [whole, setWhole] = useState<Original | null>(null)
  const params = { path: { documentId: String(documentId) } }
  const masked = useQuery({
    queryKey: ['original', documentId],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/error-log/{documentId}/download', { signal, params })),
  })
  useEffect(() => {
    const forget = () => setWhole(null)
    addEventListener('pagehide', forget)
    return () => removeEventListener('pagehide', forget)
  }, [])
  if (masked.isPending) return <Skeleton height={240} aria-label={words.loading} />
  if (masked.error)
    return (
      <Text size="sm" role="alert">
        {masked.error.message}
      </Text>
    )
  return (
    <Stack gap="sm">
      {may && !whole && <Reveal documentId={documentId} show={setWhole} />}
      {whole && (
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            {orderWords.buyer.shown}
          </Text>
          <Button variant="default" size="compact-xs" onClick={() => setWhole(null)}>
            {orderWords.buyer.hide}
          </Button>
        </Group>
      )}
      <section className="original" aria-label={say.title} tabIndex={0}>
        <pre>{JSON.stringify(whole ?? masked.data, null, 2)}</pre>
      </section>
    </Stack>
  )
}

function Reveal({ documentId, show }: { readonly documentId: number; show(original: Original): void }) {
  const [purpose, setPurpose] = useState<RevealPurpose>('legal')
  const [busy, setBusy] = useState(false)
  // It goes to the page alone, never into what was fetched and is kept.
  const reveal = async () => {
    setBusy(true)
    const params = { path: { documentId: String(documentId) } }
    const asked = () => answer(api.POST('/api/v1/error-log/{documentId}/download', { params, body: { purpose } }))
    await withSecondFactor(asked).then(show).catch(tellError)
    setBusy(false)
  }
  return (
    <Group gap="xs" align="flex-end">
      <Select
        label={orderWords.buyer.purpose}
        data={REVEAL_PURPOSES.map((value) => ({ value, label: orderWords.buyer.purposes[value] }))}
        value={purpose}
        onChange={(value) => value && setPurpose(value as RevealPurpose)}
        allowDeselect={false}
        w={170}
      />
      <Button variant="default" loading={busy} onClick={() => void reveal()}>
        {say.whole}
      </Button>
    </Group>
  )
}
