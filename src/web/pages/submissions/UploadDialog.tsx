import { Alert, Button, Radio, Select, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { Deeds } from '../../parts/Deeds.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { tell } from '../../parts/told.tsx'
import { submissionsWords } from '../../words/submissions.ts'
import { linesOf } from '../amazon/form.ts'
import { at, goingUpChanged, nameOfConnection, type Standing } from './going-up.ts'
import { UploadDryRun } from './UploadDryRun.tsx'

const say = submissionsWords.upload
/** How many SKUs a person chooses by hand at most. */
const MOST = 500

type Asked = { readonly connections: readonly Standing[]; close(): void }

/** Which connection, all or some SKUs; then what would go up; then it goes up (I7). */
export function UploadDialog({ connections, close }: Asked) {
  const [connection, setConnection] = useState(connections[0]?.connection ?? '')
  const [some, setSome] = useState(false)
  const [typed, setTyped] = useState('')
  const [looks, setLooks] = useState(false)
  const navigate = useNavigate()
  const standing = connections.find((each) => each.connection === connection)
  const lines = [...new Set(linesOf(typed))]
  const skus = some ? lines : null
  const off = standing !== undefined && !standing.stock && !standing.price
  const start = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/connections/{connectionId}/sending/upload', {
          ...at(connection),
          body: { sellerSkus: skus },
        }),
      ),
    onSuccess: async ({ cycle }) => {
      close()
      tell(say.started)
      await navigate({ to: '/submissions', search: { run: cycle } })
      await goingUpChanged()
    },
  })
  return (
    <Dialog onClose={close} title={say.title} size={980}>
      <Stack gap="sm">
        {looks ? (
          <UploadDryRun connection={connection} skus={skus} />
        ) : (
          <Choice
            {...{ connections, connection, setConnection, some, setSome, typed, setTyped, count: lines.length }}
          />
        )}
        {off && (
          <Alert color="orange" p="xs">
            <Text size="sm">{say.off}</Text>
          </Alert>
        )}
        <Deeds error={start.error?.message}>
          {looks && (
            <Button variant="default" onClick={() => setLooks(false)}>
              {say.again}
            </Button>
          )}
          {looks ? (
            <Button disabled={off} loading={start.isPending} onClick={() => start.mutate()}>
              {say.start}
            </Button>
          ) : (
            <Button disabled={some && (lines.length === 0 || lines.length > MOST)} onClick={() => setLooks(true)}>
              {say.look}
            </Button>
          )}
        </Deeds>
      </Stack>
    </Dialog>
  )
}

type Chosen = {
  readonly connections: readonly Standing[]
  readonly connection: string
  setConnection(connection: string): void
  readonly some: boolean
  setSome(some: boolean): void
  readonly typed: string
  setTyped(typed: string): void
  readonly count: number
}

function Choice({ connections, connection, setConnection, some, setSome, typed, setTyped, count }: Chosen) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {say.about}
      </Text>
      {connections.length > 1 && (
        <Select
          label={say.connection}
          data={connections.map((each) => ({ value: each.connection, label: nameOfConnection(each) }))}
          value={connection}
          allowDeselect={false}
          onChange={(next) => next && setConnection(next)}
        />
      )}
      <Radio.Group label={say.which} value={some ? 'some' : 'all'} onChange={(next) => setSome(next === 'some')}>
        <Stack gap={10} mt={8}>
          <Radio size="xs" value="all" label={say.all} />
          <Radio size="xs" value="some" label={say.some} />
        </Stack>
      </Radio.Group>
      {some && (
        <Textarea
          label={say.skus}
          description={say.most(MOST)}
          error={count > MOST ? say.most(MOST) : undefined}
          autosize
          minRows={4}
          maxRows={12}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          spellCheck={false}
          data-autofocus
        />
      )}
    </>
  )
}
