import type { MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import { beginConsent } from '#flows/begin-consent.ts'
import type { Deps } from '#flows/deps.ts'
import { finishConsent } from '#flows/finish-consent.ts'
import { confirmVisit, keepVisit } from '#flows/visit-consent.ts'
import { APPLICATION, APPLICATION_ID } from '#main/demo/sample-merchant.ts'
import { addMerchantOf } from './other-merchant.ts'
import { makeSeller, type SellerOptions } from './seller.ts'

export const ORIGIN = 'https://millrace.example.com'
export const BACK = `${ORIGIN}/authorization/return`

/** Somebody who is signed in. */
export type Someone = { merchant: MerchantId; userId: string; sessionId: string; who: string }

/** A seller whose deployment is known at Seller Central, and a person who lets it in; the simulator's pages are opened over HTTP. */
export async function consenting(options: SellerOptions = {}) {
  const seller = await makeSeller(options)
  const deps = { ...seller.deps, mails: { ...seller.deps.mails, publicUrl: ORIGIN } }
  seller.control.putApp({
    clientId: APPLICATION.clientId,
    applicationId: APPLICATION_ID,
    draft: options.draft ?? false,
    redirectUris: [BACK],
    loginUri: `${ORIGIN}/authorization/login`,
  })
  const tess: Someone = { merchant: seller.merchant, userId: 'U1', sessionId: 'S1', who: 'tess@example.com' }

  /** Opens a page without following where it leads. */
  async function open(address: string): Promise<{ status: number; text: string; to: URL | null }> {
    const answer = await fetch(address, { redirect: 'manual' })
    const to = answer.headers.get('location')
    return { status: answer.status, text: await answer.text(), to: to === null ? null : new URL(to) }
  }

  /** The seller presses Confirm on the consent page; gives where Amazon sends the browser. */
  async function confirm(address: string): Promise<URL> {
    const page = await open(address)
    const [, href = ''] = /href="([^"]+)"/.exec(page.text) ?? []
    if (href === '') throw new Error(page.text)
    const given = await open(href.replaceAll('&amp;', '&'))
    if (!given.to) throw new Error(given.text)
    return given.to
  }

  async function begin(wish: { country?: string; raisesPlan?: boolean } = {}, someone: Someone = tess) {
    const { merchant, userId, sessionId } = someone
    const wanted = { region: 'na', country: wish.country ?? null, raisesPlan: wish.raisesPlan ?? false } as const
    const begun = await beginConsent(deps, { merchant, userId, sessionId }, wanted)
    if (!begun.ok) throw new Error(begun.problem.code)
    return begun.value
  }

  const finish = (to: URL, someone: Someone = tess, using: Deps = deps) =>
    finishConsent(using, someone, {
      state: to.searchParams.get('state') ?? '',
      sellingPartnerId: to.searchParams.get('selling_partner_id') ?? '',
      code: to.searchParams.get('spapi_oauth_code') ?? '',
    })

  const codeOf = ({ result }: { result: { ok: true } | { ok: false; problem: Problem } }): string =>
    result.ok ? 'connected' : result.problem.code

  return {
    ...seller,
    deps,
    tess,
    open,
    confirm,
    begin,
    finish,
    codeOf,
    addMerchant: (id: string) => addMerchantOf(deps, id),
  }
}

/** What Amazon hands to our Login URI. */
export const visitOf = (to: URL) => ({
  callback: to.searchParams.get('amazon_callback_uri') ?? '',
  amazonState: to.searchParams.get('amazon_state') ?? '',
  sellingPartnerId: to.searchParams.get('selling_partner_id') ?? '',
  version: to.searchParams.get('version'),
})

/** Confirms a visit as the page does, and opens Amazon's callback; gives where it leads. */
export async function confirmAtOurs(
  desk: Awaited<ReturnType<typeof consenting>>,
  to: URL,
  change: { raisesPlan?: boolean } = {},
): Promise<URL> {
  const handle = await keepVisit(desk.deps, visitOf(to))
  if (!handle.ok) throw new Error(handle.problem.code)
  const confirmed = await confirmVisit(desk.deps, desk.tess, {
    handle: handle.value,
    region: 'na',
    raisesPlan: change.raisesPlan ?? false,
  })
  if (!confirmed.ok) throw new Error(confirmed.problem.code)
  const back = await desk.open(confirmed.value.address)
  if (!back.to) throw new Error(back.text)
  return back.to
}
