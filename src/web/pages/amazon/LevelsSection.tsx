import { Checkbox, Group, Select, SimpleGrid, Table, Text, TextInput, Title } from '@mantine/core'
import { answer, api } from '../../api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { type Edit, Section } from '../../parts/Section.tsx'
import { useSection } from '../../parts/use-section.ts'
import { amazonWords } from '../../words/amazon.ts'
import { LevelsPreview } from './LevelsPreview.tsx'
import {
  checkLevels,
  FURTHER_LEVELS,
  LEVELS,
  type Level,
  type LevelRow,
  type LevelsForm,
  PROPOSED,
  readLevels,
  rowsSent,
  sentLevels,
} from './levels-form.ts'

const say = amazonWords.levels

/** The four service-level tables, what the further levels become, and a preview by the very rule of the import (O9, O10). */
export function LevelsSection() {
  const state = useSection<LevelsForm>({
    title: say.title,
    key: ['settings', 'levels'],
    read: readLevels,
    check: checkLevels,
    own: sentLevels,
    save: (form) => answer(api.PUT('/api/v1/settings/shipping', { body: sentLevels(form) })),
  })
  return (
    <Section id="levels" history="shipping" about={say.about} state={state}>
      {(edit) =>
        edit.form.methods.length === 0 ? (
          <Empty title={amazonWords.methods.title} why={say.noMethods} />
        ) : (
          <>
            <div className="section-body">
              <Text size="sm" c="dimmed" className="example" mb="md" maw={720}>
                {say.rule}
              </Text>
              <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" verticalSpacing="lg">
                {LEVELS.map((level) => (
                  <LevelTable key={level} level={level} edit={edit} />
                ))}
              </SimpleGrid>
            </div>
            <Further edit={edit} />
            <LevelsPreview form={edit.form} />
          </>
        )
      }
    </Section>
  )
}

type OfLevel = { readonly level: Level; readonly edit: Edit<LevelsForm> }

function LevelTable({ level, edit: { form, set, fault } }: OfLevel) {
  const rows = form.levels[level]
  const sent = rowsSent(rows)
  const [name, amazons] = say.levels[level]
  const missing = fault(`levels.${level}`)
  const change = (row: LevelRow, part: Partial<LevelRow>) =>
    set({
      levels: { ...form.levels, [level]: rows.map((each) => (each === row ? { ...each, ...part } : each)) },
    })
  return (
    <div>
      <Group gap={8} mb={4} align="baseline">
        <Title order={3}>{name}</Title>
        <Text size="xs" c="dimmed">
          {say.amazons(amazons)}
        </Text>
      </Group>
      <Table verticalSpacing={4} className="level">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={48}>{say.valid}</Table.Th>
            <Table.Th>{say.method}</Table.Th>
            <Table.Th w={92}>{say.priority}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <LevelLine
              key={row.methodId}
              row={row}
              level={name}
              form={form}
              fault={fault(`levels.${level}[${sent.indexOf(row)}].priority`)}
              change={(part) => change(row, part)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {missing && (
        <Text size="xs" c="red" role="alert" mt={4}>
          {missing}
        </Text>
      )}
    </div>
  )
}

type Line = {
  readonly row: LevelRow
  readonly level: string
  readonly form: LevelsForm
  readonly fault: string | null
  change(part: Partial<LevelRow>): void
}

function LevelLine({ row, level, form, fault, change }: Line) {
  const method = form.methods.find(({ id }) => id === row.methodId)
  const name = method?.name ?? row.methodId
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={say.validFor(name, level)}
          checked={row.valid}
          onChange={({ currentTarget }) => change({ valid: currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <Text size="sm" c={row.valid ? undefined : 'dimmed'}>
          {name}
          {method && !method.enabled && ` (${say.disabled})`}
        </Text>
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={say.priorityFor(name, level)}
          inputMode="numeric"
          value={row.priority}
          placeholder="–"
          onChange={({ currentTarget }) => change({ priority: currentTarget.value })}
          error={fault}
        />
      </Table.Td>
    </Table.Tr>
  )
}

function Further({ edit: { form, set, fault } }: { readonly edit: Edit<LevelsForm> }) {
  const name = (level: Level) => say.levels[level][0].replace(' Shipping', '')
  const choices = [
    { value: 'hold', label: say.hold },
    ...LEVELS.map((level) => ({ value: level, label: say.byTable(name(level)) })),
  ]
  return (
    <div className="option">
      <div>
        <Title order={3} mb="xs">
          {say.furtherTitle}
        </Title>
        {FURTHER_LEVELS.map((level) => (
          <Select
            key={level}
            mb="xs"
            label={say.further[level]}
            description={form.further[level] === 'hold' ? say.proposed(name(PROPOSED[level])) : undefined}
            data={choices}
            value={form.further[level]}
            onChange={(value) => value && set({ further: { ...form.further, [level]: value as Level | 'hold' } })}
            error={fault(`further.${level}`)}
            allowDeselect={false}
          />
        ))}
      </div>
      <div>
        <Text size="sm" c="dimmed">
          {say.furtherExplain}
        </Text>
        <Text size="sm" c="dimmed" className="example">
          {say.furtherExample}
        </Text>
      </div>
    </div>
  )
}
