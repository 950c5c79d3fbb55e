import { Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { actWords, DEPLOYMENT_ACTS } from '#core/audit/acts.ts'
import { answer, api } from '../../api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { auditWords } from '../../words/audit.ts'
import { deploymentWords as say } from '../../words/deployment.ts'
import { ACT_COLUMNS } from '../audit/act-columns.tsx'
import type { ListedAct } from '../audit/audit-api.ts'

const route = getRouteApi('/deployment')
const CHOICES = Object.keys(DEPLOYMENT_ACTS).map((value) => ({ value, label: actWords(value) }))

/** The deployment's own audit: people, keys, connections, merchants; no order and no buyer (U6, M2). */
export function DeploymentAudit() {
  const { act, from, to } = route.useSearch()
  const navigate = route.useNavigate()
  const set = (filter: 'act' | 'from' | 'to', value: string | null) =>
    void navigate({ search: { tab: 'audit', act, from, to, [filter]: value || undefined } as object, replace: true })
  const list = usePages<ListedAct>(['deployment', 'acts', { act, from, to }], ({ after, signal }) =>
    answer(api.GET('/api/v1/deployment/acts', { signal, params: { query: { act, from, to, after } } })),
  )
  return (
    <Stack gap="sm">
      <Group gap="xs" align="flex-end" className="finder">
        <Select
          label={auditWords.filters.act}
          placeholder={auditWords.filters.all}
          data={CHOICES}
          value={act ?? null}
          onChange={(next) => set('act', next)}
          clearable
          searchable
          w={260}
        />
        {[['from', from] as const, ['to', to] as const].map(([name, value]) => (
          <TextInput
            key={name}
            type="date"
            label={auditWords.filters[name]}
            value={value ?? ''}
            onChange={(event) => set(name, event.currentTarget.value)}
            w={150}
          />
        ))}
        <ExportButton
          name="deployment-audit"
          ask={(as) => api.GET('/api/v1/deployment/acts', { ...as, params: { query: { act, from, to } } })}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {say.auditAbout}
      </Text>
      <ListTable<ListedAct>
        label={say.tabs.audit}
        columns={ACT_COLUMNS}
        list={list}
        keyOf={({ row }) => row}
        empty={
          act || from || to ? (
            <Empty title={auditWords.noneFound} why={auditWords.noneFoundWhy} />
          ) : (
            <Empty title={auditWords.noActs} why={say.auditAbout} />
          )
        }
      />
    </Stack>
  )
}
