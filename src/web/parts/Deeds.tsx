import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'

type Shown = {
  /** Why what was wanted could not be done. */
  readonly error?: string | null | undefined
  /** Its buttons, what is done the last. */
  readonly children: ReactNode
}

/** The end of a dialog: under a long form its buttons stay in sight, and so does why they could not do it. */
export const Deeds = ({ error, children }: Shown) => (
  <footer className="deeds">
    <Group justify="flex-end" gap="xs">
      {error && (
        <Text size="sm" c="red" role="alert" className="grows">
          {error}
        </Text>
      )}
      {children}
    </Group>
  </footer>
)
