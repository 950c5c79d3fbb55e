import { Badge, Group, Text, TextInput } from '@mantine/core'
import type { CenterCode } from '#core/ids.ts'
import { checkCenters } from '#core/inventory/check-stock.ts'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Section } from '../../parts/Section.tsx'
import { useSection } from '../../parts/use-section.ts'
import { amazonWords } from '../../words/amazon.ts'
import { faultsOf, numberOf } from './form.ts'

type Row = {
  readonly code: string
  readonly name: string
  readonly isDefault: boolean
  readonly buffer: string
  readonly shipFrom: components['schemas']['DistributionCenter']['shipFrom']
}
type Form = { readonly centers: readonly Row[] }
const say = amazonWords.buffers

const fromForm = ({ centers }: Form) =>
  centers.map(({ code, name, isDefault, buffer, shipFrom }) => ({
    code: code as CenterCode,
    name,
    isDefault,
    inventoryBuffer: numberOf(buffer),
    ...(shipFrom && { shipFrom: { ...shipFrom, state: shipFrom.state ?? '' } }),
  }))

async function read(signal: AbortSignal): Promise<Form> {
  const { rows } = await answer(api.GET('/api/v1/distribution-centers', { signal }))
  return {
    centers: rows.map(({ code, name, isDefault, inventoryBuffer, shipFrom }) => ({
      code,
      name,
      isDefault,
      shipFrom,
      buffer: String(inventoryBuffer),
    })),
  }
}

/** The inventory buffer of each distribution center (I2). */
export function BuffersSection() {
  const state = useSection<Form>({
    title: say.title,
    key: ['settings', 'buffers'],
    read,
    check: (form) => faultsOf(checkCenters(fromForm(form), [])),
    save: (form) => answer(api.PUT('/api/v1/distribution-centers', { body: { centers: fromForm(form) } })),
  })
  return (
    <Section id="buffers" history="centers" about={say.about} state={state}>
      {({ form, set, fault }) =>
        form.centers.length === 0 ? (
          <Empty title={say.title} why={say.none} />
        ) : (
          <div className="option">
            <div>
              {form.centers.map((row, at) => (
                <TextInput
                  key={row.code}
                  mb="xs"
                  maw={240}
                  label={<Label row={row} />}
                  inputMode="numeric"
                  value={row.buffer}
                  onChange={({ currentTarget: { value: buffer } }) =>
                    set({ centers: form.centers.map((each) => (each === row ? { ...each, buffer } : each)) })
                  }
                  error={fault(`centers[${at}].inventoryBuffer`)}
                />
              ))}
            </div>
            <div>
              <Text size="sm" c="dimmed">
                {say.explain}
              </Text>
              <Text size="sm" c="dimmed" className="example">
                {say.example(form.centers[0]?.name ?? '', numberOf(form.centers[0]?.buffer ?? '') || 0)}
              </Text>
            </div>
          </div>
        )
      }
    </Section>
  )
}

const Label = ({ row }: { readonly row: Row }) => (
  <Group gap={6} component="span">
    {row.name}
    {row.isDefault && (
      <Badge variant="default" size="xs" radius="sm" tt="none" fw={500} component="span">
        {say.main}
      </Badge>
    )}
  </Group>
)
