import { SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { STOCK_REASONS, type StockReason } from '#core/inventory/shelf-move.ts'
import { answer, api } from '../../api.ts'
import { countText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell } from '../../parts/told.tsx'
import { STOCK_REASON_WORDS } from '../../words/items.ts'
import { stockWords } from '../../words/stock.ts'
import {
  CHANGE_KINDS,
  type ChangeForm,
  type ChangeKind,
  type Checked,
  changeOf,
  checkChange,
  USUAL_REASON,
} from './change-form.ts'
import { type Center, type Shelved, shelfIn, stockChanged } from './stock-api.ts'

const say = stockWords.change

type Asked = {
  readonly item: Shelved
  readonly center: Center
  readonly centers: readonly Center[]
  close(): void
}

/** Changes what lies of an item in a center: adjusted, moved, received, counted, or when more comes (O20, I5). */
export function ChangeStock({ item, center, centers, close }: Asked) {
  const shelf = shelfIn(item, center.code)
  const of = { item, center: center.code, centers }
  const other = centers.find(({ code }) => code !== center.code)?.code ?? null
  const [form, setForm] = useState<ChangeForm>({
    kind: 'adjustment',
    number: '',
    to: other,
    reason: 'correction',
    reference: '',
    day: shelf.restockOn ?? '',
  })
  const set = (change: Partial<ChangeForm>) => setForm({ ...form, ...change })
  const checked = checkChange(form, of)
  const kinds = CHANGE_KINDS.filter((kind) => kind !== 'transfer' || other !== null)
  return (
    <Ask
      title={say.title(item.itemId, center.name)}
      does={say.save[form.kind]}
      disabled={checked.after === null}
      run={() => send(form, of)}
      close={close}
    >
      <Text size="sm" c="dimmed">
        {say.lies(countText(shelf.onHand), countText(shelf.allocated), countText(shelf.onHand - shelf.allocated))}
      </Text>
      <SegmentedControl
        aria-label={say.what}
        size="xs"
        data={kinds.map((value) => ({ value, label: say.kinds[value] }))}
        value={form.kind}
        onChange={(kind) => set(kindChange(kind as ChangeKind))}
      />
      <Fields form={form} set={set} checked={checked} centers={centers.filter(({ code }) => code !== center.code)} />
      <Text size="sm" c="dimmed" aria-live="polite" mih={20}>
        {afterText(checked, centers)}
      </Text>
    </Ask>
  )
}

const kindChange = (kind: ChangeKind): Partial<ChangeForm> =>
  kind === 'restock' ? { kind } : { kind, reason: USUAL_REASON[kind] }

function afterText({ after }: Checked, centers: readonly Center[]): string {
  const [here, there] = after ?? []
  if (!here) return ''
  if (!there) return say.after(countText(here.onHand))
  const name = centers.find(({ code }) => code === there.center)?.name ?? there.center
  return say.afterBoth(countText(here.onHand), name, countText(there.onHand))
}

type Edited = {
  readonly form: ChangeForm
  set(change: Partial<ChangeForm>): void
  readonly checked: Checked
  readonly centers: readonly Center[]
}

function Fields({ form, set, checked: { faults }, centers }: Edited) {
  if (form.kind === 'restock')
    return (
      <TextInput
        type="date"
        label={say.on}
        description={say.onHint}
        value={form.day}
        error={faults.day}
        onChange={(event) => set({ day: event.currentTarget.value })}
      />
    )
  return (
    <Stack gap="sm">
      <TextInput
        key={form.kind}
        label={form.kind === 'adjustment' ? say.by : form.kind === 'count' ? say.counted : say.quantity}
        inputMode="numeric"
        value={form.number}
        error={faults.number}
        onChange={(event) => set({ number: event.currentTarget.value })}
        autoComplete="off"
        data-autofocus
      />
      {form.kind === 'transfer' && (
        <Select
          label={say.to}
          data={centers.map(({ code, name }) => ({ value: code, label: name }))}
          value={form.to}
          error={faults.to}
          allowDeselect={false}
          onChange={(to) => set({ to })}
        />
      )}
      <Select
        label={say.reason}
        data={STOCK_REASONS.map((value) => ({ value, label: STOCK_REASON_WORDS[value] }))}
        value={form.reason}
        allowDeselect={false}
        onChange={(reason) => set({ reason: reason as StockReason })}
      />
      <TextInput
        label={say.reference}
        placeholder={say.referenceHint}
        value={form.reference}
        error={faults.reference}
        maxLength={100}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
    </Stack>
  )
}

const PATHS = {
  adjustment: ['/api/v1/stock/adjustments', 'adjustments'],
  transfer: ['/api/v1/stock/transfers', 'transfers'],
  receipt: ['/api/v1/stock/receipts', 'receipts'],
  count: ['/api/v1/stock/counts', 'counts'],
} as const

/** Sends it: all of it happens, or nothing and the server's sentence. */
async function send(form: ChangeForm, of: { item: Shelved; center: string; centers: readonly Center[] }) {
  const { kind } = form
  if (kind === 'restock') {
    const restock = [{ itemId: of.item.itemId, center: of.center, on: form.day === '' ? null : form.day }]
    await answer(api.PUT('/api/v1/stock/restock-days', { body: { restock } }))
  } else {
    const [path, name] = PATHS[kind]
    const { kind: _, ...change } = changeOf({ ...form, kind }, of)
    await answer(api.POST(path, { body: { [name]: [change] } as never }))
  }
  await stockChanged()
  tell(kind === 'restock' ? say.doneDay : say.done)
}
