import { SimpleGrid, TextInput } from '@mantine/core'
import { stockWords } from '../../words/stock.ts'
import type { Center } from './stock-api.ts'

type Address = NonNullable<Center['shipFrom']>
const say = stockWords.centers

/** An address that is still to be typed. */
export const NO_ADDRESS: Address = { name: '', line1: '', city: '', state: '', postalCode: '', country: '' }
const FIELDS = ['name', 'line1', 'postalCode', 'city', 'state', 'country'] as const

type Edited = {
  readonly address: Address
  put(address: Address): void
  fault(field: string): string | null
}

/** Where packages of a center start: the merchant's own address, never a buyer's (M1). */
export const CenterAddress = ({ address, put, fault }: Edited) => (
  <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
    {FIELDS.map((field) => (
      <TextInput
        key={field}
        label={say.address[field]}
        placeholder={field === 'country' ? say.countryHint : undefined}
        value={address[field] ?? ''}
        maxLength={field === 'country' ? 2 : 100}
        error={fault(`shipFrom.${field}`)}
        onChange={(event) => put({ ...address, [field]: event.currentTarget.value })}
      />
    ))}
  </SimpleGrid>
)
