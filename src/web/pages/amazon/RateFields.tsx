import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Option } from '../../parts/Section.tsx'
import { methodEditorWords as say } from '../../words/method-editor.ts'
import type { Shown } from './method-form.ts'
import { EMPTY_STEP, RATE_KINDS, type RateForm, type RateKind, type StepForm, type SteppedKind } from './rate-form.ts'

type Priced = {
  readonly rate: RateForm
  /** Where it stands in the method, as `zones[0].rate`. */
  readonly at: string
  readonly currency: string
  readonly shown: Shown
  set(change: Partial<RateForm>): void
}

const KINDS = RATE_KINDS.map((value) => ({ value, label: say.rates[value].label }))

/** The price of a zone: its kind, and the fields of that kind (O9). */
export const RateFields = (priced: Priced) => {
  const { rate, set } = priced
  const { explain, example } = say.rates[rate.kind]
  return (
    <Option explain={explain} example={example}>
      <Stack gap="xs">
        <Select
          label={say.rate}
          data={KINDS}
          value={rate.kind}
          onChange={(kind) => kind && set({ kind: kind as RateKind })}
          allowDeselect={false}
        />
        {rate.kind === 'by-weight' || rate.kind === 'by-subtotal' ? (
          <Steps {...priced} kind={rate.kind} />
        ) : (
          <Amounts {...priced} />
        )}
      </Stack>
    </Option>
  )
}

type Field = 'amount' | 'percent' | 'minimum' | 'maximum' | 'first' | 'further'
const FIELDS: Readonly<Record<Exclude<RateKind, SteppedKind>, readonly Field[]>> = {
  flat: ['amount'],
  percentage: ['percent', 'minimum', 'maximum'],
  'per-item': ['first', 'further'],
}

function Amounts({ rate, at, currency, shown, set }: Priced) {
  if (rate.kind === 'by-weight' || rate.kind === 'by-subtotal') return null
  return FIELDS[rate.kind].map((field) => (
    <TextInput
      key={field}
      label={field === 'percent' ? say.percent : say[field](currency)}
      placeholder={field === 'minimum' || field === 'maximum' ? say.noBound : undefined}
      inputMode="decimal"
      value={rate[field]}
      error={shown(`${at}.${field}`, rate[field])}
      onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
    />
  ))
}

function Steps({ rate, at, currency, shown, set, kind }: Priced & { readonly kind: SteppedKind }) {
  const steps = rate.steps[kind]
  const limit = kind === 'by-weight' ? 'upToGrams' : 'upTo'
  const names = { upTo: kind === 'by-weight' ? say.upToGrams : say.upToValue(currency), amount: say.amount(currency) }
  const put = (next: readonly StepForm[]) => set({ steps: { ...rate.steps, [kind]: next } })
  const field = (name: keyof StepForm, place: number, step: StepForm) => (
    <TextInput
      className="grows"
      aria-label={say.step(names[name], place + 1)}
      label={place === 0 ? names[name] : undefined}
      inputMode={name === 'upTo' && kind === 'by-weight' ? 'numeric' : 'decimal'}
      value={step[name]}
      error={shown(`${at}.steps[${place}].${name === 'upTo' ? limit : name}`, step[name])}
      onChange={({ currentTarget }) =>
        put(steps.map((each, index) => (index === place ? { ...each, [name]: currentTarget.value } : each)))
      }
    />
  )
  return (
    <Stack gap={6}>
      {steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their place only
        <Group key={place} gap="xs" align="flex-start" wrap="nowrap">
          {field('upTo', place, step)}
          {field('amount', place, step)}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            mt={place === 0 ? 20 : 0}
            disabled={steps.length === 1}
            {...(steps.length === 1 && { bg: 'transparent' })}
            aria-label={say.removeStep(place + 1)}
            onClick={() => put(steps.filter((_, index) => index !== place))}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </Group>
      ))}
      <Button variant="subtle" w="fit-content" onClick={() => put([...steps, EMPTY_STEP])}>
        {say.addStep}
      </Button>
    </Stack>
  )
}
