import { Checkbox, TextInput } from '@mantine/core'
import { Option } from '../../parts/Section.tsx'
import type { FieldWords } from '../../words/method-editor.ts'

type Typed = {
  readonly say: FieldWords
  readonly value: string
  readonly error: string | null
  readonly inputMode?: 'numeric' | 'decimal'
  readonly placeholder?: string
  readonly disabled?: boolean
  change(text: string): void
}

/** A field to type in, with what it does and an example beside it. */
export const TypedOption = ({ say, change, ...field }: Typed) => (
  <Option explain={say.explain} example={say.example}>
    <TextInput
      {...field}
      label={say.label}
      spellCheck={false}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  </Option>
)

type Ticked = { readonly say: FieldWords; readonly on: boolean; change(on: boolean): void }

/** The same for a field to tick. */
export const TickedOption = ({ say, on, change }: Ticked) => (
  <Option explain={say.explain} example={say.example}>
    <Checkbox label={say.label} checked={on} onChange={({ currentTarget }) => change(currentTarget.checked)} />
  </Option>
)
