import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { LONGEST_SOUGHT, looksLikeBuyer } from '#core/orders/order-filter.ts'
import { STAGES, type Stage } from '#core/orders/stage.ts'
import { ordersWords as say } from '../../words/orders.ts'
import type { Filtered } from '../order-search.ts'
import { MoreFilters } from './MoreFilters.tsx'

const MORE = ['status', 'marketplace', 'connection', 'channel', 'from', 'to', 'dueFrom', 'dueTo'] as const

/** One field for whatever names an order, the stage, and further filters where they are wanted (X1). */
export function OrderFilters({ search, go, byBuyer }: Filtered & { byBuyer(): void }) {
  const [open, setOpen] = useState(MORE.some((name) => search[name] !== undefined))
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-start" className="finder">
        <Find search={search} go={go} byBuyer={byBuyer} />
        <Select
          aria-label={say.stage}
          placeholder={say.allStages}
          data={[...STAGES]}
          value={search.stage ?? null}
          onChange={(stage) => go({ stage: (stage as Stage | null) ?? undefined })}
          clearable
          w={180}
        />
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden="true" />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? say.fewer : say.more}
        </Button>
      </Group>
      {open && <MoreFilters search={search} go={go} />}
    </Stack>
  )
}

function Find({ search, go, byBuyer }: Filtered & { byBuyer(): void }) {
  const [typed, setTyped] = useState(search.find ?? '')
  const [stopped, setStopped] = useState(false)
  useEffect(() => setTyped(search.find ?? ''), [search.find])
  const find = (anyway: boolean) => {
    const text = typed.trim()
    if (text === (search.find ?? '')) return
    // A buyer must not stand in an address: neither in the history of the browser nor in somebody's log.
    const stops = !anyway && looksLikeBuyer(text)
    setStopped(stops)
    if (!stops) go({ find: text || undefined })
  }
  return (
    <form
      className="finds"
      onSubmit={(event) => {
        event.preventDefault()
        find(false)
      }}
    >
      <TextInput
        aria-label={say.find}
        aria-describedby={stopped ? 'looks-like-buyer' : undefined}
        placeholder={say.findHint}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        value={typed}
        maxLength={LONGEST_SOUGHT}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setStopped(false)
        }}
        onBlur={() => {
          if (!looksLikeBuyer(typed)) find(false)
        }}
      />
      {stopped && (
        <Group gap="xs" mt={6} id="looks-like-buyer" role="status">
          <Text size="sm">{say.buyer.looksLike}</Text>
          <Button variant="default" size="compact-xs" onClick={byBuyer}>
            {say.buyer.button}
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={() => find(true)}>
            {say.buyer.anyway}
          </Button>
        </Group>
      )}
    </form>
  )
}
