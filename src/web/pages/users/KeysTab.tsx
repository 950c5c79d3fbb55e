import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { knownSort } from '#core/sorting.ts'
import { answer, api } from '../../api.ts'
import { dayText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Dot } from '../../parts/Dot.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { type SortBy, sortedList } from '../../parts/sort-rows.ts'
import { tell } from '../../parts/told.tsx'
import { useRows } from '../../parts/use-rows.ts'
import { useMay } from '../../session.ts'
import { keysWords as say } from '../../words/keys.ts'
import { usersWords } from '../../words/users.ts'
import { KeyDialog } from './KeyDialog.tsx'
import { peopleChanged } from './users-api.ts'
import { KEY_SORT_KEYS, type UsersSearch } from './users-search.ts'

const route = getRouteApi('/users')
type Key = components['schemas']['ApiKey']
const COLORS = { good: 'teal', stale: 'yellow', expired: 'gray', revoked: 'gray' } as const

/** Keys of programs: what each can do, who answers for it, and its end (D9). */
export function KeysTab() {
  const keys = useRows<Key>(['people', 'keys'], (signal) => answer(api.GET('/api/v1/keys', { signal })))
  const search: UsersSearch = route.useSearch()
  const navigate = route.useNavigate()
  const sort = knownSort(KEY_SORT_KEYS, search.sort)
  const may = useMay('users:write')
  const [makes, setMakes] = useState(false)
  const [revoked, setRevoked] = useState<Key | null>(null)
  const revoke = async ({ keyId }: Key) => {
    await answer(api.DELETE('/api/v1/keys/{keyId}', { params: { path: { keyId } } }))
    await peopleChanged()
    tell(say.revoked)
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed" maw={640}>
          {say.about}
        </Text>
        <Group gap="xs" justify="flex-end">
          <ExportButton name="keys" ask={(as) => api.GET('/api/v1/keys', as)} />
          <Button onClick={() => setMakes(true)} disabled={!may} title={may ? undefined : usersWords.cannot} miw={110}>
            {say.add}
          </Button>
        </Group>
      </Group>
      <ListTable
        label={usersWords.tabs.keys}
        columns={columnsFor(may, setRevoked)}
        list={sortedList(keys, sort, SORT_BY)}
        sorting={{ sort: sort ?? '', go: (next) => void navigate({ search: { ...search, sort: next as never } }) }}
        keyOf={(key) => key.keyId}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {makes && <KeyDialog close={() => setMakes(false)} />}
      {revoked && (
        <Ask
          title={say.revokeTitle(revoked.name)}
          does={say.revoke}
          danger
          run={() => revoke(revoked)}
          close={() => setRevoked(null)}
        >
          <Text size="sm">{say.revokeWhy}</Text>
        </Ask>
      )}
    </Stack>
  )
}

const STATES: readonly Key['state'][] = ['good', 'stale', 'expired', 'revoked']
const SORT_BY: SortBy<Key, (typeof KEY_SORT_KEYS)[number]> = {
  name: ({ name }) => name,
  owner: ({ owner }) => owner ?? say.operator,
  used: ({ lastUsedAt }) => (lastUsedAt === null ? null : Date.parse(lastUsedAt)),
  ends: ({ expiresAt }) => (expiresAt === null ? null : Date.parse(expiresAt)),
  state: ({ state }) => STATES.indexOf(state),
}

const columnsFor = (may: boolean, revoke: (key: Key) => void): readonly Column<Key>[] => [
  { head: say.columns.name, sort: 'name', cell: (key) => <Program shown={key} /> },
  { head: say.columns.scopes, wraps: true, cell: ({ scopes }) => scopes.join(', ') },
  { head: say.columns.owner, sort: 'owner', cell: ({ owner }) => owner ?? say.operator },
  { head: say.columns.used, sort: '-used', cell: ({ lastUsedAt }) => (lastUsedAt ? timeText(lastUsedAt) : say.never) },
  { head: say.columns.ends, sort: 'ends', cell: ({ expiresAt }) => dayText(expiresAt) },
  {
    head: say.columns.state,
    sort: 'state',
    cell: ({ state }) => (
      <Badge variant="default" size="sm" radius="sm" tt="none" leftSection={<Dot color={COLORS[state]} />}>
        {say.states[state]}
      </Badge>
    ),
  },
  {
    head: say.columns.act,
    narrow: true,
    cell: (key) =>
      (key.state === 'good' || key.state === 'stale') && (
        <Button variant="subtle" color="red" size="compact-xs" disabled={!may} onClick={() => revoke(key)}>
          {say.revoke}
        </Button>
      ),
  },
]

const Program = ({ shown: { name, purpose, networks } }: { readonly shown: Key }) => (
  <div>
    <Text size="sm" fw={600}>
      {name}
    </Text>
    <Text size="xs" c="dimmed">
      {[purpose, networks.length > 0 && say.from(networks.join(', '))].filter(Boolean).join(' · ')}
    </Text>
  </div>
)
