import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AMAZON_STATUSES } from '#core/orders/status.ts'
import { answer, api } from '../../api.ts'
import { useMay } from '../../session.ts'
import { channelWords } from '../../words/channels.ts'
import { ordersWords as say } from '../../words/orders.ts'
import { shippingWords } from '../../words/shipping.ts'
import { useChannels } from '../channels/channels-api.ts'
import type { Filtered } from '../order-search.ts'

/** Filters that are wanted less often: Amazon's status, where it was sold, and days in the merchant's time zone. */
export const MoreFilters = ({ search, go }: Filtered) => (
  <Group gap="sm" align="flex-end" className="finder">
    <Select
      label={say.status}
      placeholder={say.allStatuses}
      data={AMAZON_STATUSES.map((value) => ({ value, label: say.statuses[value] ?? value }))}
      value={search.status ?? null}
      onChange={(status) => go({ status: status ?? undefined })}
      clearable
      w={170}
    />
    <Places search={search} go={go} />
    <Channels search={search} go={go} />
    <Days what={say.placed} days={[search.from, search.to]} go={([from, to]) => go({ from, to })} />
    <Days what={say.deadline} days={[search.dueFrom, search.dueTo]} go={([dueFrom, dueTo]) => go({ dueFrom, dueTo })} />
    <Button
      variant="subtle"
      color="gray"
      renderRoot={(props) => <Link to="/orders" search={search.sort ? { sort: search.sort } : {}} {...props} />}
    >
      {say.clear}
    </Button>
  </Group>
)

/** Marketplaces and connections, where there are several of them. */
function Places({ search, go }: Filtered) {
  const may = useMay('settings:read')
  const { data } = useQuery({
    queryKey: ['connections'],
    enabled: may,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/connections', { signal })),
  })
  const connections = data?.rows ?? []
  const sold = connections.flatMap(({ marketplaces }) => marketplaces.filter(({ participating }) => participating))
  const marketplaces = [...new Map(sold.map(({ id, name }) => [id, { value: id, label: name }])).values()]
  return (
    <>
      {(marketplaces.length > 1 || search.marketplace) && (
        <Select
          label={say.marketplace}
          placeholder={say.allMarketplaces}
          data={known(marketplaces, search.marketplace)}
          value={search.marketplace ?? null}
          onChange={(marketplace) => go({ marketplace: marketplace ?? undefined })}
          clearable
          w={170}
        />
      )}
      {(connections.length > 1 || search.connection) && (
        <Select
          label={say.connection}
          placeholder={say.allConnections}
          data={known(
            connections.map(({ id }) => ({ value: id, label: id })),
            search.connection,
          )}
          value={search.connection ?? null}
          onChange={(connection) => go({ connection: connection ?? undefined })}
          clearable
          w={180}
        />
      )}
    </>
  )
}

/** Channels, where there are others than Amazon. */
function Channels({ search, go }: Filtered) {
  const { rows } = useChannels()
  if (rows.length === 0 && !search.channel) return null
  const options = [{ value: 'amazon', label: shippingWords.channelName('amazon') }].concat(
    rows.map(({ code, name }) => ({ value: code, label: name })),
  )
  return (
    <Select
      label={channelWords.filter}
      placeholder={channelWords.all}
      data={known(options, search.channel)}
      value={search.channel ?? null}
      onChange={(channel) => go({ channel: channel ?? undefined })}
      clearable
      w={170}
    />
  )
}

type Option = { readonly value: string; readonly label: string }

/** What stands in the address is shown, whether it is known or not. */
const known = (options: readonly Option[], chosen: string | undefined): Option[] =>
  chosen === undefined || options.some(({ value }) => value === chosen)
    ? [...options]
    : [...options, { value: chosen, label: chosen }]

type ChosenDays = readonly [from: string | undefined, to: string | undefined]
type DaysShown = { readonly what: string; readonly days: ChosenDays; go(days: ChosenDays): void }

function Days({ what, days: [from, to], go }: DaysShown) {
  const wrong = from !== undefined && to !== undefined && to < from
  return (
    <div>
      <Group gap={6} align="flex-end" wrap="nowrap">
        <TextInput
          type="date"
          label={what}
          aria-label={say.from(what)}
          value={from ?? ''}
          onChange={(event) => go([event.currentTarget.value || undefined, to])}
        />
        <Text c="dimmed" pb={6} aria-hidden="true">
          {say.until}
        </Text>
        <TextInput
          type="date"
          aria-label={say.to(what)}
          aria-invalid={wrong || undefined}
          value={to ?? ''}
          onChange={(event) => go([from, event.currentTarget.value || undefined])}
        />
      </Group>
      {wrong && (
        <Text size="xs" c="red" role="alert">
          {say.wrongDays}
        </Text>
      )}
    </div>
  )
}
