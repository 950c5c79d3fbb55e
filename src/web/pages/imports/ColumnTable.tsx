import { Select, Text } from '@mantine/core'
import type { ImportKind } from '#core/spreadsheet/import.ts'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { wholeList } from '../../parts/use-rows.ts'
import { importWords } from '../../words/imports.ts'
import { aboutField, type Chosen, choicesOf } from './column-choice.ts'
import type { Import } from './import-standing.ts'

const say = importWords.columns
type FileColumn = Import['columns'][number]

type Shown = {
  readonly columns: readonly FileColumn[]
  /** Null: nothing can be chosen. */
  readonly kind: ImportKind | null
  readonly chosen: Chosen
  choose(chosen: Chosen): void
}

/** Each column with its heading, its first cells and what it holds. */
export const ColumnTable = ({ columns, ...shown }: Shown) => (
  <ListTable
    label={say.title}
    columns={columnsFor(shown)}
    list={wholeList(columns)}
    keyOf={({ column }) => column}
    empty={null}
  />
)

const columnsFor = ({ kind, chosen, choose }: Omit<Shown, 'columns'>): readonly Column<FileColumn>[] => [
  { head: say.column, narrow: true, cell: ({ letter }) => letter },
  {
    head: say.heading,
    wraps: true,
    cell: ({ header }) =>
      header || (
        <Text size="sm" c="dimmed">
          {say.noHeading}
        </Text>
      ),
  },
  { head: say.samples, wraps: true, cell: ({ samples }) => <Samples samples={samples} /> },
  {
    head: say.field,
    narrow: true,
    cell: ({ column, letter, header }) => (
      <Select
        aria-label={say.fieldOf(header || letter)}
        placeholder={say.skip}
        description={aboutField(kind, chosen[column])}
        inputWrapperOrder={['input', 'description']}
        data={choicesOf(kind)}
        value={kind === null ? null : (chosen[column] ?? null)}
        disabled={kind === null}
        clearable
        searchable
        nothingFoundMessage={say.noField}
        renderOption={({ option }) => (
          <div>
            <Text size="sm">{option.label}</Text>
            <Text size="xs" c="dimmed">
              {aboutField(kind, option.value)}
            </Text>
          </div>
        )}
        w={260}
        className="holds"
        onChange={(field) => choose({ ...chosen, [column]: field })}
      />
    ),
  },
]

const Samples = ({ samples }: { readonly samples: readonly string[] }) => {
  const some = samples.filter((sample) => sample !== '')
  if (some.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {say.noSamples}
      </Text>
    )
  return some.map((sample, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two samples may be the same, and none moves
    <Text key={at} size="sm" c="dimmed" lineClamp={1} className="breaks">
      {sample}
    </Text>
  ))
}
