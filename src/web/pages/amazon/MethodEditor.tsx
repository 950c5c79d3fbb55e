import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemId } from '#core/ids.ts'
import { checkMethods, type EnteredMethod } from '#core/shipping/check-methods.ts'
import { Refused } from '../../api.ts'
import { tell } from '../../parts/told.tsx'
import { sentence } from '../../parts/use-section.ts'
import { amazonWords } from '../../words/amazon.ts'
import { words } from '../../words/en.ts'
import { faultsOf, numberOrNull } from './form.ts'
import type { Method } from './levels-form.ts'
import { saveMethods, zonesText } from './methods.ts'
import { useCurrency } from './use-status.ts'

const say = amazonWords.methods

type Edited = {
  readonly method: Method | null
  readonly others: readonly Method[]
  readonly methods: readonly Method[]
  close(): void
}

type Form = {
  readonly id: string
  readonly name: string
  readonly carrier: string
  readonly country: string
  readonly amount: string
  readonly maxGrams: string
  readonly poBox: boolean
  readonly military: boolean
  readonly enabled: boolean
}

const NEW: Form = {
  id: '',
  name: '',
  carrier: '',
  country: 'US',
  amount: '',
  maxGrams: '',
  poBox: false,
  military: false,
  enabled: true,
}

/** One country at one price: what the form can write whole. Others keep their zones. */
const isPlain = ({ zones }: Method): boolean => {
  const [zone] = zones
  if (zones.length !== 1 || zone?.rate.kind !== 'flat') return false
  return zone.states.length + zone.exceptStates.length + zone.postalCodes.length === 0
}

function toForm(method: Method): Form {
  const [zone] = method.zones
  return {
    ...method,
    country: zone?.country ?? '',
    amount: zone?.rate.kind === 'flat' ? zone.rate.amount.amount : '',
    maxGrams: method.maxGrams === null ? '' : String(method.maxGrams),
  }
}

const REST = { maxValue: null, maxPackages: null, packageGrams: null, excludedItems: [], onlyItems: [] }

function fromForm(form: Form, method: Method | null, currency: string): Method {
  const { country, amount, maxGrams, ...said } = form
  const zone = { country, states: [], exceptStates: [], postalCodes: [] }
  const rate = { kind: 'flat' as const, amount: { amount: amount.trim(), currency } }
  const zones = method && !isPlain(method) ? method.zones : [{ ...zone, rate }]
  return {
    ...REST,
    ...method,
    ...said,
    zones,
    maxGrams: numberOrNull(maxGrams),
  }
}

/** Makes or changes a shipping method; zones and stepped rates that this form cannot show stay as they are (O9). */
export function MethodEditor({ method, others, methods, close }: Edited) {
  const [form, setForm] = useState<Form>(method ? toForm(method) : NEW)
  const [tried, setTried] = useState(false)
  const currency = useCurrency()
  const entered = fromForm(form, method, currency)
  const wrong = useFaults(entered, others, currency)
  const saving = useMutation({
    mutationFn: () =>
      saveMethods(method ? methods.map((each) => (each === method ? entered : each)) : [...methods, entered]),
    onSuccess: () => {
      tell(say.saved(form.name))
      close()
    },
  })
  const set = (change: Partial<Form>) => {
    saving.reset()
    setForm({ ...form, ...change })
  }
  const shown = (field: string, value: string) => (tried || value !== '' ? (wrong[field] ?? null) : null)
  return (
    <Modal
      opened
      onClose={close}
      title={method ? say.editing(method.name) : say.adding}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (Object.keys(wrong).length === 0) saving.mutate()
        }}
      >
        <Stack gap="sm">
          <Fields form={form} set={set} shown={shown} isNew={method === null} />
          {method && !isPlain(method) ? (
            <Text size="sm" c="dimmed" className="example">
              {say.keepsZones(zonesText(method))}
            </Text>
          ) : (
            <Price form={form} set={set} shown={shown} currency={currency} />
          )}
          <Switches form={form} set={set} />
          {saving.error && (
            <Text size="sm" c="red" role="alert">
              {told(saving.error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {say.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

const told = (error: Error): string =>
  error instanceof Refused && error.fields[0] ? sentence(error.fields[0].why) : error.message

/** The server's own rules for the list, told of this method's fields. */
function useFaults(entered: Method, others: readonly Method[], currency: string): Readonly<Record<string, string>> {
  const list = [...others, entered] as unknown as readonly EnteredMethod[]
  const items = new Set<ItemId>(list.flatMap(({ excludedItems, onlyItems }) => [...excludedItems, ...onlyItems]))
  const all = faultsOf(checkMethods(list, { currency, items, used: new Set() }))
  const mine = `methods[${others.length}].`
  return Object.fromEntries(
    Object.entries(all).flatMap(([field, why]) => (field.startsWith(mine) ? [[field.slice(mine.length), why]] : [])),
  )
}

type Drawn = {
  readonly form: Form
  set(change: Partial<Form>): void
  shown(field: string, value: string): string | null
}

const Fields = ({ form, set, shown, isNew }: Drawn & { readonly isNew: boolean }) => (
  <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
    <TextInput
      label={say.name}
      description={say.nameHint}
      value={form.name}
      onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      error={shown('name', form.name)}
      data-autofocus
    />
    <TextInput
      label={say.id}
      description={say.idHint}
      value={form.id}
      disabled={!isNew}
      onChange={({ currentTarget }) => set({ id: currentTarget.value })}
      error={shown('id', form.id)}
    />
    <TextInput
      label={say.carrier}
      description={say.carrierHint}
      value={form.carrier}
      onChange={({ currentTarget }) => set({ carrier: currentTarget.value })}
      error={shown('carrier', form.carrier)}
    />
    <TextInput
      label={say.maxGrams}
      description={say.maxGramsHint}
      inputMode="numeric"
      value={form.maxGrams}
      onChange={({ currentTarget }) => set({ maxGrams: currentTarget.value })}
      error={shown('maxGrams', form.maxGrams)}
    />
  </SimpleGrid>
)

const Price = ({ form, set, shown, currency }: Drawn & { readonly currency: string }) => (
  <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
    <TextInput
      label={say.country}
      value={form.country}
      onChange={({ currentTarget }) => set({ country: currentTarget.value.toUpperCase() })}
      error={shown('zones[0].country', form.country)}
    />
    <TextInput
      label={say.amount(currency)}
      inputMode="decimal"
      value={form.amount}
      onChange={({ currentTarget }) => set({ amount: currentTarget.value })}
      error={shown('zones[0].rate.amount.amount', form.amount)}
    />
  </SimpleGrid>
)

const Switches = ({ form, set }: Pick<Drawn, 'form' | 'set'>) => (
  <Stack gap="xs">
    {(['poBox', 'military', 'enabled'] as const).map((field) => (
      <Checkbox
        key={field}
        label={say[field]}
        checked={form[field]}
        onChange={({ currentTarget }) => set({ [field]: currentTarget.checked })}
      />
    ))}
  </Stack>
)
