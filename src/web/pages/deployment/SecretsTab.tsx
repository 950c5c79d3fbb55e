import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import { dateText, dayText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { wholeList } from '../../parts/use-rows.ts'
import { secretsWords as say } from '../../words/deployment.ts'
import { words } from '../../words/en.ts'

type Secrets = components['schemas']['DeploymentSecrets']
type Application = Secrets['applications'][number]
type MasterKey = Secrets['masterKeys'][number]

const APPLICATIONS: readonly Column<Application>[] = [
  { head: say.columns.region, cell: ({ region }) => say.regions[region] ?? region },
  { head: say.columns.slot, cell: ({ slot }) => say.slots[slot] },
  { head: say.columns.kept, cell: ({ fromEnvironment }) => (fromEnvironment ? say.environment : say.sealed) },
  { head: say.columns.added, cell: ({ addedAt }) => dayText(addedAt) },
  { head: say.columns.lapses, cell: ({ lapsesOn }) => (lapsesOn ? dateText(lapsesOn) : say.unknown) },
  { head: say.columns.proven, cell: ({ slot, provenAt }) => provenText(slot, provenAt) },
]
const KEYS: readonly Column<MasterKey>[] = [
  { head: say.columns.key, cell: ({ key }) => key },
  { head: say.columns.state, cell: ({ state }) => say.states[state] },
  { head: say.columns.made, cell: ({ madeAt }) => dayText(madeAt) },
  { head: say.columns.destroyed, cell: ({ destroyedAt }) => dayText(destroyedAt) },
]

const provenText = (slot: Application['slot'], provenAt: string | null): string => {
  if (provenAt !== null) return dayText(provenAt)
  return slot === 'next' ? say.notProven : '–'
}

/** Secrets of Amazon's applications and master keys, by their dates; they are changed at the command line, where no browser sees them (C5, D18). */
export function SecretsTab() {
  const secrets = useQuery({
    queryKey: ['deployment', 'secrets'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/deployment/secrets', { signal })),
  })
  if (secrets.error) return <Failed error={secrets.error} again={() => void secrets.refetch()} />
  if (!secrets.data) return <Skeleton height={320} aria-label={words.loading} />
  const { applications, masterKeys } = secrets.data
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        <Title order={2}>{say.applications}</Title>
        <Text size="sm" c="dimmed">
          {say.applicationsAbout}
        </Text>
        <ListTable
          label={say.applications}
          columns={APPLICATIONS}
          list={wholeList(applications)}
          keyOf={({ region, slot }) => `${region} ${slot}`}
          empty={<Empty title={say.none} why={say.noneWhy} />}
        />
      </Stack>
      <Stack gap={6}>
        <Title order={2}>{say.masterKeys}</Title>
        <Text size="sm" c="dimmed">
          {say.masterKeysAbout}
        </Text>
        <ListTable
          label={say.masterKeys}
          columns={KEYS}
          list={wholeList(masterKeys)}
          keyOf={({ key }) => key}
          empty={<Empty title={say.noKeys} why={say.noKeysWhy} />}
        />
      </Stack>
    </Stack>
  )
}
