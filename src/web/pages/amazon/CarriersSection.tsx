import { ActionIcon, Button, Select, SimpleGrid, Table, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { AMAZON_CARRIERS } from '#core/shipments/amazon-carriers.ts'
import { checkCarriers } from '#core/shipments/check-carriers.ts'
import { answer, api } from '../../api.ts'
import { type Edit, Section } from '../../parts/Section.tsx'
import { useSection } from '../../parts/use-section.ts'
import { amazonWords } from '../../words/amazon.ts'
import { words } from '../../words/en.ts'
import { faultsOf } from './form.ts'

type Row = { readonly carrier: string; readonly amazonCode: string; readonly amazonName: string }
type Form = { readonly carriers: readonly Row[] }
const say = amazonWords.carriers
const NEW: Row = { carrier: '', amazonCode: 'Other', amazonName: '' }
const CODES = [...new Set(AMAZON_CARRIERS)]

const fromForm = ({ carriers }: Form) =>
  carriers.map(({ carrier, amazonCode, amazonName }) => ({
    carrier,
    amazonCode,
    amazonName: amazonCode === 'Other' ? amazonName.trim() || null : null,
  }))

/** What Amazon calls the merchant's carriers (S3). */
export function CarriersSection() {
  const state = useSection<Form>({
    title: say.title,
    key: ['settings', 'carriers'],
    read: async (signal) => {
      const { carriers } = await answer(api.GET('/api/v1/carriers', { signal }))
      return { carriers: carriers.map((row) => ({ ...row, amazonName: row.amazonName ?? '' })) }
    },
    check: (form) => faultsOf(checkCarriers(fromForm(form))),
    save: (form) => answer(api.PUT('/api/v1/carriers', { body: { carriers: fromForm(form) } })),
  })
  return (
    <Section id="carriers" history="carriers" about={say.about} state={state}>
      {(edit) => (
        <div className="section-body">
          <Explained />
          {edit.form.carriers.length === 0 ? (
            <Text size="sm" c="dimmed">
              {say.none}
            </Text>
          ) : (
            <Rows edit={edit} />
          )}
          <Button mt="sm" variant="default" onClick={() => edit.set({ carriers: [...edit.form.carriers, NEW] })}>
            {say.add}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** What each column means. */
const Explained = () => (
  <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg" mb="md">
    {[say.own, say.code, say.name].map(({ label, explain, example }) => (
      <div key={label}>
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Text size="sm" c="dimmed">
          {explain}
        </Text>
        <Text size="sm" c="dimmed" className="example">
          {words.section.example(example)}
        </Text>
      </div>
    ))}
  </SimpleGrid>
)

function Rows({ edit: { form, set, fault } }: { readonly edit: Edit<Form> }) {
  const change = (at: number, part: Partial<Row>) =>
    set({ carriers: form.carriers.map((row, each) => (each === at ? { ...row, ...part } : row)) })
  return (
    <div className="stacks typed">
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.own.label}</Table.Th>
            <Table.Th>{say.code.label}</Table.Th>
            <Table.Th>{say.name.label}</Table.Th>
            <Table.Td w={1} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {form.carriers.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed.
            <Table.Tr key={at} style={{ verticalAlign: 'top' }}>
              <Table.Td>
                <TextInput
                  aria-label={say.own.label}
                  value={row.carrier}
                  onChange={({ currentTarget }) => change(at, { carrier: currentTarget.value })}
                  error={fault(`carriers[${at}].carrier`)}
                />
              </Table.Td>
              <Table.Td data-head={say.code.label}>
                <Select
                  aria-label={say.code.label}
                  data={CODES}
                  value={row.amazonCode}
                  onChange={(amazonCode) => amazonCode && change(at, { amazonCode })}
                  error={fault(`carriers[${at}].amazonCode`)}
                  searchable
                  limit={60}
                />
              </Table.Td>
              <Table.Td data-head={row.amazonCode === 'Other' ? say.name.label : undefined}>
                {row.amazonCode === 'Other' && (
                  <TextInput
                    aria-label={say.name.label}
                    value={row.amazonName}
                    onChange={({ currentTarget }) => change(at, { amazonName: currentTarget.value })}
                    error={fault(`carriers[${at}].amazonName`)}
                  />
                )}
              </Table.Td>
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={30}
                  aria-label={say.remove(row.carrier)}
                  onClick={() => set({ carriers: form.carriers.filter((_, each) => each !== at) })}
                >
                  <IconX size={16} aria-hidden="true" />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
