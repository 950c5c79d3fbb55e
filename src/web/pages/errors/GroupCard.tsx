import { Button, Group, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { timeText } from '../../format.ts'
import { Dot } from '../../parts/Dot.tsx'
import { errorWords as say } from '../../words/errors.ts'
import { DocumentRows } from './DocumentRows.tsx'
import type { Group as ErrorGroup, OfCause } from './error-api.ts'
import { MendButton } from './MendButton.tsx'
import { OutboxRows } from './OutboxRows.tsx'
import { SkuRows } from './SkuRows.tsx'

type Shown = { readonly group: ErrorGroup; readonly gone: boolean; readonly connection?: string | undefined }

const WHO: Readonly<Record<ErrorGroup['mendedBy'], string>> = {
  merchant: 'orange',
  operator: 'violet',
  amazon: 'blue',
  nobody: 'gray',
}

/** Problems of one cause: what is wrong, who mends it, since when, whether trying again helps, and the button that mends them all (E4). */
export function GroupCard({ group, gone, connection }: Shown) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { kind, code, count, name, facts, mendedBy } = group
  return (
    <article className="group" data-gone={gone || undefined} aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" gap="md" wrap="nowrap" className="group-head">
        <Stack gap={4} miw={0}>
          <Text fw={650} id={id} className="breaks">
            {say.titleOf(kind, code, { count, name, facts })}
          </Text>
          <Text size="sm" className="breaks">
            {count > 1 && name !== '' && !SAME_FOR_ALL.includes(code) ? say.example(name) : ''}
            {group.sentence}
          </Text>
          <Group gap={6} c="dimmed" fz={12}>
            <Dot color={WHO[mendedBy]} />
            <span>{say.mendedBy[mendedBy]}</span>
            <span aria-hidden="true">·</span>
            <span>{say.since(timeText(group.since))}</span>
            <span aria-hidden="true">·</span>
            <span>{group.retryHelps ? say.retryHelps : say.retryDoesNot}</span>
          </Group>
        </Stack>
        {gone ? (
          <Text size="sm" fw={600} role="status">
            {say.gone}
          </Text>
        ) : (
          <Stack gap={6} align="flex-end" className="group-deeds">
            <MendButton group={group} />
            {kind !== 'connection' && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                {open ? say.hide : say.show(count)}
              </Button>
            )}
          </Stack>
        )}
      </Group>
      {open && !gone && <Inside group={group} of={{ code, cause: group.cause, connection }} />}
    </article>
  )
}

/** Whose sentence is true for each of them. */
const SAME_FOR_ALL: readonly string[] = [
  'unknown-sku',
  'mapping-item-missing',
  'unmapped-level',
  'no-method-for-level',
  'no-destination',
]

function Inside({ group: { kind }, of }: { readonly group: ErrorGroup; readonly of: OfCause }) {
  switch (kind) {
    case 'inbound-order':
      return <DocumentRows of={of} />
    case 'stock':
    case 'price':
      return <SkuRows field={kind} of={of} />
    case 'connection':
      return null
    default:
      return <OutboxRows kind={kind} of={of} />
  }
}
