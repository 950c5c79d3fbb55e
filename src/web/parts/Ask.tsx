import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { words } from '../words/en.ts'
import { Deeds } from './Deeds.tsx'
import { Dialog } from './Dialog.tsx'

type Asked = {
  readonly title: string
  /** The words on the button that does it. */
  readonly does: string
  /** The words on the button that leaves, where "Cancel" could mean the deed itself. */
  readonly stays?: string
  /** True for what takes something away. */
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly children?: ReactNode
  /** Wider, for what has many fields. */
  readonly size?: 'lg'
  run(): Promise<unknown>
  close(): void
  /** What leaving without doing it does, where that is not the same as closing after it. */
  cancel?(): void
}

/** Asks before something is done, says what it does, and keeps the server's refusal in sight. Enter does it, Escape leaves. */
export function Ask({
  title,
  does,
  stays = words.cancel,
  danger = false,
  disabled = false,
  size,
  children,
  run,
  close,
  cancel = close,
}: Asked) {
  const act = useMutation({ mutationFn: run, onSuccess: close })
  return (
    <Dialog onClose={cancel} title={title} size={size} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!disabled) act.mutate()
        }}
      >
        <Stack gap="sm">
          {children}
          <Deeds error={act.error?.message}>
            <Button variant="default" onClick={cancel}>
              {stays}
            </Button>
            <Button type="submit" color={danger ? 'red.9' : undefined} disabled={disabled} loading={act.isPending}>
              {does}
            </Button>
          </Deeds>
        </Stack>
      </form>
    </Dialog>
  )
}
