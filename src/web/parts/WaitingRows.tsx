import { Button } from '@mantine/core'
import { words } from '../words/en.ts'

type Shown = { readonly waiting: number; release(): void }

/** Above a list that is held still: how many rows wait to come in between, and the way to let them (10 of the console's rules). */
export const WaitingRows = ({ waiting, release }: Shown) => (
  <div role="status" className="waiting">
    {waiting > 0 && (
      <Button size="compact-xs" radius="xl" onClick={release}>
        {words.waiting(waiting)}
      </Button>
    )}
  </div>
)
