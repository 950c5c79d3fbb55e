import { Tabs } from '@mantine/core'
import { Dialog } from '../../parts/Dialog.tsx'
import { shippingWords } from '../../words/shipping.ts'
import { ExportForm } from './ExportForm.tsx'
import { PastExports } from './PastExports.tsx'
import type { Queued } from './queue-pages.ts'
import type { ShippingSearch } from './shipping-search.ts'

const say = shippingWords.export

type Shown = { readonly chosen: readonly Queued[]; readonly search: ShippingSearch; close(): void }

/** Addresses as a file for the carrier's program, and which files were made so far (D35). */
export const AddressExport = ({ chosen, search, close }: Shown) => (
  <Dialog onClose={close} title={say.title} size="xl">
    <Tabs defaultValue="make" keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="make">{say.tabs.make}</Tabs.Tab>
        <Tabs.Tab value="past">{say.tabs.past}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="make">
        <ExportForm chosen={chosen} search={search} close={close} />
      </Tabs.Panel>
      <Tabs.Panel value="past">
        <PastExports />
      </Tabs.Panel>
    </Tabs>
  </Dialog>
)
