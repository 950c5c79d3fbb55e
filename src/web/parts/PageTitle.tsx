import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { words } from '../words/en.ts'

/** The heading of a page, its one line of explanation, and its buttons. The browser's title follows; never with buyer data in it. */
export function PageTitle({
  title,
  about,
  children,
}: {
  readonly title: string
  readonly about?: string
  readonly children?: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title])
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      {/* The words give way before the buttons do. */}
      <div style={{ flex: '1 1 320px' }}>
        <Title order={1}>{title}</Title>
        {about && (
          <Text size="sm" c="dimmed" maw={640} className="about">
            {about}
          </Text>
        )}
      </div>
      {children && <Group gap="xs">{children}</Group>}
    </Group>
  )
}
