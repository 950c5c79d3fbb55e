import { Button, Stack, Text, Title } from '@mantine/core'
import { words } from '../words/en.ts'

/** A page or list that could not be loaded: what the server said, and another try. */
export function Failed({ error, again }: { readonly error: Error; readonly again: () => void }) {
  return (
    <Stack className="card" p="xl" align="center" gap="xs" role="alert">
      <Title order={2}>{words.failed.title}</Title>
      <Text c="dimmed" size="sm" ta="center" maw={520}>
        {error.message}
      </Text>
      <Button variant="default" onClick={again}>
        {words.failed.again}
      </Button>
    </Stack>
  )
}
