import { Pill, Title } from '@mantine/core'
import { Option } from '../../parts/Section.tsx'
import { useMay } from '../../session.ts'
import { methodEditorWords as say } from '../../words/method-editor.ts'
import { ItemPicker } from '../items/ItemPicker.tsx'
import type { MethodForm, Shown } from './method-form.ts'
import { TickedOption, TypedOption } from './TypedOption.tsx'

type Drawn = { readonly form: MethodForm; readonly shown: Shown; set(change: Partial<MethodForm>): void }
const NUMBERS = ['maxGrams', 'maxValue', 'maxPackages', 'packageGrams'] as const

/** What a method does not carry: weight, value, packages, kinds of addresses and items (O9). */
export const MethodLimits = ({ form, shown, set }: Drawn) => (
  <>
    <div className="section-body">
      <Title order={3}>{say.limits}</Title>
    </div>
    {NUMBERS.map((field) => (
      <TypedOption
        key={field}
        say={say[field]}
        value={form[field]}
        error={faultOf(form, field, shown)}
        inputMode={field === 'maxValue' ? 'decimal' : 'numeric'}
        placeholder={say.noLimit}
        change={(text) => set({ [field]: text })}
      />
    ))}
    {(['poBox', 'military', 'enabled'] as const).map((field) => (
      <TickedOption key={field} say={say[field]} on={form[field]} change={(on) => set({ [field]: on })} />
    ))}
    {(['onlyItems', 'excludedItems'] as const).map((field) => (
      <ItemsOption
        key={field}
        field={field}
        items={form[field]}
        error={shown(field, form[field].join())}
        set={(items) => set({ [field]: items })}
      />
    ))}
  </>
)

/** Most packages and grams of one need each other: the empty one tells it while the other is filled in. */
function faultOf(form: MethodForm, field: (typeof NUMBERS)[number], shown: Shown): string | null {
  const other = field === 'maxPackages' ? 'packageGrams' : field === 'packageGrams' ? 'maxPackages' : null
  const isAlone = other !== null && form[field].trim() === '' && form[other].trim() !== ''
  return isAlone ? say.needed(say[other].label) : shown(field, form[field])
}

type OfItems = {
  readonly field: 'onlyItems' | 'excludedItems'
  readonly items: readonly string[]
  readonly error: string | null
  set(items: readonly string[]): void
}

function ItemsOption({ field, items, error, set }: OfItems) {
  const may = useMay('items:read')
  const { label, explain, example } = say[field]
  return (
    <Option explain={explain} example={example}>
      {may && (
        // Chosen anew for each item: what was typed for the last one is gone.
        <ItemPicker
          key={items.length}
          label={label}
          value={null}
          error={error}
          choose={(item) => item !== null && !items.includes(item) && set([...items, item])}
        />
      )}
      {items.length > 0 && (
        <Pill.Group mt={6} role="group" aria-label={label}>
          {items.map((item) => (
            <Pill
              key={item}
              withRemoveButton
              removeButtonProps={{ 'aria-label': say.removeItem(item), tabIndex: 0, 'aria-hidden': false }}
              onRemove={() => set(items.filter((each) => each !== item))}
            >
              {item}
            </Pill>
          ))}
        </Pill.Group>
      )}
    </Option>
  )
}
