import { Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { answer, api, queries } from '../../api.ts'
import { Deeds } from '../../parts/Deeds.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ListTable } from '../../parts/ListTable.tsx'
import { tell } from '../../parts/told.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { connectionWords } from '../../words/connections.ts'
import { words } from '../../words/en.ts'
import { DRY_RUN_COLUMNS } from './dry-run-columns.tsx'
import { type Connection, pathOf } from './use-connections.ts'

const say = connectionWords.sending

type Asked = {
  readonly connection: Connection
  /** What is to be switched on by somebody who has seen it; null: only looked at. */
  readonly switchOn: 'stock' | 'price' | null
  close(): void
}

/** What would go up now, old beside new; the way to a switch leads through it (I14). */
export function DryRunDialog({ connection, switchOn, close }: Asked) {
  const { path } = pathOf(connection).params
  const list = usePages(['dry-run', connection.id], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/connections/{connectionId}/sending/dry-run', {
        signal,
        params: { path, query: { after, limit: 50 } },
      }),
    ),
  )
  const act = useMutation({
    mutationFn: async (field: 'stock' | 'price') => {
      const body = { [field]: true, dryRunSeen: true }
      await answer(api.PUT('/api/v1/connections/{connectionId}/sending', { params: { path }, body }))
      await queries.invalidateQueries({ queryKey: ['sending'] })
      tell(say.switchedOn(say[field]))
    },
    onSuccess: close,
  })
  return (
    <Dialog onClose={close} title={say.dryTitle} size={980}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say.dryAbout}
        </Text>
        <ListTable
          label={say.dryRun}
          columns={DRY_RUN_COLUMNS}
          list={list}
          keyOf={(row) => `${row.sellerSku} ${row.field} ${row.marketplaceId ?? ''}`}
          empty={<Empty title={say.none} why={say.noneWhy} />}
        />
        <Deeds error={act.error?.message}>
          <Button variant="default" onClick={close}>
            {switchOn === null ? words.close : words.cancel}
          </Button>
          {switchOn && (
            <Button disabled={!list.data} loading={act.isPending} onClick={() => act.mutate(switchOn)}>
              {say.switchOn(say[switchOn])}
            </Button>
          )}
        </Deeds>
      </Stack>
    </Dialog>
  )
}
