import type { ConsentDraft } from './consent.ts'
import { newCode, newGrant } from './login.ts'
import { Refusal } from './place-order.ts'
import { SAMPLE } from './sample-merchant.ts'
import type { World } from './state.ts'

export type SellerDraft = {
  sellerId: string
  storeName?: string
  marketplaces?: { id: string; participating?: boolean; suspended?: boolean; refused?: boolean }[]
}
export type AppDraft = {
  clientId: string
  secrets?: string[]
  roles?: string[]
  applicationId?: string
  draft?: boolean
  redirectUris?: string[]
  loginUri?: string
}
export type GrantDraft = { clientId?: string; sellerId?: string; refreshToken?: string }
export type CodeDraft = { clientId?: string; sellerId?: string; redirectUri?: string }

/** The part of the side door about sellers, applications and their tokens. */
export function accessDoor(world: World) {
  const parties = (draft: { clientId?: string; sellerId?: string }) => ({
    clientId: draft.clientId ?? SAMPLE.clientId,
    sellerId: draft.sellerId ?? SAMPLE.sellerId,
  })
  return {
    putSeller: (draft: SellerDraft): void => putSeller(world, draft),
    putApp: (draft: AppDraft): void => putApp(world, draft),
    /** Lets an application in without the consent page; answers the refresh token. */
    authorize: (grant: GrantDraft = {}): string => newGrant(world, { ...grant, ...parties(grant) }),
    issueCode: (code: CodeDraft = {}): string => newCode(world, { ...code, ...parties(code) }),
    /** Who gives consent at Seller Central, and whether Amazon first opens the application's Login URI. */
    setConsent: (desk: ConsentDraft): void => void Object.assign(world.consent, desk),
    /** Revokes a refresh token, and the access tokens it gave unless told to keep them. */
    revoke: (refreshToken: string = SAMPLE.refreshToken, keepAccessTokens = false): void => {
      const grant = world.grants.get(refreshToken)
      if (!grant) throw new Refusal('No such refresh token.')
      grant.revoked = true
      for (const [text, token] of world.accessTokens)
        if (token.refreshToken === refreshToken && !keepAccessTokens) world.accessTokens.delete(text)
    },
    /** Makes every access token unknown, as after a change at Amazon. */
    forgetAccessTokens: (): void => world.accessTokens.clear(),
  }
}

/** Creates a seller, or alters what is given of a known one. */
export function putSeller(world: World, draft: SellerDraft): void {
  const home: NonNullable<SellerDraft['marketplaces']>[number] = { id: SAMPLE.marketplaceId }
  const known = world.sellers.get(draft.sellerId)
  const places = draft.marketplaces ?? (known ? undefined : [home])
  world.sellers.set(draft.sellerId, {
    sellerId: draft.sellerId,
    storeName: draft.storeName ?? known?.storeName ?? draft.sellerId,
    marketplaces: places
      ? new Map(
          places.map(({ id, participating = true, suspended = false, refused = false }) => [
            id,
            { participating, suspended, refused },
          ]),
        )
      : (known?.marketplaces ?? new Map()),
  })
}

/** Registers an application, or alters what is given of a known one. */
export function putApp(world: World, draft: AppDraft): void {
  const app = world.apps.get(draft.clientId)
  world.apps.set(draft.clientId, {
    clientId: draft.clientId,
    secrets: draft.secrets ?? app?.secrets ?? [SAMPLE.clientSecret],
    roles: new Set(draft.roles ?? app?.roles ?? SAMPLE.roles),
    applicationId: draft.applicationId ?? app?.applicationId ?? SAMPLE.applicationId,
    draft: draft.draft ?? app?.draft ?? false,
    redirectUris: draft.redirectUris ?? app?.redirectUris ?? [],
    loginUri: draft.loginUri ?? app?.loginUri,
  })
}
