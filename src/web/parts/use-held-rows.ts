import { useState } from 'react'
import { type Held, holdRows } from './hold-rows.ts'

type Kept<Row> = { readonly name: string | undefined; readonly rows: readonly Row[] }
type HeldRows<Row> = Held<Row> & {
  /** Shows everything as it is now. */
  release(): void
  /** What tells where the hand is; for the element around the rows. */
  readonly hand: {
    onPointerMove(event: { readonly pointerType: string }): void
    onPointerLeave(): void
    onFocus(): void
    onBlur(event: { readonly currentTarget: Element; readonly relatedTarget: EventTarget | null }): void
  }
}

/** The rows of a list, held still while the pointer is over them or one of them has the focus. `name`: other filters are another list. */
export function useHeldRows<Row>(
  rows: readonly Row[],
  { name, keyOf }: { readonly name: string | undefined; keyOf(row: Row): string | number },
): HeldRows<Row> {
  const [kept, setKept] = useState<Kept<Row> | null>(null)
  const holds = kept !== null && kept.name === name
  const hold = () => {
    if (!holds && name !== undefined) setKept({ name, rows })
  }
  return {
    ...(holds ? holdRows(kept.rows, rows, keyOf) : { shown: rows, waiting: 0 }),
    release: () => setKept(name === undefined ? null : { name, rows }),
    hand: {
      // A finger that scrolls leaves nothing behind.
      onPointerMove: ({ pointerType }) => pointerType === 'mouse' && hold(),
      onPointerLeave: () => setKept(null),
      onFocus: hold,
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setKept(null)
      },
    },
  }
}
