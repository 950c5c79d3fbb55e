import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { checkItems } from '#core/catalog/check-items.ts'
import type { Item as CoreItem } from '#core/catalog/item.ts'
import type { ItemId } from '#core/ids.ts'
import { type Edit, Option, Section } from '../../parts/Section.tsx'
import { type FieldFaults, useSection } from '../../parts/use-section.ts'
import { itemsWords } from '../../words/items.ts'
import { faultsOf, numberOf } from '../amazon/form.ts'
import { ItemPicker } from './ItemPicker.tsx'
import { changeItem, type Item, readItem } from './item-api.ts'
import { usePlaces } from './use-places.ts'

type Part = { readonly itemId: string; readonly quantity: number }
type Form = {
  readonly description: string
  readonly price: string
  readonly barcode: string
  readonly grams: string
  readonly kit: readonly Part[] | null
}
const say = itemsWords.facts

const toForm = (item: Item): Form => ({
  description: item.description,
  price: item.price?.amount ?? '',
  barcode: item.barcode ?? '',
  grams: String(item.grams),
  kit: item.kit ?? null,
})

const fromForm = (form: Form, currency: string) => ({
  description: form.description.trim(),
  price: form.price.trim() ? { amount: form.price.trim(), currency } : null,
  barcode: form.barcode.trim() || null,
  grams: numberOf(form.grams),
  kit: form.kit?.map((part) => ({ ...part })) ?? null,
})

/** The same rules as the server's; whether a component exists only the server knows. */
function check(item: Item, form: Form, currency: string): FieldFaults {
  const parts = (form.kit ?? []).filter(({ itemId }) => itemId !== '' && itemId !== item.id)
  const plain = (id: string) => ({ id, kit: null }) as unknown as CoreItem
  const items = new Map(parts.map(({ itemId }) => [itemId as ItemId, plain(itemId)]))
  const entered = { ...item, ...fromForm(form, currency) }
  const checked = checkItems([entered as never], { currency, items, kits: [] })
  return Object.fromEntries(
    Object.entries(faultsOf(checked)).map(([field, why]) => [field.replace('items[0].', ''), why]),
  )
}

/** What the item is: name, price, barcode, weight, and for a kit what it ships as. */
export function ItemFacts({ item }: { readonly item: Item }) {
  const { currency } = usePlaces()
  const money = item.price?.currency ?? currency ?? ''
  const state = useSection<Form>({
    title: say.title,
    key: ['item', item.id, 'facts'],
    read: async (signal) => toForm(await readItem(item.id, signal)),
    check: (form) => check(item, form, money),
    save: (form) => changeItem(item.id, fromForm(form, money)),
  })
  return (
    <Section id="facts" needs="items:write" about={say.about} state={state}>
      {(edit) => (
        <>
          <Words edit={edit} currency={money} />
          {edit.form.kit && <Kit edit={edit} kit={edit.form.kit} />}
        </>
      )}
    </Section>
  )
}

function Words({ edit: { form, set, fault }, currency }: { readonly edit: Edit<Form>; readonly currency: string }) {
  const field = (name: 'description' | 'price' | 'barcode' | 'grams') => ({
    value: form[name],
    error: fault(name) ?? fault(`${name}.amount`),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => set({ [name]: currentTarget.value }),
  })
  return (
    <>
      <Option explain={say.descriptionHint}>
        <TextInput label={say.description} maxLength={500} {...field('description')} />
      </Option>
      <Option explain={say.priceHint}>
        <TextInput label={say.priceIn(currency)} inputMode="decimal" {...field('price')} />
      </Option>
      <Option explain={say.barcodeHint}>
        <TextInput label={say.barcode} maxLength={20} spellCheck={false} {...field('barcode')} />
      </Option>
      <Option explain={say.gramsHint}>
        <TextInput label={say.grams} inputMode="numeric" {...field('grams')} />
      </Option>
    </>
  )
}

function Kit({ edit: { set, fault }, kit }: { readonly edit: Edit<Form>; readonly kit: readonly Part[] }) {
  const put = (at: number, change: Partial<Part>) =>
    set({ kit: kit.map((part, index) => (index === at ? { ...part, ...change } : part)) })
  return (
    <Option explain={say.kitHint}>
      <Stack gap="xs" role="group" aria-label={itemsWords.components}>
        {kit.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place only
          <Group key={at} gap="xs" wrap="nowrap" align="flex-start">
            <NumberInput
              aria-label={say.quantityOf(at + 1)}
              w={76}
              min={1}
              max={100_000}
              allowDecimal={false}
              value={part.quantity}
              error={fault(`kit[${at}].quantity`)}
              onChange={(next) => put(at, { quantity: Number(next) })}
            />
            <ItemPicker
              label={say.componentOf(at + 1)}
              hidesLabel
              value={part.itemId || null}
              error={fault(`kit[${at}].itemId`)}
              choose={(next) => put(at, { itemId: next ?? '' })}
            />
            <Button
              variant="subtle"
              color="gray"
              px={8}
              aria-label={say.dropComponent(at + 1)}
              disabled={kit.length === 1}
              onClick={() => set({ kit: kit.filter((_, index) => index !== at) })}
            >
              <IconX size={15} aria-hidden="true" />
            </Button>
          </Group>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => set({ kit: [...kit, { itemId: '', quantity: 1 }] })}
        >
          {say.addComponent}
        </Button>
      </Stack>
    </Option>
  )
}
