import { Alert, Select, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { tabGroups } from '#core/catalog/amazon-tab.ts'
import type { Definition } from '#core/catalog/product-type.ts'
import { answer, api } from '../../../api.ts'
import { Option, Section } from '../../../parts/Section.tsx'
import { type FieldFaults, useSection } from '../../../parts/use-section.ts'
import { words } from '../../../words/en.ts'
import { itemsWords } from '../../../words/items.ts'
import { AttributeGroups } from './AttributeGroups.tsx'
import { TypePicker } from './TypePicker.tsx'
import { faultsByPath, issuesByField, readTab, saveTab, type TabForm, type Verdict } from './tab-api.ts'
import { VerdictPanel } from './VerdictPanel.tsx'

const say = itemsWords.amazon

/** The Amazon tab in one marketplace: a form made from the product type's definition (T1). */
export function TabSection({
  item,
  place,
  name,
}: {
  readonly item: string
  readonly place: string
  readonly name: string
}) {
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const state = useSection<TabForm>({
    title: say.title(name),
    key: ['item', item, 'tab', place],
    read: (signal) => readTab(item, place, signal),
    check: ({ productType }): FieldFaults => (productType === '' ? { productType: say.typeFirst } : {}),
    own: ({ told: _, ...typed }) => typed,
    save: (form) => {
      setVerdict(null)
      return saveTab(item, place, form)
    },
  })
  const isSaved = state.form?.told !== null && !state.dirty
  return (
    <>
      <Section id="amazon-tab" needs="items:write" about={say.about} state={state}>
        {({ form, set, fault }) => (
          <>
            <Option explain={say.typeExplain}>
              <TypePicker
                item={item}
                place={place}
                value={form.productType}
                error={fault('productType')}
                choose={(productType) => set({ productType })}
              />
              <Select
                label={say.requirements}
                mt="xs"
                maw={420}
                data={[
                  { value: 'LISTING', label: say.whole },
                  { value: 'LISTING_OFFER_ONLY', label: say.offerOnly },
                ]}
                value={form.requirements}
                allowDeselect={false}
                onChange={(next) => set({ requirements: next as TabForm['requirements'] })}
              />
            </Option>
            {form.told?.problem && (
              <Alert color="orange" m="md" p="xs">
                <Text size="sm">{form.told.problem.sentence}</Text>
              </Alert>
            )}
            {form.productType !== '' && <Fields form={form} place={place} verdict={verdict} set={set} />}
          </>
        )}
      </Section>
      <VerdictPanel
        item={item}
        place={place}
        isSaved={isSaved}
        faults={state.form?.told?.faults.length ?? 0}
        submission={state.form?.told?.submission ?? null}
        verdict={verdict}
        judged={setVerdict}
      />
    </>
  )
}

type FieldsShown = {
  readonly form: TabForm
  readonly place: string
  readonly verdict: Verdict | null
  set(change: Partial<TabForm>): void
}

function Fields({ form, place, verdict, set }: FieldsShown) {
  const { productType, requirements } = form
  const found = useQuery({
    queryKey: ['product-type', place, productType, requirements],
    staleTime: 600_000,
    retry: false,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/product-types/{productType}', {
          signal,
          params: { path: { productType }, query: { marketplaceId: place, requirements } },
        }),
      ),
  })
  const faults = useMemo(() => faultsByPath(form), [form])
  const issues = useMemo(() => issuesByField(verdict), [verdict])
  const groups = useMemo(() => {
    if (!found.data) return []
    const definition = { ...found.data, locale: 'DEFAULT' } as Definition
    // A condition asks for more than the definition says at its top: what the check missed is required too.
    const missing = (form.told?.faults ?? []).filter(({ path }) => !path.includes('/'))
    const asked = missing.map(({ path, problem }) => ({
      attribute: path,
      path,
      problem: { code: problem.code, facts: {} },
    }))
    return tabGroups(definition, { attributes: {}, faults: asked as never })
  }, [found.data, form.told])
  if (found.error)
    return (
      <Alert color="red" m="md" p="xs">
        <Text size="sm">{found.error.message}</Text>
      </Alert>
    )
  if (!found.data) return <Skeleton height={280} m="md" w="auto" aria-label={words.loading} />
  return (
    <AttributeGroups
      schema={found.data.schema}
      groups={groups}
      attributes={form.attributes}
      told={{ faults, issues }}
      change={(attributes) => set({ attributes })}
    />
  )
}
