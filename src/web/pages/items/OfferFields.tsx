import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { itemsWords } from '../../words/items.ts'
import type { OfferForm } from './offer-form.ts'

const say = itemsWords.offers
/** Amazon takes so many steps of a quantity discount. */
const MOST_TIERS = 5

type Shown = {
  readonly offer: OfferForm
  /** What counts while no price of its own stands here. */
  readonly itemPrice: string | null
  set(change: Partial<OfferForm>): void
  fault(name: string): string | null
}
type Plain = Exclude<keyof OfferForm, 'place' | 'tiers'>
const FAULTS: Readonly<Record<Plain, string>> = {
  price: 'price',
  min: 'min',
  max: 'max',
  salePrice: 'sale.price',
  saleFrom: 'sale.from',
  saleTo: 'sale.to',
  businessPrice: 'business.price',
}

/** The fields of one offer: price and limits, a sale with its days, business prices by quantity (I4). */
export function OfferFields({ offer, itemPrice, set, fault }: Shown) {
  const field = (name: Plain, type?: 'date') => (
    <TextInput
      key={name}
      label={say.fields[name]}
      type={type}
      inputMode={type ? undefined : 'decimal'}
      placeholder={name === 'price' && itemPrice ? say.itemPrice(itemPrice) : undefined}
      value={offer[name]}
      error={fault(FAULTS[name])}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
    />
  )
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 3 }}>{(['price', 'min', 'max'] as const).map((name) => field(name))}</SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {field('salePrice')}
        {field('saleFrom', 'date')}
        {field('saleTo', 'date')}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>{field('businessPrice')}</SimpleGrid>
      <Tiers offer={offer} set={set} fault={fault} />
    </Stack>
  )
}

function Tiers({ offer: { tiers }, set, fault }: Omit<Shown, 'itemPrice'>) {
  const put = (at: number, change: Partial<OfferForm['tiers'][number]>) =>
    set({ tiers: tiers.map((tier, index) => (index === at ? { ...tier, ...change } : tier)) })
  return (
    <Stack gap={6}>
      {tiers.map((tier, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their place only
        <Group key={at} gap="xs" align="flex-start">
          <TextInput
            aria-label={say.tierFrom(at + 1)}
            placeholder={say.units}
            inputMode="numeric"
            w={120}
            value={tier.from}
            error={fault(`business.tiers[${at}].from`)}
            onChange={({ currentTarget }) => put(at, { from: currentTarget.value })}
          />
          <TextInput
            aria-label={say.tierPrice(at + 1)}
            placeholder={say.each}
            inputMode="decimal"
            w={160}
            value={tier.price}
            error={fault(`business.tiers[${at}].price`)}
            onChange={({ currentTarget }) => put(at, { price: currentTarget.value })}
          />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => set({ tiers: tiers.filter((_, index) => index !== at) })}
          >
            {say.removeTier}
          </Button>
        </Group>
      ))}
      {fault('business.tiers') && (
        <Text size="xs" c="red">
          {fault('business.tiers')}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        disabled={tiers.length >= MOST_TIERS}
        onClick={() => set({ tiers: [...tiers, { from: '', price: '' }] })}
      >
        {say.addTier}
      </Button>
    </Stack>
  )
}
