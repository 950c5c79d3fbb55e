import { Button, Group, Select, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { type Edit, Section } from '../../parts/Section.tsx'
import { useSection } from '../../parts/use-section.ts'
import { itemsWords } from '../../words/items.ts'
import type { Item } from './item-api.ts'
import { OfferFields } from './OfferFields.tsx'
import { currencyOf, emptyOffer, faultsOfOffers, fromOffer, type OffersForm, toOffer } from './offer-form.ts'
import { usePlaces } from './use-places.ts'

const say = itemsWords.offers

/** What the item is offered for: a price per marketplace, limits, a sale, business prices (I4). */
export function OffersSection({ item }: { readonly item: Item }) {
  const { rows: places, currency } = usePlaces()
  const where = { places, currency: currency ?? item.price?.currency ?? '' }
  const path = { path: { itemId: item.id } }
  const state = useSection<OffersForm>({
    title: say.title,
    key: ['item', item.id, 'offers'],
    read: async (signal) => {
      const { rows } = await answer(api.GET('/api/v1/items/{itemId}/offers', { signal, params: path }))
      return { offers: rows.map(toOffer) }
    },
    check: (form) => faultsOfOffers(form, item, where),
    save: async ({ offers }) => {
      const body = { offers: offers.map((each) => fromOffer(each, where)) }
      await answer(api.PUT('/api/v1/items/{itemId}/offers', { params: path, body }))
      await queries.invalidateQueries({ queryKey: ['item', item.id, 'listings'] })
    },
  })
  const nameOf = (place: string) =>
    place === '' ? say.everywhere(where.currency) : (places.find((each) => each.marketplaceId === place)?.name ?? place)
  return (
    <Section id="offers" needs="items:write" about={say.about} state={state}>
      {(edit) => (
        <>
          {edit.form.offers.map((offer, at) => (
            <fieldset className="offer" key={offer.place} aria-label={nameOf(offer.place)}>
              <Group justify="space-between">
                <Title order={3}>
                  {nameOf(offer.place)}{' '}
                  <Text span inherit c="dimmed" fw={400}>
                    {currencyOf(offer.place, where)}
                  </Text>
                </Title>
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  onClick={() => edit.set({ offers: edit.form.offers.filter((_, index) => index !== at) })}
                >
                  {say.remove}
                </Button>
              </Group>
              <OfferFields
                offer={offer}
                itemPrice={currencyOf(offer.place, where) === item.price?.currency ? item.price.amount : null}
                set={(change) =>
                  edit.set({
                    offers: edit.form.offers.map((each, index) => (index === at ? { ...each, ...change } : each)),
                  })
                }
                fault={(name) => edit.fault(`offers[${at}].${name}`)}
              />
            </fieldset>
          ))}
          <Add edit={edit} names={['', ...places.map(({ marketplaceId }) => marketplaceId)]} nameOf={nameOf} />
        </>
      )}
    </Section>
  )
}

type Adds = { readonly edit: Edit<OffersForm>; readonly names: readonly string[]; nameOf(place: string): string }

function Add({ edit: { form, set }, names, nameOf }: Adds) {
  const [chosen, setChosen] = useState<string | null>(null)
  const left = [...new Set(names)].filter((place) => !form.offers.some((each) => each.place === place))
  if (left.length === 0) return null
  const place = left.find((each) => each === chosen) ?? left[0] ?? ''
  return (
    <Group gap="xs" p="md" align="flex-end">
      <Select
        label={say.where}
        data={left.map((value) => ({ value: value || 'general', label: nameOf(value) }))}
        value={place || 'general'}
        allowDeselect={false}
        onChange={(next) => setChosen(next === 'general' ? '' : next)}
        w={280}
      />
      <Button variant="default" onClick={() => set({ offers: [...form.offers, emptyOffer(place)] })}>
        {say.add}
      </Button>
    </Group>
  )
}
