import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { dateText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { tell, tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { byFilesWords } from '../../words/by-files.ts'
import { connectionWords } from '../../words/connections.ts'
import { StartOrPause } from './ConnectionCard.tsx'
import { PreviewDialog } from './PreviewDialog.tsx'
import { type Connection, useConnections } from './use-connections.ts'

type Step = components['schemas']['Checklist']['steps'][number]
const say = connectionWords.checklist
const files = byFilesWords.checklist

/** The way to the first order: what is done, what is to do, Preview and Start. Gone once importing was started (C9). */
export function Checklist() {
  const may = useMay('settings:read')
  const list = useQuery({
    queryKey: ['checklist'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/checklist', { signal })),
    enabled: may,
  })
  const connections = useConnections()
  if (!may || !list.data || !connections.data) return null
  if (connections.data.some(({ startedAt }) => startedAt !== null)) return null
  const connection = connections.data.find(({ state }) => state === 'authorized')
  const byFiles = connections.data.some(({ state }) => state === 'by-files')
  return (
    <section className="card section" aria-labelledby="checklist-title">
      <header>
        <Title order={2} id="checklist-title">
          {say.title}
        </Title>
        <Text size="sm" c="dimmed">
          {say.about}
        </Text>
      </header>
      <ol className="steps">
        {list.data.steps.map((step) => (
          <Line
            key={step.step}
            title={say.steps[step.step]}
            told={withDays(step.sentence)}
            done={step.done}
            note={noteOf(step)}
          >
            <Mend step={step} />
          </Line>
        ))}
        {byFiles && !connection ? (
          <Line title={files.title} told={files.about} done={false} note={null}>
            <Button renderRoot={(props) => <Link to="/submissions" search={{ tab: 'files' }} {...props} />}>
              {byFilesWords.bringReport}
            </Button>
          </Line>
        ) : (
          <LookAndStart connection={connection} ready={list.data.ready} />
        )}
      </ol>
    </section>
  )
}

const LookAndStart = ({
  connection,
  ready,
}: {
  readonly connection: Connection | undefined
  readonly ready: boolean
}) => (
  <>
    <Line title={say.preview} told={connection ? say.previewAbout : say.previewNeeds} done={false} note={null}>
      {connection ? <Look connection={connection.id} /> : null}
    </Line>
    <Line title={say.startTitle} told={ready ? say.startAbout : say.notReady} done={false} note={null}>
      {connection && ready ? <StartOrPause connection={connection} /> : null}
    </Line>
  </>
)

/** The sentence with its days in the reader's form. */
const withDays = (sentence: string): string => sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dateText(day))

const noteOf = ({ done, required }: Step): string | null => (done || required ? null : say.optional)

type Shown = {
  readonly title: string
  readonly told: string
  readonly done: boolean
  readonly note: string | null
  readonly children: ReactNode
}

const Line = ({ title, told, done, note, children }: Shown) => (
  <li>
    {done ? (
      <IconCircleCheck size={20} stroke={1.8} role="img" aria-label={say.done} className="done" />
    ) : (
      <IconCircle size={20} stroke={1.4} role="img" aria-label={say.notYet} />
    )}
    <Stack gap={0}>
      <Group gap={8}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        {note && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {told}
      </Text>
    </Stack>
    <Group gap="xs">{children}</Group>
  </li>
)

const SECTIONS = { credentials: 'credentials', 'cut-off': 'orders', methods: 'levels' } as const

function Mend({ step: { step, done, proposal } }: { readonly step: Step }) {
  const may = useMay('settings:write')
  if (done) return null
  if (step === 'mappings')
    return (
      <Button variant="default" renderRoot={(props) => <Link to="/items" {...props} />}>
        {say.open.mappings}
      </Button>
    )
  return (
    <>
      {may && proposal && <UseDay day={proposal} />}
      <Button variant="default" renderRoot={(props) => <Link to="/amazon" hash={SECTIONS[step]} {...props} />}>
        {say.open[step]}
      </Button>
    </>
  )
}

/** Takes the proposed day with one click; the rest of the Orders section stays as it is (O2). */
function UseDay({ day }: { readonly day: string }) {
  const use = useMutation({
    mutationFn: async () => {
      const saved = await answer(api.GET('/api/v1/settings/orders'))
      await answer(api.PUT('/api/v1/settings/orders', { body: { ...saved, notBefore: day } }))
      for (const name of ['settings', 'checklist']) await queries.invalidateQueries({ queryKey: [name] })
    },
    onSuccess: () => tell(say.used(dateText(day))),
    onError: tellError,
  })
  return (
    <Button loading={use.isPending} onClick={() => use.mutate()}>
      {say.use(dateText(day))}
    </Button>
  )
}

function Look({ connection }: { readonly connection: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {connectionWords.preview}
      </Button>
      {open && <PreviewDialog connection={connection} close={() => setOpen(false)} />}
    </>
  )
}
