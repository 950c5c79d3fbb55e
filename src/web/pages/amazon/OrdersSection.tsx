import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { checkOrderSettings } from '#core/settings/check-settings.ts'
import type { OrderSettings } from '#core/settings/settings.ts'
import { answer, api } from '../../api.ts'
import { type Edit, Option, Section } from '../../parts/Section.tsx'
import { useSection } from '../../parts/use-section.ts'
import { amazonWords } from '../../words/amazon.ts'
import { byLine, faultsOf, linesOf, numberOf } from './form.ts'

const say = amazonWords.orders

type Form = Omit<OrderSettings, 'notBefore' | 'ignoredOrders' | 'ignoredItems' | 'sweepEveryMinutes'> & {
  readonly notBefore: string
  readonly ignoredOrders: string
  readonly ignoredItems: string
  readonly sweepEveryMinutes: string
}

const toForm = (from: OrderSettings): Form => ({
  ...from,
  notBefore: from.notBefore ?? '',
  ignoredOrders: from.ignoredOrders.join('\n'),
  ignoredItems: from.ignoredItems.join('\n'),
  sweepEveryMinutes: String(from.sweepEveryMinutes),
})

const fromForm = (form: Form) => ({
  ...form,
  notBefore: form.notBefore.trim() || null,
  ignoredOrders: linesOf(form.ignoredOrders),
  ignoredItems: linesOf(form.ignoredItems),
  sweepEveryMinutes: numberOf(form.sweepEveryMinutes),
})

/** The Orders section: which orders come in, and how (O2-O7, O14). */
export function OrdersSection() {
  const themes = useQuery({
    queryKey: ['settings', 'themes'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/themes', { signal })),
  })
  const codes = (themes.data?.rows ?? []).map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))
  const state = useSection<Form>({
    title: say.title,
    key: ['settings', 'orders'],
    read: async (signal) => toForm(await answer(api.GET('/api/v1/settings/orders', { signal }))),
    check: (form) => {
      // Themes are chosen from the merchant's own list; the server looks again.
      const checked = checkOrderSettings(fromForm(form), new Set(form.themeCode === null ? [] : [form.themeCode]))
      return byLine(faultsOf(checked), say.line)
    },
    save: (form) => answer(api.PUT('/api/v1/settings/orders', { body: fromForm(form) })),
  })
  return (
    <Section id="orders" history="orders" about={say.about} state={state}>
      {(edit) => (
        <>
          <Which edit={edit} />
          <Ticks edit={edit} fields={HOW} />
          <Option explain={say.themeCode.explain} example={say.themeCode.example}>
            <Select
              label={say.themeCode.label}
              placeholder={say.themeCode.none}
              data={codes}
              value={edit.form.themeCode}
              onChange={(themeCode) => edit.set({ themeCode })}
              error={edit.fault('themeCode')}
              clearable
            />
          </Option>
          <Option explain={say.sweepEveryMinutes.explain} example={say.sweepEveryMinutes.example}>
            <TextInput
              label={say.sweepEveryMinutes.label}
              inputMode="numeric"
              value={edit.form.sweepEveryMinutes}
              onChange={({ currentTarget }) => edit.set({ sweepEveryMinutes: currentTarget.value })}
              error={edit.fault('sweepEveryMinutes')}
              maw={240}
            />
          </Option>
          <Ticks edit={edit} fields={['sweepAdapts']} />
        </>
      )}
    </Section>
  )
}

function Which({ edit: { form, set, fault } }: { readonly edit: Edit<Form> }) {
  return (
    <>
      <Option explain={say.notBefore.explain} example={say.notBefore.example}>
        <TextInput
          type="date"
          label={say.notBefore.label}
          value={form.notBefore}
          onChange={({ currentTarget }) => set({ notBefore: currentTarget.value })}
          error={fault('notBefore')}
          maw={240}
        />
      </Option>
      {(['ignoredOrders', 'ignoredItems'] as const).map((field) => (
        <Option key={field} explain={say[field].explain} example={say[field].example}>
          <Textarea
            label={say[field].label}
            description={say[field].hint}
            value={form[field]}
            onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
            error={fault(field)}
            autosize
            minRows={2}
            maxRows={8}
            spellCheck={false}
          />
        </Option>
      ))}
    </>
  )
}

const HOW = ['asPurchaseOrders', 'asCompleted', 'importFba'] as const
type Ticked = (typeof HOW)[number] | 'sweepAdapts'

function Ticks({
  edit: { form, set, fault },
  fields,
}: {
  readonly edit: Edit<Form>
  readonly fields: readonly Ticked[]
}) {
  return fields.map((field) => (
    <Option key={field} explain={say[field].explain} example={say[field].example}>
      <Checkbox
        label={say[field].label}
        checked={form[field]}
        onChange={({ currentTarget }) => set({ [field]: currentTarget.checked })}
        error={fault(field)}
      />
    </Option>
  ))
}
