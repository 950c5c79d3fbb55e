import { Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportKind } from '#core/spreadsheet/import.ts'
import { answer, api } from '../../api.ts'
import { tell } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { importWords } from '../../words/imports.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { type Chosen, chosenOf, faultsOfColumns, namedKinds } from './column-choice.ts'
import type { Import } from './import-standing.ts'
import { importAt, importsChanged } from './imports-api.ts'

const say = importWords.columns

/** A person says what a file is and what each column holds; it is remembered for the same headings (T5). */
export function ColumnsStep({ found, close }: { readonly found: Import; close(): void }) {
  const may = useMay('items:write')
  const [kind, setKind] = useState(found.kind)
  const [chosen, setChosen] = useState<Chosen>(() => chosenOf(found.columns, found.kind, false))
  const turnTo = (next: ImportKind) => {
    setKind(next)
    setChosen(chosenOf(found.columns, next, next !== found.kind))
  }
  const faults = faultsOfColumns(kind, chosen)
  const save = useMutation({
    mutationFn: async () => {
      if (kind === null) return
      const fields = found.columns.map(({ column }) => ({ column, field: chosen[column] ?? null }))
      await answer(api.PUT('/api/v1/imports/{import}/columns', { ...importAt(found.import), body: { kind, fields } }))
      await importsChanged()
      tell(say.changed)
      close()
    },
  })
  return (
    <section className="card rows" aria-labelledby="columns-title">
      <Title order={2} id="columns-title">
        {say.title}
      </Title>
      <Text size="sm" c="dimmed" maw={760}>
        {found.remembered ? say.remembered : say.about}
      </Text>
      <Select
        label={say.kind}
        placeholder={say.kindChoose}
        data={namedKinds().map((value) => ({ value, label: importWords.kinds[value] }))}
        value={kind}
        allowDeselect={false}
        disabled={!may}
        onChange={(next) => next && turnTo(next as ImportKind)}
        w={260}
        maw="100%"
      />
      <ColumnTable columns={found.columns} kind={may ? kind : null} chosen={chosen} choose={setChosen} />
      <Stack gap={2} role="status">
        {faults.map((fault) => (
          <Text key={fault} size="sm" c={kind === null ? 'dimmed' : 'red'}>
            {fault}
          </Text>
        ))}
        {save.error && (
          <Text size="sm" c="red" role="alert">
            {save.error.message}
          </Text>
        )}
      </Stack>
      <Group justify="flex-end" gap="xs">
        {found.state === 'previewed' && (
          <Button variant="default" onClick={close}>
            {say.keep}
          </Button>
        )}
        <Button
          disabled={!may || faults.length > 0}
          title={may ? undefined : importWords.cannot}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {say.read}
        </Button>
      </Group>
    </section>
  )
}
