import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Empty } from '../../parts/Empty.tsx'
import { ListTable } from '../../parts/ListTable.tsx'
import { wholeList } from '../../parts/use-rows.ts'
import { auditWords as say } from '../../words/audit.ts'
import { ACT_COLUMNS } from './act-columns.tsx'
import type { Act } from './audit-api.ts'

/** At most so many rows come with a review. */
const MOST = 500

/** What people did since the last review, the newest first. */
export function ActList({ acts }: { readonly acts: readonly Act[] }) {
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Title order={2}>{say.acts}</Title>
        <Button variant="default" renderRoot={(props) => <Link to="/audit" search={{ tab: 'acts' }} {...props} />}>
          {say.search}
        </Button>
      </Group>
      <ListTable
        label={say.acts}
        columns={ACT_COLUMNS}
        list={wholeList(acts)}
        keyOf={({ row }) => row}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
      {acts.length >= MOST && (
        <Text size="xs" c="dimmed">
          {say.newest(acts.length)}
        </Text>
      )}
    </Stack>
  )
}
