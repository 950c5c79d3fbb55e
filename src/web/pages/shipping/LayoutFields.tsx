import { ActionIcon, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { ADDRESS_FIELDS, type AddressField, DELIMITERS, ENCODINGS, type FileLayout } from '#core/pii/file-layout.ts'
import { shippingWords } from '../../words/shipping.ts'

const say = shippingWords.export

type Shown = { readonly layout: FileLayout; set(layout: FileLayout): void }

/** The columns of a file in their order, each with its heading, and how the file is written. */
export function LayoutFields({ layout, set }: Shown) {
  const { columns } = layout
  const change = (next: FileLayout['columns']) => set({ ...layout, columns: next })
  const left = ADDRESS_FIELDS.filter((field) => !columns.some((column) => column.field === field))
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        {say.columns}
      </Text>
      <Stack gap={6} className="columns">
        {columns.map((column, at) => (
          <Column
            key={column.field}
            column={column}
            first={at === 0}
            last={at === columns.length - 1}
            rename={(heading) => change(columns.with(at, { ...column, heading }))}
            move={(by) => change(moved(columns, at, by))}
            remove={() => change(columns.toSpliced(at, 1))}
          />
        ))}
      </Stack>
      <Group gap="sm" align="flex-end">
        {left.length > 0 && (
          <Select
            aria-label={say.add}
            placeholder={say.add}
            data={left.map((field) => ({ value: field, label: say.fields[field] }))}
            value={null}
            onChange={(field) => field && change([...columns, added(field as AddressField)])}
            searchable
            w={210}
          />
        )}
        <Select
          label={say.delimiter}
          data={DELIMITERS.map((value) => ({ value, label: say.delimiters[value] }))}
          value={layout.delimiter}
          onChange={(value) => value && set({ ...layout, delimiter: value as FileLayout['delimiter'] })}
          allowDeselect={false}
          w={150}
        />
        <Select
          label={say.encoding}
          data={ENCODINGS.map((value) => ({ value, label: say.encodings[value] }))}
          value={layout.encoding}
          onChange={(value) => value && set({ ...layout, encoding: value as FileLayout['encoding'] })}
          allowDeselect={false}
          w={220}
        />
      </Group>
    </Stack>
  )
}

const added = (field: AddressField) => ({ field, heading: say.fields[field] })

const moved = (columns: FileLayout['columns'], at: number, by: 1 | -1): FileLayout['columns'] => {
  const column = columns[at]
  return column ? columns.toSpliced(at, 1).toSpliced(at + by, 0, column) : columns
}

type OneColumn = {
  readonly column: FileLayout['columns'][number]
  readonly first: boolean
  readonly last: boolean
  rename(heading: string): void
  move(by: 1 | -1): void
  remove(): void
}

function Column({ column, first, last, rename, move, remove }: OneColumn) {
  const name = say.fields[column.field]
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm" className="field">
        {name}
      </Text>
      <TextInput
        size="xs"
        flex={1}
        aria-label={say.heading(name)}
        value={column.heading}
        maxLength={100}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      <ActionIcon variant="subtle" disabled={first} aria-label={say.up(name)} onClick={() => move(-1)}>
        <IconArrowUp size={15} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon variant="subtle" disabled={last} aria-label={say.down(name)} onClick={() => move(1)}>
        <IconArrowDown size={15} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon variant="subtle" color="red" aria-label={say.remove(name)} onClick={remove}>
        <IconX size={15} aria-hidden="true" />
      </ActionIcon>
    </Group>
  )
}
