import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '../../session.ts'
import { byFilesWords } from '../../words/by-files.ts'
import { connectionWords } from '../../words/connections.ts'
import type { Connection } from './use-connections.ts'

const ByFilesDialog = lazy(async () => ({ default: (await import('./ByFilesDialog.tsx')).ByFilesDialog }))
const ClearConnection = lazy(async () => ({ default: (await import('./ClearConnection.tsx')).ClearConnection }))

const say = byFilesWords

/** What can be done with a seller who works by files: bring a report, sell elsewhere, connect by the API, end it (H1). */
export function ByFilesButtons({ connection, renew }: { readonly connection: Connection; renew(): void }) {
  const [dialog, setDialog] = useState<'places' | 'clear' | null>(null)
  const may = useMay('settings:write')
  const close = () => setDialog(null)
  return (
    <>
      <Group gap="xs">
        <Button renderRoot={(props) => <Link to="/submissions" search={{ tab: 'files' }} {...props} />}>
          {say.bringReport}
        </Button>
        {may && (
          <>
            <Button variant="default" onClick={() => setDialog('places')}>
              {say.change}
            </Button>
            <Button variant="default" onClick={renew}>
              {say.connect}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setDialog('clear')}>
              {connectionWords.clear}
            </Button>
          </>
        )}
      </Group>
      <Suspense>
        {dialog === 'places' && <ByFilesDialog changed={connection} close={close} />}
        {dialog === 'clear' && <ClearConnection connection={connection} close={close} />}
      </Suspense>
    </>
  )
}
