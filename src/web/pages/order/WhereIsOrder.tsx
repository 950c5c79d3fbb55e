import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { orderWords } from '../../words/order.ts'

const say = orderWords.where

/** "Where is my order?": any Amazon order id is answered with the step it is at and why (O19). */
export function WhereIsOrder({ known = '', close }: { readonly known?: string; readonly close: () => void }) {
  const [typed, setTyped] = useState(known)
  const find = useMutation({
    mutationFn: (amazonOrderId: string) =>
      answer(api.POST('/api/v1/where-is-order/{amazonOrderId}', { params: { path: { amazonOrderId } } })),
  })
  const { data, error } = find
  return (
    <Dialog onClose={close} title={say.title} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          find.mutate(typed.trim())
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {say.why}
          </Text>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              label={say.id}
              placeholder={say.hint}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              flex={1}
              data-autofocus
            />
            <Button type="submit" disabled={typed.trim() === ''} loading={find.isPending}>
              {say.find}
            </Button>
          </Group>
          <div aria-live="polite">
            {error && (
              <Text size="sm" c="red">
                {error.message}
              </Text>
            )}
            {data && <Text size="sm">{data.sentence}</Text>}
            {data?.problems.map(({ code, sentence }) => (
              <Text key={code} size="sm">
                {sentence}
              </Text>
            ))}
          </div>
          {data && data.orderNumber !== null && (
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link to="/orders/$order" params={{ order: String(data.orderNumber) }} {...props} />
              )}
            >
              {say.open(data.orderNumber)}
            </Anchor>
          )}
          {data?.step === 'held' && (
            <Anchor
              size="sm"
              renderRoot={(props) => <Link to="/errors" search={{ text: data.amazonOrderId }} {...props} />}
            >
              {say.errors}
            </Anchor>
          )}
        </Stack>
      </form>
    </Dialog>
  )
}
