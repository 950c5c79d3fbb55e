import { Checkbox, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { checkItems } from '#core/catalog/check-items.ts'
import type { ItemId } from '#core/ids.ts'
import { answer, api, queries, Refused } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { itemsWords } from '../../words/items.ts'
import { faultsOf, numberOf } from '../amazon/form.ts'
import { usePlaces } from './use-places.ts'

const say = itemsWords.create
const facts = itemsWords.facts
/** Saving must not replace an item that is there already. */
const ONLY_NEW = { 'If-None-Match': '*' }
const EMPTY = { id: '', description: '', price: '', grams: '0', tracksStock: true }

/** Makes an item; what else there is to say of it is said on its own page. */
export function NewItem({ close }: { close(): void }) {
  const navigate = useNavigate()
  const { currency } = usePlaces()
  const [form, setForm] = useState(EMPTY)
  const set = (change: Partial<typeof EMPTY>) => setForm({ ...form, ...change })
  const id = form.id.trim()
  const price = form.price.trim() && currency ? { amount: form.price.trim(), currency } : null
  const body = {
    description: form.description.trim(),
    price,
    grams: numberOf(form.grams),
    tracksStock: form.tracksStock,
    kit: null,
  }
  const known = { currency: currency ?? '', items: new Map(), kits: [] }
  const faults = faultsOf(checkItems([{ ...body, id: id as ItemId }], known))
  const fault = (field: string, text: string) => (text === '' ? undefined : faults[`items[0].${field}`])
  const run = async () => {
    try {
      await answer(api.PUT('/api/v1/items/{itemId}', { params: { path: { itemId: id } }, body, headers: ONLY_NEW }))
    } catch (error) {
      throw error instanceof Refused && error.status === 412 ? new Error(say.taken(id)) : error
    }
    await queries.invalidateQueries({ queryKey: ['items'] })
    void navigate({ to: '/items/$item', params: { item: id } })
  }
  return (
    <Ask title={say.title} does={say.does} disabled={Object.keys(faults).length > 0} run={run} close={close}>
      <TextInput
        label={say.id}
        description={say.idHint}
        value={form.id}
        maxLength={40}
        error={fault('id', form.id)}
        onChange={({ currentTarget }) => set({ id: currentTarget.value })}
        data-autofocus
      />
      <TextInput
        label={facts.description}
        value={form.description}
        maxLength={500}
        error={fault('description', form.description)}
        onChange={({ currentTarget }) => set({ description: currentTarget.value })}
      />
      <TextInput
        label={facts.priceIn(currency ?? '')}
        description={facts.priceHint}
        inputMode="decimal"
        value={form.price}
        error={fault('price.amount', form.price)}
        onChange={({ currentTarget }) => set({ price: currentTarget.value })}
      />
      <TextInput
        label={facts.grams}
        inputMode="numeric"
        value={form.grams}
        error={fault('grams', form.grams)}
        onChange={({ currentTarget }) => set({ grams: currentTarget.value })}
      />
      <Checkbox
        label={facts.tracks}
        checked={form.tracksStock}
        onChange={({ currentTarget }) => set({ tracksStock: currentTarget.checked })}
      />
    </Ask>
  )
}
