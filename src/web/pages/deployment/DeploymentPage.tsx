import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { countText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { useRows } from '../../parts/use-rows.ts'
import { deploymentWords as say } from '../../words/deployment.ts'
import { AddMerchant } from './AddMerchant.tsx'

type Merchant = components['schemas']['OperatedMerchant']
const reload = () => queries.invalidateQueries({ queryKey: ['deployment'] })

const COUNTS = [
  ['users', say.columns.users],
  ['held', say.columns.held],
  ['waitingForPeople', say.columns.waiting],
  ['problems', say.columns.problems],
  ['failingWork', say.columns.failing],
  ['unsentMails', say.columns.mails],
] as const

async function turn({ merchantId, name }: Merchant, to: 'suspend' | 'resume'): Promise<void> {
  const params = { path: { merchantId } }
  await withSecondFactor(() =>
    answer(
      to === 'suspend'
        ? api.POST('/api/v1/deployment/merchants/{merchantId}/suspend', { params })
        : api.POST('/api/v1/deployment/merchants/{merchantId}/resume', { params }),
    ),
  )
  await reload()
  tell((to === 'suspend' ? say.suspendedNow : say.resumed)(name))
}

/** The operator's page: merchants come, rest and go on; of their work only counts are seen (M2). */
export function DeploymentPage() {
  const list = useRows<Merchant>(['deployment'], (signal) =>
    answer(api.GET('/api/v1/deployment/merchants', { signal })),
  )
  const [adds, setAdds] = useState(false)
  const [rests, setRests] = useState<Merchant | null>(null)
  return (
    <Stack gap="md">
      <PageTitle title={say.title} about={say.about}>
        <Button onClick={() => setAdds(true)}>{say.add.open}</Button>
      </PageTitle>
      <ListTable
        label={say.title}
        columns={columnsFor(setRests)}
        list={list}
        keyOf={({ merchantId }) => merchantId}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {adds && <AddMerchant added={reload} close={() => setAdds(false)} />}
      {rests && (
        <Ask
          title={say.suspendTitle(rests.name)}
          does={say.suspend}
          danger
          run={() => turn(rests, 'suspend')}
          close={() => setRests(null)}
        >
          <Text size="sm">{say.suspendWhy}</Text>
        </Ask>
      )}
    </Stack>
  )
}

const columnsFor = (suspend: (merchant: Merchant) => void): readonly Column<Merchant>[] => [
  { head: say.columns.merchant, cell: (merchant) => <Named merchant={merchant} /> },
  ...COUNTS.map(([name, head]) => ({
    head,
    number: true,
    cell: (merchant: Merchant) => (
      <Text span inherit c={merchant[name] === 0 ? 'dimmed' : undefined}>
        {countText(merchant[name])}
      </Text>
    ),
  })),
  {
    head: say.columns.act,
    narrow: true,
    cell: (merchant) =>
      merchant.suspendedAt ? (
        <Button variant="subtle" size="compact-xs" onClick={() => void turn(merchant, 'resume').catch(tellError)}>
          {say.resume}
        </Button>
      ) : (
        <Button variant="subtle" color="red" size="compact-xs" onClick={() => suspend(merchant)}>
          {say.suspend}
        </Button>
      ),
  },
]

const Named = ({ merchant: { name, merchantId, owner, suspendedAt } }: { readonly merchant: Merchant }) => (
  <div>
    <Group gap={6} wrap="nowrap">
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="sm" c="dimmed">
        {merchantId}
      </Text>
      {suspendedAt && (
        <Badge size="xs" color="gray" variant="outline" radius="sm" tt="none">
          {say.suspended}
        </Badge>
      )}
    </Group>
    <Text size="xs" c="dimmed">
      {owner}
    </Text>
  </div>
)
