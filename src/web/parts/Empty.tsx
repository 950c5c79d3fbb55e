import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A list without rows says what will stand there, and how it gets there. */
export function Empty({
  title,
  why,
  children,
}: {
  readonly title: string
  readonly why: string
  readonly children?: ReactNode
}) {
  return (
    <Stack p="xl" align="center" gap="xs">
      <Title order={2}>{title}</Title>
      <Text c="dimmed" size="sm" ta="center" maw={520} className="about">
        {why}
      </Text>
      {children}
    </Stack>
  )
}
