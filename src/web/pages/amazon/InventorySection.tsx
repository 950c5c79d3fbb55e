import { Anchor, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { checkInventorySettings } from '#core/settings/inventory-settings.ts'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { type Edit, Option, Section } from '../../parts/Section.tsx'
import { useSection } from '../../parts/use-section.ts'
import { amazonWords } from '../../words/amazon.ts'
import { words } from '../../words/en.ts'
import { faultsOf, numberOf, numberOrNull } from './form.ts'

type Reply = components['schemas']['InventorySettingsReply']
type Form = {
  readonly completeHourly: boolean
  readonly includePrice: boolean
  readonly leadTime: string
  readonly always: boolean
  readonly untracked: string
  readonly productType: string
  readonly notices: Reply['priceNotices']
}
const say = amazonWords.inventory
const DAY = 24 * 60

const toForm = (from: Reply): Form => ({
  completeHourly: from.completeHourly,
  includePrice: from.includePrice,
  leadTime: from.defaultLeadTimeMinutes === null ? '' : String(from.defaultLeadTimeMinutes),
  always: from.untracked === 'always',
  untracked: from.untracked === 'always' ? '1000' : String(from.untracked),
  productType: from.unconfiguredProductType ?? '',
  notices: from.priceNotices,
})

const fromForm = (form: Form) => ({
  completeHourly: form.completeHourly,
  includePrice: form.includePrice,
  defaultLeadTimeMinutes: numberOrNull(form.leadTime),
  untracked: form.always ? ('always' as const) : numberOf(form.untracked),
  unconfiguredProductType: form.productType.trim() || null,
})

/** The Inventory section: what Amazon is told of stock and prices (I1, I3-I6, I13). */
export function InventorySection() {
  const state = useSection<Form>({
    title: say.title,
    key: ['settings', 'inventory'],
    read: async (signal) => toForm(await answer(api.GET('/api/v1/settings/inventory', { signal }))),
    check: (form) => faultsOf(checkInventorySettings(fromForm(form))),
    save: (form) => answer(api.PUT('/api/v1/settings/inventory', { body: fromForm(form) })),
  })
  return (
    <Section id="inventory" history="inventory" about={say.about} state={state}>
      {(edit) => (
        <>
          <Files edit={edit} />
          <Untracked edit={edit} />
          <Lead edit={edit} />
          <Option explain={say.productType.explain} example={say.productType.example}>
            <TextInput
              label={say.productType.label}
              placeholder={say.productType.hint}
              value={edit.form.productType}
              onChange={({ currentTarget }) => edit.set({ productType: currentTarget.value })}
              error={edit.fault('unconfiguredProductType')}
              spellCheck={false}
            />
          </Option>
        </>
      )}
    </Section>
  )
}

function Files({ edit: { form, set, fault } }: { readonly edit: Edit<Form> }) {
  return (
    <>
      <Option explain={say.completeHourly.explain} example={say.completeHourly.example}>
        <Checkbox
          label={say.completeHourly.label}
          checked={form.completeHourly}
          onChange={({ currentTarget }) => set({ completeHourly: currentTarget.checked })}
          error={fault('completeHourly')}
        />
      </Option>
      <div className="option">
        <Checkbox
          label={say.includePrice.label}
          checked={form.includePrice}
          onChange={({ currentTarget }) => set({ includePrice: currentTarget.checked })}
          error={fault('includePrice')}
        />
        <div>
          <Text size="sm" c="dimmed">
            {say.includePrice.explain}
          </Text>
          <Text size="sm" c="dimmed" className="example">
            {words.section.example(say.includePrice.example)}
          </Text>
          {form.notices.length > 0 && <Notices notices={form.notices} />}
        </div>
      </div>
    </>
  )
}

const Notices = ({ notices }: { readonly notices: Form['notices'] }) => (
  <Stack gap={4} className="example">
    <Text size="sm" fw={600}>
      {say.notices}
    </Text>
    {notices.map((notice) => (
      <Text key={notice.country} size="sm" c="dimmed">
        {notice.country}: {notice.text} <Source source={notice.source} /> ({say.asOf(notice.asOf)})
      </Text>
    ))}
  </Stack>
)

const Source = ({ source }: { readonly source: string }) =>
  source.startsWith('https://') ? (
    <Anchor size="sm" href={source} target="_blank" rel="noreferrer" underline="always">
      {new URL(source).hostname}
    </Anchor>
  ) : (
    source
  )

function Untracked({ edit: { form, set, fault } }: { readonly edit: Edit<Form> }) {
  return (
    <Option explain={say.untracked.explain} example={say.untracked.example}>
      <Radio.Group
        label={say.untracked.label}
        value={form.always ? 'always' : 'number'}
        onChange={(value) => set({ always: value === 'always' })}
      >
        <Group gap="lg" mt={6} align="center">
          <Radio value="number" label={say.untracked.number} />
          <Radio value="always" label={say.untracked.always} />
        </Group>
      </Radio.Group>
      {!form.always && (
        <TextInput
          mt="xs"
          aria-label={say.untracked.quantity}
          inputMode="numeric"
          value={form.untracked}
          onChange={({ currentTarget }) => set({ untracked: currentTarget.value })}
          error={fault('untracked')}
          maw={240}
        />
      )}
    </Option>
  )
}

function Lead({ edit: { form, set, fault } }: { readonly edit: Edit<Form> }) {
  const minutes = numberOrNull(form.leadTime)
  const known = minutes !== null && Number.isFinite(minutes)
  return (
    <Option
      explain={say.leadTime.explain}
      example={known ? say.leadTime.example(Math.ceil(minutes / DAY)) : say.leadTime.none}
    >
      <TextInput
        label={say.leadTime.label}
        placeholder={say.leadTime.hint}
        inputMode="numeric"
        value={form.leadTime}
        onChange={({ currentTarget }) => set({ leadTime: currentTarget.value })}
        error={fault('defaultLeadTimeMinutes')}
        maw={240}
      />
    </Option>
  )
}
