import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core'
import { controlOf, faultOfPart } from '#core/catalog/check-part.ts'
import type { SchemaPart } from '#core/catalog/product-type.ts'
import { sentence } from '../../../parts/use-section.ts'
import type { Field } from './field.ts'

/** One value: chosen from those that Amazon knows, or typed. */
export function PlainField({ part, label, required, value, path, faultAt, change }: Field) {
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
