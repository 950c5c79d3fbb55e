import { Button, Checkbox, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { countText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { importWords } from '../../words/imports.ts'
import { changedCount, type Import } from './import-standing.ts'
import { importAt, importsChanged } from './imports-api.ts'

const say = importWords.deeds
/** Kinds whose columns nobody names by hand. */
const FIXED: readonly string[] = ['template', 'order-report', 'channel-orders']

type Shown = { readonly found: Import; readonly tellColumns: (() => void) | undefined }

/** Apply, give up, undo, or say anew what the columns are: what its state allows. */
export function ImportDeeds({ found, tellColumns }: Shown) {
  const may = useMay('items:write')
  const [asked, setAsked] = useState<'unlink' | 'undo' | null>(null)
  const apply = useMutation({ mutationFn: () => applyImport(found, false), onError: tellError })
  const drop = useMutation({ mutationFn: () => dropImport(found), onError: tellError })
  const { state, counts } = found
  const count = changedCount(found)
  const own = !FIXED.includes(found.kind ?? '') && tellColumns !== undefined
  const waits = state === 'previewed' || state === 'columns' || state === 'reading'
  // One that broke off may have applied a part.
  const done = state === 'applied' || (state === 'failed' && found.appliedAt !== null)
  // Orders of a report are taken back one by one, where they stand.
  const back = done && found.kind !== 'order-report' && (count > 0 || state === 'failed')
  const locked = { disabled: !may, title: may ? undefined : importWords.cannot }
  return (
    <>
      {state === 'previewed' && own && (
        <Button variant="default" {...locked} onClick={tellColumns}>
          {importWords.columns.change}
        </Button>
      )}
      {waits && (
        <Button variant="default" {...locked} loading={drop.isPending} onClick={() => drop.mutate()}>
          {say.drop}
        </Button>
      )}
      {state === 'previewed' && count > 0 && tellColumns && (
        <Button
          {...locked}
          loading={apply.isPending}
          onClick={() => (counts.unlinks > 0 ? setAsked('unlink') : apply.mutate())}
        >
          {say.apply(countText(count), count === 1)}
        </Button>
      )}
      {back && (
        <Button variant="default" {...locked} onClick={() => setAsked('undo')}>
          {say.undo}
        </Button>
      )}
      {asked === 'unlink' && <UnlinkDialog found={found} close={() => setAsked(null)} />}
      {asked === 'undo' && <UndoDialog found={found} close={() => setAsked(null)} />}
    </>
  )
}

async function applyImport(found: Import, confirmUnlink: boolean): Promise<void> {
  await answer(api.POST('/api/v1/imports/{import}/apply', { ...importAt(found.import), body: { confirmUnlink } }))
  await importsChanged()
  tell(say.started)
}

async function dropImport(found: Import): Promise<void> {
  await answer(api.POST('/api/v1/imports/{import}/drop', { ...importAt(found.import), body: {} }))
  await importsChanged()
  tell(say.dropped)
}

type Of = { readonly found: Import; close(): void }

/** Rows that take listings off their items are applied only when somebody says so (T3). */
function UnlinkDialog({ found, close }: Of) {
  const [unlinks, setUnlinks] = useState(false)
  const count = found.counts.unlinks
  return (
    <Ask
      title={say.applyTitle(found.fileName)}
      does={say.applyAndUnlink}
      danger
      disabled={!unlinks}
      run={() => applyImport(found, true)}
      close={close}
    >
      <Text size="sm">
        {say.unlinks(countText(count), count === 1)} {say.unlinkWhy}
      </Text>
      <Checkbox
        label={say.unlinkYes(countText(count), count === 1)}
        checked={unlinks}
        onChange={(event) => setUnlinks(event.currentTarget.checked)}
        data-autofocus
      />
    </Ask>
  )
}

/** Asks before what an import wrote is written back. */
function UndoDialog({ found, close }: Of) {
  const run = async () => {
    await answer(api.POST('/api/v1/imports/{import}/undo', { ...importAt(found.import), body: {} }))
    await importsChanged()
    tell(say.undoStarted)
  }
  return (
    <Ask title={say.undoTitle(found.fileName)} does={say.undoDoes} danger run={run} close={close}>
      <Text size="sm">{say.undoWhy}</Text>
    </Ask>
  )
}
