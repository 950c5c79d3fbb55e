import { Text } from '@mantine/core'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell } from '../../parts/told.tsx'
import { submissionsWords } from '../../words/submissions.ts'
import { at, type Change, goingUpChanged } from './going-up.ts'

const say = submissionsWords.approvals

/** A price that a person puts back to what stood before, or lets go again. */
export type PriceWish = {
  readonly row: Pick<Change, 'connection' | 'sellerSku' | 'marketplaceId'>
  readonly deed: 'put-back' | 'release-price'
}

/** Asks, and puts a price back and pins it, or releases it (I12). */
export function PriceDecision({ wish: { row, deed }, close }: { readonly wish: PriceWish; close(): void }) {
  const back = deed === 'put-back'
  const run = async () => {
    const body = { sellerSku: row.sellerSku, marketplaceId: row.marketplaceId ?? '' }
    const path = back
      ? ('/api/v1/connections/{connectionId}/sending/put-back' as const)
      : ('/api/v1/connections/{connectionId}/sending/release-price' as const)
    await answer(api.POST(path, { ...at(row.connection), body }))
    await goingUpChanged()
    tell(back ? say.putBackDone : say.letGone)
  }
  return (
    <Ask
      title={back ? say.putBackTitle(row.sellerSku) : say.letGoTitle(row.sellerSku)}
      does={back ? say.putBack : say.letGo}
      run={run}
      close={close}
    >
      <Text size="sm">{back ? say.putBackWhy : say.letGoWhy}</Text>
    </Ask>
  )
}
