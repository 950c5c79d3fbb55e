import { Select, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { WEIGHT_UNITS } from '#core/merchants/check-merchant.ts'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tell } from '../../parts/told.tsx'
import { deploymentWords } from '../../words/deployment.ts'

const say = deploymentWords.add
const MERCHANT = ['name', 'owner', 'currency'] as const
const PLACE = ['shipName', 'line1', 'city', 'state', 'postalCode', 'country'] as const
type Field = (typeof MERCHANT)[number] | (typeof PLACE)[number]
type Draft = Readonly<Record<Field | 'timeZone' | 'weightUnit', string>>

const EMPTY: Draft = {
  name: '',
  owner: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: 'USD',
  weightUnit: 'lb',
  shipName: '',
  line1: '',
  city: '',
  state: '',
  postalCode: '',
  country: 'US',
}

/** Browsers leave UTC out, and may know a zone by another name than their own. */
const ZONES = [...new Set([EMPTY.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()

const bodyOf = ({ name, owner, timeZone, currency, weightUnit, shipName, state, ...place }: Draft) => ({
  name: name.trim(),
  owner: owner.trim(),
  timeZone,
  currency: currency.trim(),
  weightUnit,
  shipFrom: { ...place, name: shipName.trim() || name.trim(), ...(state.trim() && { state: state.trim() }) },
})

/** Adds a merchant (M1); the server says what is wrong with it. */
export function AddMerchant({ added, close }: { added(): Promise<unknown>; close(): void }) {
  const [draft, setDraft] = useState(EMPTY)
  const run = async () => {
    await withSecondFactor(() => answer(api.POST('/api/v1/deployment/merchants', { body: bodyOf(draft) })))
    await added()
    tell(say.done(draft.name.trim()))
  }
  const field = (name: Field) => (
    <TextInput
      key={name}
      label={say[name]}
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  )
  const ready = draft.name.trim() !== '' && draft.owner.includes('@')
  return (
    <Ask title={say.open} does={say.does} disabled={!ready} run={run} close={close} size="lg">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {MERCHANT.map(field)}
        <Select
          label={say.weightUnit}
          data={[...WEIGHT_UNITS]}
          value={draft.weightUnit}
          allowDeselect={false}
          onChange={(weightUnit) => setDraft({ ...draft, weightUnit: weightUnit ?? draft.weightUnit })}
        />
        <Select
          label={say.timeZone}
          data={ZONES}
          value={draft.timeZone}
          searchable
          allowDeselect={false}
          onChange={(timeZone) => setDraft({ ...draft, timeZone: timeZone ?? draft.timeZone })}
        />
      </SimpleGrid>
      <Text size="sm" fw={600}>
        {say.shipFrom}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {PLACE.map(field)}
      </SimpleGrid>
    </Ask>
  )
}
