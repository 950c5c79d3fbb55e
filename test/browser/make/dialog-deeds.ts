import type { Page } from '@playwright/test'
import { ask } from './ask-api.ts'
import { enterElsewhere } from './enter-elsewhere.ts'
import { goTo } from './every-page.ts'

const post = (page: Page, path: string, body: object) => ask(page, { method: 'POST', path, body })
const rowsOf = async <Row>(page: Page, path: string) =>
  ((await ask(page, { method: 'GET', path })) as { rows: Row[] }).rows

/** Something stands in a section of the settings that is not saved. */
export const typeIntoSettings = (page: Page) =>
  page.locator('section.section input:not([type=checkbox]):not([readonly]):enabled').first().fill('7')

/** The same person is signed in elsewhere too. */
export async function signInElsewhere(page: Page): Promise<void> {
  const other = await enterElsewhere(page, 'Olivia Harbor')
  await other.context().close()
}

/** Something stands in the audit. */
export const mapASku = (page: Page) =>
  ask(page, {
    method: 'PUT',
    path: '/sku-mappings',
    body: { mappings: [{ sellerSku: `SEEN-${Date.now()}`, itemId: 'MUG-BLUE', ratio: { amazon: 1, ours: 1 } }] },
  })

/** The audit was reviewed. */
export async function signTheAudit(page: Page): Promise<void> {
  await mapASku(page)
  const { through } = (await ask(page, { method: 'GET', path: '/audit/review' })) as { through: number }
  await post(page, '/audit/review/sign-off', { through, word: 'Seen.' })
}

/** There is a key, a group, an invitation. */
export const makeAKey = (page: Page) =>
  post(page, '/keys', { name: 'Till', purpose: 'Reads stock', scopes: ['items:read'], networks: [] })
export const makeAGroup = (page: Page) =>
  post(page, '/groups', { name: `Dock ${Date.now()}`, permissions: ['View Orders'] })
export const inviteOne = (page: Page) =>
  post(page, '/invitations', { email: 'new@example.com', permissions: ['View Orders'], groups: [], topics: [] })

/** A program is told what happens; nobody listens there. */
export const addAWebhook = (page: Page) =>
  post(page, '/webhooks', { name: 'Our shop', url: 'https://shop.example.com/millrace', types: [], on: false })

/** The second factor was shown long ago: the next grave change asks for it. */
export const factorIsOld = (page: Page) =>
  page.route('**/owner', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      json: { status: 403, title: 'Second factor', detail: 'Show your second factor.', code: 'second-factor-needed' },
    }),
  )

/** An order left in one package. */
export async function shipOne(page: Page): Promise<void> {
  await goTo(page, '/today')
  const [first] = await rowsOf<{ amazonOrderId: string }>(page, '/shipping-queue?limit=1')
  await post(page, '/shipments', {
    shipments: [{ order: first?.amazonOrderId, tracking: '1Z999AA10123456784', carrier: 'UPS' }],
    keepBack: 30,
  })
}

/** A file with what waits was taken for Seller Central. */
export async function takeAFile(page: Page): Promise<void> {
  await shipOne(page)
  const [connection] = await rowsOf<{ id: string }>(page, '/connections')
  await post(page, '/files/shipping-confirmation', { connection: connection?.id })
}

/** Amazon's report of the listings was read: on a first day that takes a minute. */
export const listingsAreRead = (page: Page) =>
  page
    .getByRole('button', { name: /^Choose the item of/ })
    .first()
    .waitFor({ timeout: 120_000 })
