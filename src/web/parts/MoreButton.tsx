import { Button } from '@mantine/core'
import { words } from '../words/en.ts'

type Shown = {
  readonly list: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; fetchNextPage(): unknown }
}

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
