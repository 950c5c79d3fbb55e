import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { TEMPLATE_COLUMNS } from '#core/channel-orders/order-template.ts'
import { api } from '../../api.ts'
import { countText } from '../../format.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { wholeList } from '../../parts/use-rows.ts'
import { useMay } from '../../session.ts'
import { channelWords as say } from '../../words/channels.ts'
import { ChannelDialog, RemoveChannel } from './ChannelDialog.tsx'
import { type Channel, useChannels } from './channels-api.ts'

/** The channels beside Amazon, and how their orders come in (H3). */
export function ChannelsPage() {
  const channels = useChannels()
  const may = useMay('settings:write')
  const [edited, setEdited] = useState<Channel | 'new' | null>(null)
  const [removed, setRemoved] = useState<Channel | null>(null)
  const add = (
    <Button onClick={() => setEdited('new')} disabled={!may} title={may ? undefined : say.cannot}>
      {say.add}
    </Button>
  )
  return (
    <Stack gap="md">
      <Anchor component={Link} to="/orders" size="sm" w="fit-content">
        ← {say.back}
      </Anchor>
      <PageTitle title={say.title} about={say.about}>
        <ExportButton
          name="channel-orders"
          label={say.template}
          ask={(as) => api.GET('/api/v1/channel-order-template', as as never) as never}
        />
        <Bring />
        {channels.rows.length > 0 && add}
      </PageTitle>
      <ListTable
        label={say.title}
        columns={columnsFor((channel) => <Buttons channel={channel} may={may} edit={setEdited} remove={setRemoved} />)}
        list={channels}
        keyOf={({ code }) => code}
        empty={
          <Empty title={say.none} why={say.noneWhy}>
            {add}
          </Empty>
        }
      />
      <Steps />
      <Headers />
      {edited && <ChannelDialog channel={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
      {removed && <RemoveChannel channel={removed} close={() => setRemoved(null)} />}
    </Stack>
  )
}

/** Files are brought on the Import tab, whoever may open it. */
const Bring = () =>
  useMay('items:read') && (
    <Button variant="default" renderRoot={(props) => <Link to="/amazon" search={{ tab: 'import' }} {...props} />}>
      {say.bring}
    </Button>
  )

const columnsFor = (buttons: (channel: Channel) => ReactNode): readonly Column<Channel>[] => [
  { head: say.columns.code, narrow: true, cell: ({ code }) => <Text fw={600}>{code}</Text> },
  { head: say.columns.name, cell: ({ name }) => name },
  { head: say.columns.keep, cell: ({ keepDays }) => say.days(keepDays) },
  {
    head: say.columns.orders,
    number: true,
    cell: ({ code, orders }) => (
      <Link to="/orders" search={{ channel: code }}>
        {countText(orders)}
      </Link>
    ),
  },
  { head: say.columns.act, narrow: true, cell: buttons },
]

type Acts = {
  readonly channel: Channel
  readonly may: boolean
  edit(channel: Channel): void
  remove(channel: Channel): void
}

function Buttons({ channel, may, edit, remove }: Acts) {
  const why = may ? undefined : say.cannot
  const used = channel.orders > 0
  return (
    <Group gap={4} wrap="nowrap">
      <Button variant="subtle" size="compact-xs" disabled={!may} title={why} onClick={() => edit(channel)}>
        {say.edit}
      </Button>
      <Button
        variant="subtle"
        color="red"
        size="compact-xs"
        disabled={!may || used}
        title={used ? say.inUse : why}
        onClick={() => remove(channel)}
      >
        {say.remove}
      </Button>
    </Group>
  )
}

const Steps = () => (
  <section className="card rows" aria-labelledby="how-orders-come">
    <Title order={2} id="how-orders-come">
      {say.steps.title}
    </Title>
    <List type="ordered" size="sm" spacing={6} my="xs">
      {say.steps.list.map((step) => (
        <List.Item key={step}>{step}</List.Item>
      ))}
    </List>
    <Text size="sm" c="dimmed">
      {say.required} {say.warnings} {say.cards}
    </Text>
  </section>
)

const COLUMNS: readonly Column<(typeof TEMPLATE_COLUMNS)[number]>[] = [
  { head: say.header, narrow: true, cell: ({ header }) => <code>{header}</code> },
  { head: say.holds, wraps: true, cell: ({ about }) => about },
]

/** All columns are looked up now and then: they stand here when they are asked for. */
function Headers() {
  const [open, setOpen] = useState(false)
  return (
    <Stack gap="xs">
      <Button variant="default" w="fit-content" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? say.fewer : say.headers}
      </Button>
      {open && (
        <ListTable
          label={say.headers}
          columns={COLUMNS}
          list={wholeList(TEMPLATE_COLUMNS)}
          keyOf={({ header }) => header}
          empty={null}
        />
      )}
    </Stack>
  )
}
