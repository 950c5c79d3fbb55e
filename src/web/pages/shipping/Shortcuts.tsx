import { Kbd, Modal, Table } from '@mantine/core'
import { words } from '../../words/en.ts'
import { shippingWords } from '../../words/shipping.ts'

const say = shippingWords.shortcuts

/** What the keys of the packing table do. */
export const Shortcuts = ({ close }: { close(): void }) => (
  <Modal opened onClose={close} title={say.title} closeButtonProps={{ 'aria-label': words.close }}>
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
  </Modal>
)
