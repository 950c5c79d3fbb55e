import type { Browser, Page } from '@playwright/test'
import { generateSync } from 'otplib/functional'
import { expect, test } from './make/demo.ts'

const EMAIL = 'mara.lock@example.com'
const PASSWORD = 'Sluice gate 7 at dusk'

/** The owner invites; gives the link that is shown once. */
async function invite(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByLabel('E-mail address').fill(EMAIL)
  await page.getByLabel('View Orders').check()
  await page.getByLabel('Shipping Department').check()
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await page.getByLabel('Link of the invitation').inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  return link
}

/** The one invited comes in by the link: name, password, authenticator app, recovery codes. */
async function comeIn(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.getByLabel('Your name').fill('Mara Lock')
  await page.getByLabel('Choose a password').fill('short')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByLabel('Choose a password')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Choose a password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'Set up a second factor' })).toBeVisible()
  const seed = ((await page.locator('#seed').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('The six figures that the app shows').fill(generateSync({ secret: seed }))
  await page.getByRole('button', { name: 'Confirm the app' }).click()
  await page.getByLabel('I have saved them').check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.waitForURL('**/today')
  return page
}

/** What the API says to this page's person, asked past the console. */
const askApi = (page: Page, path: string, body: unknown) =>
  page.evaluate(
    async ([address, sent]) => {
      const { csrf } = (await (await fetch('/api/v1/session')).json()) as { csrf: string }
      const headers = { 'content-type': 'application/json', 'millrace-csrf': csrf }
      const answer = await fetch(`/api/v1${address}`, { method: 'POST', headers, body: JSON.stringify(sent) })
      return { status: answer.status, detail: ((await answer.json()) as { detail: string }).detail }
    },
    [path, body] as const,
  )

test.describe('somebody who was invited', () => {
  test('[U1][U2][U3] who may not see buyer data sees none: masked, without buttons, refused by the API; removed, the open page signs out', async ({
    enter,
    browser,
    demo,
  }) => {
    test.slow()
    const owner = await enter('Olivia Harbor', '/users')
    const mara = await comeIn(browser, await invite(owner))
    await mara.goto(`${demo.url}/orders`)
    const first = mara.getByRole('row').nth(1).getByRole('link')
    await expect(first).toBeVisible({ timeout: 30_000 })
    const order = (await first.textContent()) ?? ''
    await first.click()
    await expect(mara.getByRole('heading', { name: 'How it came in' })).toBeVisible()
    await expect(mara.getByRole('button', { name: /Show the buyer/ })).toHaveCount(0)
    await mara.goto(`${demo.url}/shipping`)
    await expect(mara.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(mara.getByRole('button', { name: /shipping run/i })).toHaveCount(0)
    for (const [path, body] of [
      [`/orders/${order}/reveal`, { purpose: 'ship' }],
      ['/print', { orders: [Number(order)], kind: 'address-label', purpose: 'ship' }],
      ['/exports', { orders: [Number(order)], purpose: 'ship' }],
      ['/shipping-run', {}],
    ] as const) {
      const refused = await askApi(mara, path, body)
      expect({ path, status: refused.status }).toEqual({ path, status: 403 })
      expect(refused.detail).toMatch(/needs the permission .*Amazon PII/)
    }
    await expect(mara.getByRole('link', { name: 'Users' })).toHaveCount(0)

    await owner.reload()
    await owner.getByRole('button', { name: 'Change Mara Lock' }).click()
    await owner.getByRole('menuitem', { name: 'Remove' }).click()
    await owner.getByRole('button', { name: 'Remove now' }).click()
    await expect(owner.getByText('Mara Lock is removed.')).toBeVisible()
    await mara.getByRole('link', { name: 'Orders', exact: true }).click()
    await mara.waitForURL('**/sign-in?over=1&*')
    await expect(
      mara.getByText('You were signed out: your session has ended, or your access here was taken away.'),
    ).toBeVisible()
    await mara.context().close()
  })

  test('[U6] one finds oneself: where one is signed in, and a session elsewhere is ended from here', async ({
    enter,
    browser,
    demo,
  }) => {
    const page = await enter('Cora Quay', '/me')
    const elsewhere = await (await browser.newContext()).newPage()
    await elsewhere.goto(`${demo.url}/sign-in?next=/items`)
    await elsewhere.getByRole('button', { name: 'Cora Quay' }).click()
    await elsewhere.waitForURL('**/items')
    await page.reload()
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click()
    await expect(page.getByText(/sessions? (is|are) ended\./)).toBeVisible()
    // The page there goes by itself as soon as it asks for anything, or at the latest now.
    await elsewhere.reload()
    await elsewhere.waitForURL('**/sign-in?**')
    await elsewhere.context().close()
  })

  test('[U6] the audit is found by what was done, and the filters stand in the address', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/audit')
    await page.getByRole('tab', { name: 'All acts' }).click()
    await page.getByPlaceholder('Everything').click()
    await page.getByRole('option', { name: 'invited a person' }).click()
    await expect(page).toHaveURL(/act=user-invited/)
    await expect(page.getByRole('row').nth(1)).toContainText('invited a person')
    await page.getByLabel('To', { exact: true }).fill('2020-01-01')
    await expect(page.getByText('No act fits')).toBeVisible()
    await page.getByRole('link', { name: 'Take the filters off' }).click()
    await expect(page.getByRole('row').nth(1)).toBeVisible()
  })
})
