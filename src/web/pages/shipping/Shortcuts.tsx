import { Kbd, Table } from '@mantine/core'
import { Dialog } from '../../parts/Dialog.tsx'
import { shippingWords } from '../../words/shipping.ts'

const say = shippingWords.shortcuts

/** What the keys of the packing table do. */
export const Shortcuts = ({ close }: { close(): void }) => (
  <Dialog onClose={close} title={say.title}>
    <Table>
      <Table.Tbody>
        {say.keys.map(([key, does]) => (
          <Table.Tr key={key}>
            <Table.Th w={120} scope="row">
              <Kbd>{key}</Kbd>
            </Table.Th>
            <Table.Td>{does}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Dialog>
)
