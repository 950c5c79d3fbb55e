import { Alert, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Deeds } from '../../parts/Deeds.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { saveFile } from '../../save-file.ts'
import { shippingWords } from '../../words/shipping.ts'
import { FileRows } from './FileRows.tsx'
import { countsOf, enterFile, isReady, type ReadFile, readFile, resultsFile } from './tracking-file.ts'

const say = shippingWords.file

/** The carrier's file read back: looked at first, then entered, with a result for each row (S2). */
export function TrackingFile({ close }: { close(): void }) {
  const [done, setDone] = useState(0)
  const read = useMutation({ mutationFn: readFile, onMutate: () => enter.reset() })
  const enter = useMutation({ mutationFn: (file: ReadFile) => enterFile(file.packages, setDone) })
  return (
    <Dialog onClose={close} title={say.title} size="xl">
      <Stack gap="md">
        {!read.data && (
          <Text size="sm" c="dimmed">
            {say.about}
          </Text>
        )}
        <Choose again={read.data !== undefined} loading={read.isPending} choose={(file) => read.mutate(file)} />
        {(read.error ?? enter.error) && (
          <Alert color="red" variant="light" role="alert">
            {(read.error ?? enter.error)?.message}
          </Alert>
        )}
        {read.data && (
          <Found
            file={read.data}
            ends={enter.data}
            done={enter.isPending ? done : null}
            enter={() => {
              setDone(0)
              if (read.data) enter.mutate(read.data)
            }}
          />
        )}
      </Stack>
    </Dialog>
  )
}

type Chooses = { readonly again: boolean; readonly loading: boolean; choose(file: File): void }

function Choose({ again, loading, choose }: Chooses) {
  return (
    <Group
      className={again ? undefined : 'drop'}
      gap="sm"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const [file] = event.dataTransfer.files
        if (file) choose(file)
      }}
    >
      <FileButton accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/plain" onChange={(file) => file && choose(file)}>
        {(props) => (
          <Button {...props} variant="default" loading={loading} data-autofocus>
            {again ? say.another : say.choose}
          </Button>
        )}
      </FileButton>
      {!again && (
        <Text size="sm" c="dimmed">
          {say.drop}
        </Text>
      )}
    </Group>
  )
}

type FoundShown = {
  readonly file: ReadFile
  readonly ends: ReadFile['packages'] | readonly ReadFile['packages'][number][] | undefined
  /** How many are entered so far, while that runs. */
  readonly done: number | null
  enter(): void
}

function Found({ file, ends, done, enter }: FoundShown) {
  const shown = ends ?? file.packages
  const counts = countsOf(shown)
  const ready = file.packages.filter(isReady).length
  return (
    <>
      <Text size="sm" fw={600} role="status">
        {ends ? say.ended(counts) : say.sum(counts)}
      </Text>
      {file.unread.length > 0 && (
        <Text size="xs" c="dimmed">
          {say.unread(file.unread.join(', '))}
        </Text>
      )}
      <FileRows packages={shown} ended={ends !== undefined} />
      {done !== null && <Progress value={(100 * done) / Math.max(1, ready)} aria-label={say.progress(done, ready)} />}
      <Deeds>
        <Button variant="default" onClick={() => saveFile(say.resultsFile, resultsFile(shown))}>
          {say.results}
        </Button>
        {!ends && (
          <Button disabled={ready === 0} loading={done !== null} onClick={enter}>
            {ready === 0 ? say.nothing : say.apply(ready)}
          </Button>
        )}
      </Deeds>
    </>
  )
}
