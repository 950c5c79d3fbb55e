import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { ERROR_KINDS, ERROR_PARTS, type ErrorKind, type ErrorPart, isOfPart } from '#core/error-log.ts'
import { api } from '../../api.ts'
import { countText } from '../../format.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { useFind } from '../../parts/use-find.ts'
import { errorWords } from '../../words/errors.ts'
import { useStatus } from '../amazon/use-status.ts'
import { groupQuery } from './error-api.ts'
import type { ErrorSearch } from './errors-search.ts'

const say = errorWords.filter

type Shown = {
  readonly search: ErrorSearch
  readonly waiting: Readonly<Partial<Record<ErrorKind, number>>>
  change(next: Partial<ErrorSearch>): void
}

/** Which part of what waits is shown: the kind with its count, a connection, an Amazon order id or SKU. */
export function ErrorFilters({ search, waiting, change }: Shown) {
  const status = useStatus()
  const connections = status.data?.connections ?? []
  const { typed, type } = useFind(search.text ?? '', (text) => change({ text: text || undefined }))
  const countOf = (part: ErrorPart | undefined) =>
    ERROR_KINDS.reduce((sum, kind) => sum + (isOfPart(kind, part ?? null) ? (waiting[kind] ?? 0) : 0), 0)
  /** Beside another filter the numbers would be another's, and before they came they are not known. */
  const uncounted =
    Object.keys(waiting).length === 0 ||
    [search.text, search.connection, search.code, search.cause].some((each) => each !== undefined)
  const shown = ERROR_PARTS.filter((part) => part === search.kind || (part !== 'going-up' && countOf(part) > 0))
  return (
    <Group gap="sm" justify="space-between" align="flex-end">
      <Group gap={6} role="group" aria-label={say.kinds}>
        {[undefined, ...shown].map((kind) => (
          <Button
            key={kind ?? 'all'}
            size="compact-sm"
            variant={search.kind === kind ? 'light' : 'default'}
            aria-pressed={search.kind === kind}
            onClick={() => change({ kind, code: undefined, cause: undefined })}
          >
            {errorWords.kinds[kind ?? 'all']}
            {!uncounted && (
              <Text span size="xs" c="dimmed" ml={6}>
                {countText(countOf(kind))}
              </Text>
            )}
          </Button>
        ))}
      </Group>
      <Group gap="xs" align="flex-end" className="finder">
        {(search.code !== undefined || search.cause !== undefined) && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => change({ code: undefined, cause: undefined })}
            title={say.narrowed}
          >
            {say.clear}
          </Button>
        )}
        {connections.length > 1 && (
          <Select
            aria-label={say.connection}
            placeholder={say.anyConnection}
            data={connections.map(({ id }) => id)}
            value={search.connection ?? null}
            clearable
            onChange={(value) => change({ connection: value ?? undefined })}
          />
        )}
        <TextInput
          aria-label={say.text}
          placeholder={say.text}
          value={typed}
          maxLength={200}
          w={220}
          onChange={({ currentTarget }) => type(currentTarget.value)}
        />
        <ExportButton
          name="error-log"
          ask={(as) => api.GET('/api/v1/error-log/groups', { ...as, params: { query: groupQuery(search) } })}
        />
      </Group>
    </Group>
  )
}
