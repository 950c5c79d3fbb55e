import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { words } from '../words/en.ts'

type Asked = {
  /** What the button says that opens the question. */
  readonly label: string
  readonly title: string
  readonly text: ReactNode
  /** What the button says that does it; the verb itself, never "OK". */
  readonly verb: string
  readonly danger?: boolean
  readonly disabled?: boolean
  act(): Promise<unknown>
}

/** A button whose deed cannot be taken back: it says what will happen and asks once. */
export function Ask({ label, title, text, verb, danger, disabled, act }: Asked) {
  const [open, { open: show, close }] = useDisclosure()
  const color = danger ? 'red' : 'race'
  return (
    <>
      <Button variant="default" disabled={disabled} onClick={show}>
        {label}
      </Button>
      <Modal opened={open} onClose={close} title={title} centered closeButtonProps={{ 'aria-label': words.close }}>
        <Stack>
          <Text size="sm" component="div">
            {text}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {words.cancel}
            </Button>
            <Button color={color} onClick={() => void act().finally(close)}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
