import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { words } from '../words/en.ts'
import { Deeds } from './Deeds.tsx'

type Shown = { readonly label: string; readonly value: string; readonly once: string; close(): void }

/** Something that is shown this once, to be copied: a link, a key. It is kept nowhere in the browser. */
export const ShownOnce = ({ label, value, once, close }: Shown) => (
  <Stack gap={6}>
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label={label}
        value={value}
        readOnly
        flex={1}
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button variant={copied ? 'light' : 'filled'} onClick={copy} size="xs">
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
    <Text size="xs" c="dimmed">
      {once}
    </Text>
    <Deeds>
      <Button variant="default" onClick={close}>
        {words.done}
      </Button>
    </Deeds>
  </Stack>
)
