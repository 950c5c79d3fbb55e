import { type AddressField, type FileLayout, STANDARD_LAYOUT } from '#core/pii/file-layout.ts'
import { exportWords as say } from '../../words/shipping-export.ts'

/** A layout to begin with. */
type Preset = { readonly name: string; readonly layout: FileLayout }

const columns = (named: Readonly<Partial<Record<AddressField, string>>>): FileLayout['columns'] =>
  Object.entries(named).map(([field, heading]) => ({ field: field as AddressField, heading }))

/** Layouts to begin with: all columns, and such as programs of carriers take with few changes. */
export const PRESETS: readonly Preset[] = [
  { name: say.standard, layout: STANDARD_LAYOUT },
  {
    name: say.like('UPS WorldShip'),
    layout: {
      columns: columns({
        amazonOrder: 'Reference 1',
        company: 'Company or Name',
        name: 'Attention',
        address1: 'Address 1',
        address2: 'Address 2',
        address3: 'Address 3',
        city: 'City',
        state: 'State/Province',
        postalCode: 'Postal Code',
        country: 'Country',
        phone: 'Telephone',
        method: 'Service',
      }),
      delimiter: 'comma',
      encoding: 'windows-1252',
    },
  },
  {
    name: say.like('FedEx Ship Manager'),
    layout: {
      columns: columns({
        amazonOrder: 'Reference',
        name: 'Recipient contact name',
        company: 'Recipient company',
        address1: 'Recipient address line 1',
        address2: 'Recipient address line 2',
        city: 'Recipient city',
        state: 'Recipient state',
        postalCode: 'Recipient postal code',
        country: 'Recipient country code',
        phone: 'Recipient phone',
      }),
      delimiter: 'comma',
      encoding: 'utf-8',
    },
  },
  {
    name: say.like('Royal Mail Click & Drop'),
    layout: {
      columns: columns({
        amazonOrder: 'Order reference',
        name: 'Full name',
        company: 'Company name',
        address1: 'Address line 1',
        address2: 'Address line 2',
        address3: 'Address line 3',
        city: 'City',
        state: 'County',
        postalCode: 'Postcode',
        country: 'Country',
        phone: 'Phone number',
        items: 'Product name',
        units: 'Quantity',
      }),
      delimiter: 'comma',
      encoding: 'utf-8-bom',
    },
  },
]
