import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { HistoryButton } from '../../parts/HistoryButton.tsx'
import { useMay } from '../../session.ts'
import { byFilesWords } from '../../words/by-files.ts'
import { connectionWords } from '../../words/connections.ts'
import { words } from '../../words/en.ts'
import { ConnectionCard } from './ConnectionCard.tsx'
import { type Connection, useConnections } from './use-connections.ts'

const ByFilesDialog = lazy(async () => ({ default: (await import('./ByFilesDialog.tsx')).ByFilesDialog }))
const ConnectDialog = lazy(async () => ({ default: (await import('./ConnectDialog.tsx')).ConnectDialog }))

const say = connectionWords

/** Credentials: each connection with its state and dates, and the ways to a new one (C1-C6). */
export function ConnectionsSection() {
  const [open, setOpen] = useState<Connection | 'new' | 'files' | null>(null)
  const list = useConnections()
  const may = useMay('settings:write')
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />
  const connections = list.data ?? []
  const add = (
    <Button
      variant={connections.length === 0 ? 'filled' : 'default'}
      disabled={!may}
      flex="none"
      title={may ? undefined : words.section.readOnly}
      onClick={() => setOpen('new')}
    >
      {connections.length === 0 ? say.connect : say.connectAgain}
    </Button>
  )
  return (
    <section className="card section" id="credentials" aria-labelledby="credentials-title">
      <header>
        <Group justify="space-between" align="flex-start" gap="xs">
          <div className="says">
            <Title order={2} id="credentials-title">
              {say.title}
            </Title>
            <Text size="sm" c="dimmed" maw={640}>
              {say.about}
            </Text>
          </div>
          {connections.length > 0 && (
            <Group gap="xs" flex="none">
              <HistoryButton section="importing" title={say.title} />
              {add}
            </Group>
          )}
        </Group>
      </header>
      {list.isPending && <Skeleton height={160} m="md" w="auto" aria-label={words.loading} />}
      {list.isSuccess && connections.length === 0 && (
        <Empty title={say.none} why={say.noneWhy}>
          <Group gap="xs" justify="center">
            {add}
            <Button variant="default" disabled={!may} onClick={() => setOpen('files')}>
              {byFilesWords.choose}
            </Button>
          </Group>
        </Empty>
      )}
      {connections.map((connection) => (
        <ConnectionCard key={connection.id} connection={connection} renew={() => setOpen(connection)} />
      ))}
      <Suspense>
        {open === 'files' && <ByFilesDialog changed={null} close={() => setOpen(null)} />}
        {open && open !== 'files' && (
          <ConnectDialog
            renewed={open === 'new' ? null : open}
            close={() => setOpen(null)}
            byFiles={() => setOpen('files')}
          />
        )}
      </Suspense>
    </section>
  )
}
