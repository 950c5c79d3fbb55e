import { Button } from '@mantine/core'
import { words } from '../words/en.ts'
import type { Pages } from './ListTable.tsx'

type Shown = { readonly list: Pick<Pages<never>, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'> }

/** Brings the next page of a list, where there is one. */
export const MoreButton = ({ list }: Shown) =>
  list.hasNextPage && (
    <Button
      variant="default"
      w="fit-content"
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {words.more}
    </Button>
  )
