import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'

type List = '/orders' | '/items'

/** How each list was filtered and sorted when it was left; in memory alone, and no list has a buyer among its filters. */
const left = new Map<List, object>()

/** Remembers how a list is filtered and sorted, so that the way back from one of its rows leads to the same rows. */
export function useLeft(list: List, search: object): void {
  useEffect(() => void left.set(list, search), [list, search])
}

/** The way back from one thing to its list, as it was left. */
export const BackLink = ({ to, label }: { readonly to: List; readonly label: string }) => (
  <Anchor
    size="sm"
    w="fit-content"
    renderRoot={(props) => <Link to={to} search={(left.get(to) ?? {}) as never} {...props} />}
  >
    ← {label}
  </Anchor>
)
