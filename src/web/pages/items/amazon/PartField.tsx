import { Button, Group, Stack, Text } from '@mantine/core'
import { controlOf } from '#core/catalog/check-part.ts'
import { isPart, resolvePart, type SchemaPart } from '#core/catalog/product-type.ts'
import { itemsWords } from '../../../words/items.ts'
import { isEmpty, labelOf, mostOf, partsToFill, whole } from './entry.ts'
import type { Field } from './field.ts'
import { JsonField } from './JsonField.tsx'
import { PlainField } from './PlainField.tsx'

const say = itemsWords.amazon

/** One part of an attribute by the control that fits it (T1). */
export function PartField(field: Field) {
  const part = resolvePart(field.root, field.part)
  const control = controlOf(part)
  if (control.kind === 'list') return <EntryList {...field} part={part} />
  if (control.kind === 'group') return <GroupField {...field} part={part} />
  if (control.kind === 'raw') return <JsonField {...field} />
  return <PlainField {...field} part={part} />
}

/** A list of entries: one is always there to be filled in, more where Amazon takes more. */
function EntryList(field: Field) {
  const { root, part, label, value, path, change } = field
  const entry = resolvePart(root, part.items)
  if (!isEmpty(value) && !Array.isArray(value)) return <JsonField {...field} />
  const entries: readonly unknown[] = Array.isArray(value) && value.length > 0 ? value : [undefined]
  const put = (at: number, next: unknown) => {
    const all = entries.map((each, index) => (index === at ? next : each)).filter((each) => !isEmpty(each))
    change(all.length === 0 ? undefined : all)
  }
  const last = entries.at(-1)
  return (
    <Stack gap={6}>
      {entries.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are told apart by their place only
        <Group key={at} gap="xs" align="flex-end" wrap="nowrap">
          <div className="grows">
            <Entry
              {...field}
              part={entry}
              label={at === 0 ? label : say.nth(label, at + 1)}
              value={each}
              path={`${path}/${at}`}
              change={(next) => put(at, next)}
            />
          </div>
          {entries.length > 1 && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              mb={4}
              aria-label={say.dropEntry(label, at + 1)}
              onClick={() => put(at, undefined)}
            >
              {say.drop}
            </Button>
          )}
        </Group>
      ))}
      {entries.length < mostOf(part) && !isEmpty(last) && (
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          aria-label={say.addEntry(label)}
          onClick={() => change([...entries, isPart(last) ? {} : ' '])}
        >
          {say.add}
        </Button>
      )}
    </Stack>
  )
}

/** An entry that is an object is its parts; its only part bears the name of the attribute itself. */
function Entry(field: Field) {
  const { root, part } = field
  return isPart(part.properties) ? <Parts {...field} parts={partsToFill(root, part)} /> : <PartField {...field} />
}

/** An object inside of an entry, with its name above it. */
function GroupField(field: Field) {
  return (
    <Stack gap={4} role="group" aria-label={field.label}>
      <Text size="sm" fw={500}>
        {field.label}
      </Text>
      <Parts {...field} parts={partsToFill(field.root, field.part)} />
    </Stack>
  )
}

function Parts({ parts, ...field }: Field & { readonly parts: ReturnType<typeof partsToFill> }) {
  const { root, part, label, required, value, path, change, faultAt } = field
  if (!isEmpty(value) && !isPart(value)) return <JsonField {...field} />
  if (parts.length === 0) return <JsonField {...field} />
  const held: SchemaPart = isPart(value) ? value : {}
  return (
    <Group gap="xs" align="flex-start" grow={parts.length < 4} preventGrowOverflow={false}>
      {parts.map(({ name, part: own, required: needed }) => (
        <PartField
          key={name}
          root={root}
          part={own}
          label={parts.length === 1 ? label : partLabel(label, labelOf(own, name))}
          required={needed && (required || !isEmpty(value))}
          value={held[name]}
          path={`${path}/${name}`}
          faultAt={faultAt}
          change={(next) => change(whole(root, part, { ...held, [name]: next }) ?? undefined)}
        />
      ))}
    </Group>
  )
}

/** "Item Weight: Unit", unless the part says the attribute's name itself. */
const partLabel = (label: string, own: string): string =>
  own.toLowerCase().startsWith(label.toLowerCase().replace(/ \(\d+\)$/, '')) ? own : say.part(label, own)
