import { Badge, Button, Group, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Dot } from '../../parts/Dot.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { HistoryButton } from '../../parts/HistoryButton.tsx'
import { tell } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { amazonWords } from '../../words/amazon.ts'
import { words } from '../../words/en.ts'
import type { Method } from './levels-form.ts'
import { limitsText, type SavedMethods, saveMethods, zonesText } from './methods.ts'

/** Fetched when a method is opened. */
const MethodEditor = lazy(async () => ({ default: (await import('./MethodEditor.tsx')).MethodEditor }))

const say = amazonWords.methods

/** The merchant's shipping methods, from which the tables choose (O9). */
export function MethodsSection() {
  const [open, setOpen] = useState<Method | 'new' | null>(null)
  const [gone, setGone] = useState<Method | null>(null)
  const list = useQuery({
    queryKey: ['settings', 'methods'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shipping-methods', { signal })),
  })
  const may = useMay('settings:write')
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />
  const methods = list.data?.rows ?? []
  return (
    <section className="card section" id="methods" aria-labelledby="methods-title">
      <header>
        <Group justify="space-between" align="flex-start" gap="xs">
          <div className="says">
            <Title order={2} id="methods-title">
              {say.title}
            </Title>
            <Text size="sm" c="dimmed">
              {say.about}
            </Text>
          </div>
          <Group gap="xs" flex="none">
            <HistoryButton section="methods" title={say.title} />
            <Button
              variant="default"
              disabled={!may}
              title={may ? undefined : words.section.readOnly}
              onClick={() => setOpen('new')}
            >
              {say.add}
            </Button>
          </Group>
        </Group>
      </header>
      {list.isSuccess && methods.length === 0 && <Empty title={say.title} why={say.none} />}
      {methods.length > 0 && <MethodList methods={methods} may={may} edit={setOpen} remove={setGone} />}
      {open && list.data && (
        <Suspense>
          <MethodEditor method={open === 'new' ? null : open} list={list.data} close={() => setOpen(null)} />
        </Suspense>
      )}
      {gone && list.data && (
        <Ask
          title={say.removeTitle(gone.name)}
          does={say.remove}
          danger
          close={() => setGone(null)}
          run={() => removeMethod(gone, list.data)}
        >
          <Text size="sm">{say.removeAbout}</Text>
        </Ask>
      )}
    </section>
  )
}

async function removeMethod(gone: Method, list: SavedMethods): Promise<void> {
  const left = list.rows.filter(({ id }) => id !== gone.id)
  await saveMethods(left, list)
  tell(say.removed(gone.name))
}

type Listed = {
  readonly methods: readonly Method[]
  readonly may: boolean
  edit(method: Method): void
  remove(method: Method): void
}

const MethodList = ({ methods, may, edit, remove }: Listed) => (
  <section className="list stacks" aria-label={say.title} tabIndex={0}>
    <Table horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          {[say.name, say.carrier, say.rate, say.limits].map((head) => (
            <Table.Th key={head}>{head}</Table.Th>
          ))}
          <Table.Td w={1} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {methods.map((method) => (
          <Table.Tr key={method.id}>
            <Table.Td>
              <Group gap={8}>
                <Text size="sm" fw={600}>
                  {method.name}
                </Text>
                {!method.enabled && (
                  <Badge variant="default" size="sm" radius="sm" tt="none" leftSection={<Dot color="gray" />}>
                    {amazonWords.levels.disabled}
                  </Badge>
                )}
              </Group>
              <Text size="xs" c="dimmed">
                {method.id}
              </Text>
            </Table.Td>
            <Table.Td data-head={say.carrier}>{method.carrier}</Table.Td>
            <Table.Td data-head={say.rate}>{zonesText(method)}</Table.Td>
            <Table.Td data-head={say.limits} className="wraps" miw={180}>
              {limitsText(method)}
            </Table.Td>
            <Table.Td>
              {may && (
                <Group gap={4} wrap="nowrap" justify="flex-end">
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-label={say.editing(method.name)}
                    onClick={() => edit(method)}
                  >
                    {say.edit}
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    color="gray"
                    aria-label={`${say.remove}: ${method.name}`}
                    onClick={() => remove(method)}
                  >
                    {say.remove}
                  </Button>
                </Group>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </section>
)
