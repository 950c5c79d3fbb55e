import { Alert, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import type { TabField, TabGroup } from '#core/catalog/amazon-tab.ts'
import { partAt, type SchemaPart } from '#core/catalog/product-type.ts'
import { itemsWords } from '../../../words/items.ts'
import { JsonField } from './JsonField.tsx'
import { PartField } from './PartField.tsx'

const say = itemsWords.amazon
type Attributes = Readonly<Record<string, unknown>>
/** What is told of fields: faults of the check by path, remarks of Amazon by attribute. */
export type Told = {
  readonly faults: Readonly<Record<string, string>>
  readonly issues: Readonly<Record<string, string>>
}

type Shown = {
  readonly schema: SchemaPart
  readonly groups: readonly TabGroup[]
  readonly attributes: Attributes
  readonly told: Told
  change(attributes: Attributes): void
}

/** Amazon's groups in Amazon's order, the required fields first; of the others those that are filled in, or all (T1). */
export function AttributeGroups({ schema, groups, attributes, told, change }: Shown) {
  const [all, setAll] = useState(false)
  const [find, setFind] = useState('')
  const latest = useRef({ attributes, change })
  latest.current = { attributes, change }
  const put = useCallback((name: string, value: unknown) => {
    const { [name]: _, ...others } = latest.current.attributes
    latest.current.change(value === undefined ? others : { ...others, [name]: value })
  }, [])
  const fields = groups.flatMap((group) => group.fields)
  const words = find.trim().toLowerCase()
  const shows = (field: TabField): boolean =>
    words !== ''
      ? `${field.label} ${field.attribute}`.toLowerCase().includes(words)
      : (all && !field.hidden) || field.required || isTold(field.attribute) || field.attribute in attributes
  const isTold = (name: string) =>
    name in told.issues || Object.keys(told.faults).some((path) => path === name || path.startsWith(`${name}/`))
  const known = new Set(fields.map(({ attribute }) => attribute))
  const strange = Object.keys(attributes).filter((name) => !known.has(name))
  const hidden = fields.filter((field) => !shows(field)).length
  return (
    <Stack gap="md" p="md">
      <Group gap="md">
        <TextInput
          aria-label={say.findField}
          placeholder={say.findField}
          type="search"
          value={find}
          onChange={({ currentTarget }) => setFind(currentTarget.value)}
          w={260}
        />
        <Checkbox label={say.showAll(fields.length)} checked={all} onChange={() => setAll(!all)} />
        {words === '' && !all && hidden > 0 && (
          <Text size="sm" c="dimmed">
            {say.hidden(hidden)}
          </Text>
        )}
      </Group>
      {groups.map((group) => {
        const some = group.fields.filter(shows)
        return (
          some.length > 0 && (
            <Stack key={group.title} gap="sm" role="group" aria-label={group.title}>
              <Title order={3}>{group.title}</Title>
              {some.map((field) => (
                <One
                  key={field.attribute}
                  schema={schema}
                  field={field}
                  value={attributes[field.attribute]}
                  faults={told.faults}
                  issue={told.issues[field.attribute]}
                  put={put}
                />
              ))}
            </Stack>
          )
        )
      })}
      {strange.length > 0 && (
        <Stack gap="sm" role="group" aria-label={say.strange}>
          <Title order={3}>{say.strange}</Title>
          <Alert color="orange" p="xs">
            <Text size="sm">{say.strangeWhy}</Text>
          </Alert>
          {strange.map((name) => (
            <JsonField
              key={name}
              label={name}
              required={false}
              value={attributes[name]}
              path={name}
              faultAt={(path) => told.faults[path] ?? null}
              change={(value) => put(name, value)}
            />
          ))}
        </Stack>
      )}
    </Stack>
  )
}

type OneShown = {
  readonly schema: SchemaPart
  readonly field: TabField
  readonly value: unknown
  readonly faults: Told['faults']
  readonly issue: string | undefined
  put(name: string, value: unknown): void
}

/** One attribute with Amazon's own words about it; drawn again only when something of it changes. */
const One = memo(function One({ schema, field, value, faults, issue, put }: OneShown) {
  const { attribute, label, description, required, editable } = field
  const part = useMemo(() => partAt(schema, [attribute]), [schema, attribute])
  const own = faults[attribute]
  return (
    <fieldset className="attribute" disabled={!editable}>
      <div>
        <PartField
          root={schema}
          part={part}
          label={label}
          required={required}
          value={value}
          path={attribute}
          faultAt={(path) =>
            faults[path] ?? (path.startsWith(`${attribute}/0`) && isFirst(path) ? (own ?? null) : null)
          }
          change={(next) => put(attribute, next)}
        />
        {issue && (
          <Text size="xs" c="red" mt={4} role="alert">
            {say.amazonSays(issue)}
          </Text>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {description}
        {!editable && ` ${say.notEditable}`}
      </Text>
    </fieldset>
  )
})

/** What is wrong with the attribute as a whole is told at the first field of its first entry. */
const isFirst = (path: string): boolean => path.split('/').length <= 3
