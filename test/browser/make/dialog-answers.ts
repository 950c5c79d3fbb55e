import type { Page } from '@playwright/test'
import type { components } from '../../../src/web/generated/api.ts'

type Of<Name extends keyof components['schemas']> = components['schemas'][Name]
type Rows<Row> = { readonly rows: readonly Row[] }

/** What the demo does not reach in minutes is told in its stead: the answer of a request, with a change. */
const instead = <Told>(page: Page, path: string, change: (told: Told) => unknown) =>
  page.route(`**/api/v1${path}`, async (route) => {
    const reply = await route.fetch()
    await route.fulfill({ response: reply, json: change((await reply.json()) as Told) })
  })

const AT = '2026-11-20T09:30:00.000Z'
const PROBLEM: Of<'ToldProblem'> = {
  code: 'brake-pulled',
  sentence: 'More prices would fall by half than ever before in one cycle. Nothing goes up until somebody has looked.',
  mendedBy: 'merchant',
  retryHelps: false,
  mend: null,
  command: null,
  facts: {},
}
const CHANGE: Of<'ChangeUp'> = {
  sellerSku: 'MUG-BLUE',
  marketplaceId: 'ATVPDKIKX0DER',
  field: 'price',
  state: 'held',
  wanted: null,
  sent: null,
  sentAt: null,
  confirmed: null,
  confirmedAt: null,
  pinned: null,
  problem: PROBLEM,
  connection: 'na-A3HARBORGOODS',
  way: null,
  itemId: 'MUG-BLUE',
  live: null,
}
const RETRY: Of<'RetryEntry'> = {
  kind: 'confirmation',
  number: 7,
  connection: CHANGE.connection,
  name: '113-0000000-0000007',
  count: 1,
  tries: 4,
  problem: PROBLEM,
  nextTry: AT,
  since: AT,
}
const FILE: Omit<Of<'CarriedFile'>, 'name' | 'content'> = {
  file: 900,
  way: 'file',
  kind: 'price-and-quantity',
  connection: CHANGE.connection,
  marketplaceId: 'ATVPDKIKX0DER',
  state: 'done',
  messages: 1,
  feedId: null,
  amazonState: null,
  problem: null,
  madeBy: 'Olivia Harbor',
  madeAt: AT,
  sentAt: AT,
  endedAt: AT,
}
const LINE: Of<'PriceFileLine'> = {
  line: 1,
  sellerSku: 'MUG-BLUE',
  price: '12.00',
  minimum: null,
  maximum: null,
  quantity: '30',
  leadDays: null,
  fields: [
    { field: 'price', state: 'refused', problem: PROBLEM },
    { field: 'stock', state: 'confirmed', problem: null },
  ],
}

/** There are two factors, so one may be removed. */
export const twoFactors = (page: Page) =>
  instead<Of<'Factors'>>(page, '/account/factors', (told) => ({
    ...told,
    passkeys: [{ passkeyId: 'a', name: 'Laptop', createdAt: AT, lastUsedAt: null }],
  }))

/** Amazon refused a package for days. */
export const refusedForDays = (page: Page) =>
  instead<Rows<Of<'RetryEntry'>>>(page, '/retry-queue?*', (told) => ({ ...told, rows: [RETRY] }))

/** The brake is pulled, a price is held, another one is put back. */
export async function brakePulled(page: Page): Promise<void> {
  await instead<Rows<Of<'StandingUp'>>>(page, '/sending/overview', (told) => ({
    rows: told.rows.map((each) => ({ ...each, brakedAt: AT, problems: [{ ...PROBLEM, since: AT }] })),
  }))
  await instead<Rows<Of<'ChangeUp'>>>(page, '/sending/changes?*', (told) => ({ ...told, rows: [CHANGE] }))
}

/** A price-and-quantity file was taken. */
export async function priceFile(page: Page): Promise<void> {
  await instead<Rows<unknown>>(page, '/files?*', (told) => ({ ...told, rows: [FILE] }))
  const one = { status: 200, contentType: 'application/json' }
  await page.route('**/api/v1/files/900', (route) =>
    route.fulfill({ ...one, json: { ...FILE, name: 'prices.txt', content: '' } }),
  )
  await page.route('**/api/v1/files/900/lines*', (route) =>
    route.fulfill({ ...one, json: { rows: [LINE], next: null } }),
  )
}

/** The 30 days of a cleared connection are over. */
export const certified = (page: Page) => {
  const { connection } = CHANGE
  const rows: Of<'Certificate'>[] = [
    {
      id: 1,
      connection,
      writtenAt: AT,
      fingerprint: 'a1b2'.repeat(16),
      content: '{}',
      text: `Of ${connection} nothing is left.`,
    },
  ]
  return instead<Rows<unknown>>(page, '/certificates', (told) => ({ ...told, rows }))
}

/** The Amazon tab has no fault any more. */
export async function faultlessTab(page: Page): Promise<void> {
  const tab: Partial<Of<'AmazonTab'>> = {
    productType: 'KITCHEN',
    requirements: 'LISTING',
    attributes: {},
    faults: [],
    submission: null,
    problem: null,
  }
  await page.route('**/api/v1/items/*/amazon/*', (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', json: tab }),
  )
}
