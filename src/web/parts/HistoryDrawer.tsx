import { Skeleton, Stack, Text } from '@mantine/core'
import type { ChangedSection } from '#core/settings/settings-change.ts'
import { answer, api } from '../api.ts'
import { timeText } from '../format.ts'
import { words } from '../words/en.ts'
import { historyWords as say } from '../words/history.ts'
import { SidePanel } from './Dialog.tsx'
import { Empty } from './Empty.tsx'
import { Failed } from './Failed.tsx'
import { historyLines, type Saving } from './history-lines.ts'
import { MoreButton } from './MoreButton.tsx'
import { usePages } from './use-pages.ts'

type Shown = { readonly section: ChangedSection; readonly title: string; close(): void }

/** Who changed what of a section, the newest first (U6). */
export function HistoryDrawer({ section, title, close }: Shown) {
  const list = usePages(['settings', 'history', section], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/settings/history', {
        signal,
        params: { query: { section, limit: 30, ...(after && { after }) } },
      }),
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <SidePanel onClose={close} size="md" title={say.title(title)}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {say.about}
        </Text>
        {list.isPending && <Skeleton height={160} aria-label={words.loading} />}
        {list.error && !list.data && <Failed error={list.error} again={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <Empty title={say.none} why={say.noneWhy} />}
        {rows.length > 0 && (
          <ol className="history">
            {rows.map((row) => (
              <Row key={row.change} row={row} />
            ))}
          </ol>
        )}
        <MoreButton list={list} />
      </Stack>
    </SidePanel>
  )
}

const Row = ({ row }: { readonly row: Saving }) => (
  <li className="saving">
    <Text size="xs" c="dimmed">
      {timeText(row.at)} · {whoText(row)}
    </Text>
    {historyLines(row).map(({ text, more }) => (
      <div key={text}>
        <Text size="sm" className="breaks">
          {text}
        </Text>
        {more.length > 0 && (
          <Text size="xs" c="dimmed" className="breaks">
            {more.join(' · ')}
          </Text>
        )}
      </div>
    ))}
  </li>
)

/** A person by address and door; a key or the command line says by its name which door it was. */
const whoText = ({ who, way }: Saving): string => (way === 'console' ? say.inConsole(who) : who)
