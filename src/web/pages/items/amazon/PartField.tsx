import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core'
import { controlOf, faultOfPart } from '#core/catalog/check-part.ts'
import { resolvePart, type SchemaPart } from '#core/catalog/product-type.ts'
import { sentence } from '../../../parts/use-section.ts'
import { EntryList, GroupField } from './EntryList.tsx'
import { JsonField } from './JsonField.tsx'

/** What every control of the form is given: the whole schema, its own part and value, and what is told of it. */
export type Field = {
  readonly root: SchemaPart
  readonly part: SchemaPart
  readonly label: string
  readonly required: boolean
  readonly value: unknown
  /** Where it lies, `color/0/value`. */
  readonly path: string
  /** What the server's check says, by path. */
  faultAt(path: string): string | null
  change(value: unknown): void
}

/** One part of an attribute by the control that fits it (T1). */
export function PartField(field: Field) {
  const part = resolvePart(field.root, field.part)
  const control = controlOf(part)
  if (control.kind === 'list') return <EntryList {...field} part={part} />
  if (control.kind === 'group') return <GroupField {...field} part={part} />
  if (control.kind === 'raw') return <JsonField {...field} />
  return <Plain {...field} part={part} />
}

function Plain({ part, label, required, value, path, faultAt, change }: Field) {
  const control = controlOf(part)
  const local = faultOfPart(part, value)
  const shown = {
    label,
    withAsterisk: required,
    error: local === null ? faultAt(path) : sentence(local),
    description: exampleOf(part),
  }
  const typed = value === undefined || value === null ? '' : String(value)
  if (control.kind === 'choice' && !control.open) {
    const at = control.values.indexOf(value as never)
    const data = control.labels.map((text, index) => ({ value: String(index), label: text }))
    // A value that Amazon does not know any more stays in sight until another is chosen.
    const strange = at < 0 && typed !== '' ? [{ value: 'strange', label: typed }] : []
    return (
      <Select
        {...shown}
        data={[...strange, ...data]}
        value={at < 0 ? (strange[0]?.value ?? null) : String(at)}
        searchable={data.length > 8}
        clearable={!required}
        onChange={(next) => change(next === null ? undefined : control.values[Number(next)])}
      />
    )
  }
  if (control.kind === 'choice')
    return <Autocomplete {...shown} data={[...new Set(control.values.map(String))]} value={typed} onChange={change} />
  if (control.kind === 'number')
    return (
      <TextInput
        {...shown}
        inputMode="decimal"
        value={typed}
        onChange={({ currentTarget }) => change(readNumber(currentTarget.value))}
      />
    )
  const onChange = ({ currentTarget }: { currentTarget: { value: string } }) => change(currentTarget.value)
  if (control.kind === 'text' && control.long)
    return <Textarea {...shown} autosize minRows={2} maxRows={10} value={typed} onChange={onChange} />
  return <TextInput {...shown} type={control.kind === 'day' ? 'date' : 'text'} value={typed} onChange={onChange} />
}

/** A number where it is one; else what was typed, which is told to be wrong. */
const readNumber = (text: string): unknown =>
  /^-?\d+(\.\d+)?$/.test(text.trim()) && String(Number(text)) === text.trim() ? Number(text) : text

const exampleOf = ({ examples }: SchemaPart): string | undefined => {
  const [first] = Array.isArray(examples) ? examples : []
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined
}
