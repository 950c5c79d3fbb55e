import { Alert, Button, Group, Loader, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import type { RefObject } from 'react'
import { carrierNames } from '../../parts/carrier-for.ts'
import { orderWords } from '../../words/order.ts'
import { shippingWords as say } from '../../words/shipping.ts'
import type { Queued } from './queue-pages.ts'
import { type EntryKeys, useScanEntry } from './scan-entry.ts'
import type { Queue } from './use-queue.ts'

const ship = orderWords.ship

type Shown = {
  readonly queue: Queue
  readonly order: Queued | undefined
  readonly field: RefObject<HTMLInputElement | null>
  readonly keys: RefObject<EntryKeys | null>
}

/** The field that everything is scanned into, the carrier that follows from it, and what of the order leaves. */
export function ScanEntry(shown: Shown) {
  const { queue, order, field } = shown
  const entry = useScanEntry(shown)
  const { text, carrier, likely, parts, fault } = entry
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        entry.submit()
      }}
    >
      <Stack gap="xs">
        {fault && (
          <Alert color="red" variant="light" role="alert" title={fault} className="fault">
            {say.scan.tryAgain}
          </Alert>
        )}
        <TextInput
          ref={field}
          size="md"
          label={say.scan.label}
          placeholder={say.scan.hint}
          value={text}
          onChange={(event) => entry.setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') entry.clear()
          }}
          error={fault !== null}
          autoComplete="off"
          spellCheck={false}
        />
        {parts && order && <Parts order={order} parts={parts} set={entry.setParts} />}
        <Select
          ref={entry.carrierField}
          label={ship.carrier}
          data={carrierNames(entry.carriers, order?.carrier ?? null, likely.carrier)}
          limit={40}
          value={carrier}
          onChange={(next) => {
            entry.setChosen(next)
            field.current?.focus()
          }}
          searchable
        />
        <Text size="xs" c="dimmed" aria-live="polite">
          {likely.why || (carrier === null && text.trim() !== '' ? ship.unknown : '')}
        </Text>
        <Group gap="xs">
          <Button
            type="submit"
            // Never disabled while it works: the next scan ends with Enter, and must count.
            leftSection={entry.busy ? <Loader size={12} color="currentColor" /> : undefined}
            disabled={text.trim() === '' && !entry.busy}
          >
            {ship.ship}
          </Button>
          <Button variant="default" disabled={!order} aria-pressed={parts !== null} onClick={entry.togglePart}>
            {say.scan.onlyPart}
          </Button>
          <Button variant="default" disabled={!order} onClick={queue.skip}>
            {say.skip}
          </Button>
        </Group>
        {queue.last && (
          <Group gap="xs" justify="space-between">
            <Text size="xs" c="dimmed">
              {say.scan.lastWas(queue.last.order)}
            </Text>
            <Button variant="subtle" size="compact-xs" onClick={entry.undo}>
              {say.scan.undo}
            </Button>
          </Group>
        )}
        <Text size="xs" c="dimmed">
          {say.keys}
        </Text>
      </Stack>
    </form>
  )
}

type PartsShown = {
  readonly order: Queued
  readonly parts: Readonly<Record<string, number>>
  set(parts: Readonly<Record<string, number>>): void
}

/** How many of each line leave in this package; Enter in any of them ships what was scanned. */
const Parts = ({ order, parts, set }: PartsShown) => (
  <Stack gap={6} className="parts">
    {order.lines.map((line, at) => (
      <Group key={line.lineId} gap="xs" wrap="nowrap">
        <NumberInput
          w={76}
          aria-label={ship.quantity(line.itemId ?? line.sellerSku)}
          min={0}
          max={line.open}
          allowDecimal={false}
          clampBehavior="strict"
          placeholder="0"
          value={parts[line.lineId] || ''}
          onChange={(value) => set({ ...parts, [line.lineId]: Number(value) })}
          onFocus={(event) => event.currentTarget.select()}
          autoFocus={at === 0}
        />
        <Text size="sm">{line.itemId ?? line.sellerSku}</Text>
        <Text size="xs" c="dimmed">
          {ship.open(line.open)}
        </Text>
      </Group>
    ))}
  </Stack>
)
