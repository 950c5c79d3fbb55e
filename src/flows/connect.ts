import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { Deps } from './deps.ts'
import { saveAuthorization } from './save-authorization.ts'

/** What a person pastes: where the selling partner sells, who it is, and the refresh token of the self-authorized application. */
export type Pasted = {
  readonly region: Region
  readonly sellingPartnerId: string
  readonly refreshToken: string
  readonly who?: string
  readonly raisesPlan?: boolean
}

/** True for the form of a Seller ID. */
export const isSellerId = (text: string): boolean => /^A[A-Z0-9]{5,19}$/.test(text)

/** Saves a pasted authorization after proving it at Amazon (C1). The token is sealed at once and never shown. */
export async function connect(deps: Deps, merchant: MerchantId, pasted: Pasted): Promise<Result<ConnectionId>> {
  const { region, sellingPartnerId, who = 'the program', raisesPlan = false } = pasted
  if (!isSellerId(sellingPartnerId))
    return failed('not-valid', {
      field: 'sellingPartnerId',
      why: 'a Seller ID is A followed by capitals and digits, e.g. A3HARBORGOODS',
    })
  const refreshToken = pasted.refreshToken.trim()
  if (!/^Atzr\|\S{1,2040}$/.test(refreshToken))
    return failed('not-valid', { field: 'refreshToken', why: 'a refresh token begins with Atzr| and has no spaces' })
  const brought = { region, sellingPartnerId, refreshToken, consent: 'pasted', who, raisesPlan } as const
  return saveAuthorization(deps, merchant, brought)
}
