import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { showCode, showInDemo, showPasskey } from '../second-factor.ts'
import { useSession } from '../session.ts'
import { stepUpWords as say } from '../words/step-up.ts'
import { Dialog } from './Dialog.tsx'
import { useWaiting } from './step-up.ts'

export { withSecondFactor } from './step-up.ts'

/** Asks for the second factor once more, wherever something waits for it (U3); it stands once around all pages. */
export function StepUp() {
  const waiting = useWaiting()
  if (!waiting) return null
  return (
    <Dialog onClose={waiting.left} title={say.title} size="sm" centered>
      <Factor done={waiting.shown} />
    </Dialog>
  )
}

function Factor({ done }: { readonly done: () => void }) {
  const { email } = useSession()
  const isDemo = useQuery({ queryKey: ['demo', email], queryFn: () => isOfDemo(email), staleTime: Infinity })
  const [typed, setTyped] = useState('')
  const [recovery, setRecovery] = useState(false)
  const show = useMutation({
    mutationFn: (by: 'code' | 'passkey' | 'demo') =>
      by === 'demo' ? showInDemo(email) : by === 'passkey' ? showPasskey() : showCode(typed),
    onSuccess: done,
  })
  if (isDemo.isPending) return null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        show.mutate(isDemo.data ? 'demo' : 'code')
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {isDemo.data ? say.demo : say.why}
        </Text>
        {!isDemo.data && (
          <TextInput
            label={recovery ? say.recovery : say.code}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            inputMode={recovery ? 'text' : 'numeric'}
            autoComplete="one-time-code"
            data-autofocus
          />
        )}
        {show.error && (
          <Text size="sm" c="red" role="alert">
            {show.error.message}
          </Text>
        )}
        <Group justify="space-between" gap="xs">
          {!isDemo.data && (
            <Anchor component="button" type="button" size="xs" onClick={() => setRecovery(!recovery)}>
              {recovery ? say.useCode : say.useRecovery}
            </Anchor>
          )}
          <Group gap="xs" ml="auto">
            {!isDemo.data && 'PublicKeyCredential' in window && (
              <Button variant="default" onClick={() => show.mutate('passkey')}>
                {say.passkey}
              </Button>
            )}
            <Button type="submit" loading={show.isPending} data-autofocus={isDemo.data || undefined}>
              {say.show}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

/** Whether this is a person of the demo, whose second factor is one click; elsewhere there is no such door. */
async function isOfDemo(email: string): Promise<boolean> {
  const reply = await fetch('/demo/people')
  if (!reply.ok) return false
  const { people } = (await reply.json()) as { people: readonly { readonly email: string }[] }
  return people.some((person) => person.email === email)
}
