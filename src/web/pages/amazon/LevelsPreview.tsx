import { Checkbox, Group, SimpleGrid, Table, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { ItemId, MethodId } from '#core/ids.ts'
import { formatAmount, parseMoney } from '#core/money.ts'
import { checkMethods, type EnteredMethod } from '#core/shipping/check-methods.ts'
import { chooseShippingMethod } from '#core/shipping/choose-shipping-method.ts'
import type { Shipment } from '#core/shipping/rating.ts'
import type { ShippingMethod } from '#core/shipping/shipping-method.ts'
import { moneyText } from '../../format.ts'
import { amazonWords } from '../../words/amazon.ts'
import { numberOf, numberOrNull } from './form.ts'
import { LEVELS, type Level, type LevelsForm, type Method } from './levels-form.ts'
import { useCurrency } from './use-status.ts'

const say = amazonWords.preview
const START = {
  country: 'US',
  state: 'TX',
  postalCode: '75001',
  grams: '500',
  units: '1',
  subtotal: '20',
  poBox: false,
}
type Tried = typeof START

/** What an order would get by the tables as they are typed: the same pure rule that the import follows (O9). */
export function LevelsPreview({ form }: { readonly form: LevelsForm }) {
  const [tried, setTried] = useState<Tried>(START)
  const currency = useCurrency()
  const shipment = shipmentOf(tried, currency)
  const methods = readMethods(form.methods, currency)
  const field = (name: Exclude<keyof Tried, 'poBox'>, label: string) => (
    <TextInput
      label={label}
      value={tried[name]}
      onChange={({ currentTarget }) => setTried({ ...tried, [name]: currentTarget.value })}
    />
  )
  return (
    <fieldset
      className="section-body try"
      aria-labelledby="try-title"
      onKeyDown={(event) => {
        // It stands inside the section's form, but trying is not saving.
        if (event.key === 'Enter') event.preventDefault()
      }}
    >
      <Title order={3} id="try-title">
        {say.title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say.about}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm" mb="sm">
        {field('country', say.country)}
        {field('state', say.state)}
        {field('postalCode', say.postalCode)}
        {field('grams', say.grams)}
        {field('units', say.units)}
        {field('subtotal', say.subtotal(currency))}
      </SimpleGrid>
      <Checkbox
        label={say.poBox}
        checked={tried.poBox}
        onChange={({ currentTarget }) => setTried({ ...tried, poBox: currentTarget.checked })}
        mb="sm"
      />
      <Group aria-live="polite">
        {shipment === null ? (
          <Text size="sm" c="dimmed">
            {say.notWhole}
          </Text>
        ) : (
          <Outcomes form={form} methods={methods} shipment={shipment} />
        )}
      </Group>
    </fieldset>
  )
}

type Asked = { readonly form: LevelsForm; readonly methods: readonly ShippingMethod[]; readonly shipment: Shipment }

const Outcomes = (asked: Asked) => (
  <Table verticalSpacing={4} w="fit-content" withRowBorders={false}>
    <Table.Tbody>
      {LEVELS.map((level) => (
        <Table.Tr key={level}>
          <Table.Th scope="row" fw={600}>
            {amazonWords.levels.levels[level][0].replace(' Shipping', '')}
          </Table.Th>
          <Table.Td>{outcome(asked, level)}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)

function outcome({ form, methods, shipment }: Asked, level: Level): string {
  const rows = form.levels[level].map(({ methodId, valid, priority }) => ({
    methodId: methodId as MethodId,
    valid,
    priority: numberOrNull(priority),
  }))
  const byId = new Map(methods.map((method) => [method.id, method]))
  const valid = rows.filter((row) => row.valid)
  if (valid.length === 0) return say.nothing
  const result = chooseShippingMethod({ level, rows, methods: byId }, shipment)
  if (!result.ok) return `${say.held} ${String(result.problem.facts.reasons ?? '')}`
  const { methodId, cost } = result.value
  const currency = shipment.merchantCurrency
  const name = byId.get(methodId)?.name ?? methodId
  const priority = valid.find((row) => row.methodId === methodId)?.priority ?? null
  const why =
    priority !== null ? say.because.priority(priority) : valid.length === 1 ? say.because.only : say.because.cheapest
  return `${say.chosen(name, moneyText({ amount: formatAmount({ minor: cost, currency }), currency }))}, ${why}`
}

function shipmentOf(tried: Tried, currency: string): Shipment | null {
  const grams = numberOf(tried.grams)
  const units = numberOf(tried.units)
  const subtotal = parseMoney(tried.subtotal.trim(), currency)
  if (!Number.isFinite(grams) || !Number.isFinite(units) || !subtotal.ok) return null
  const destination = {
    country: tried.country.trim().toUpperCase(),
    state: tried.state.trim().toUpperCase(),
    postalCode: tried.postalCode.trim(),
    poBox: tried.poBox,
    military: false,
  }
  return {
    parcel: { grams, units, goods: [], subtotal: subtotal.value.minor, currency },
    destination,
    merchantCurrency: currency,
  }
}

/** The methods as the rule reads them; what the server gave is good already. */
function readMethods(methods: readonly Method[], currency: string): readonly ShippingMethod[] {
  const entered = methods as unknown as readonly EnteredMethod[]
  const items = new Set<ItemId>(entered.flatMap(({ excludedItems, onlyItems }) => [...excludedItems, ...onlyItems]))
  const checked = checkMethods(entered, { currency, items, used: new Set() })
  return checked.ok ? checked.value : []
}
