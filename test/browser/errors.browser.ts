import { expect, test } from './make/demo.ts'
import { faultsOf } from './make/faults-of.ts'

test.describe('the Error Log', () => {
  test('[N1][E4] from the mail about an unknown SKU to the order that is placed', async ({ page, demo }) => {
    test.setTimeout(240_000)
    await page.goto(`${demo.url}/mailbox`)
    const mail = page.getByRole('button', { name: /File Processing Errors/ }).first()
    await expect(mail).toBeVisible({ timeout: 120_000 })
    await mail.click()
    const body = page.locator('#mail pre')
    await expect(body).toContainText('No item and no SKU mapping matches the seller SKU')
    const told = (await body.textContent()) ?? ''
    const entry = told.split(/^- /m).find((part) => part.includes('No item and no SKU mapping matches')) ?? ''
    const order = /Amazon order (\d{3}-\d{7}-\d{7})/.exec(entry)?.[1] ?? ''
    const link = /https?:\S+\/errors\?document=\d+/.exec(entry)?.[0] ?? ''
    await body.getByRole('link', { name: link, exact: true }).click()

    await page.waitForURL('**/sign-in?next=*')
    await page.getByRole('button', { name: 'Olivia Harbor' }).click()
    await page.waitForURL('**/errors?document=*')
    const problem = page.getByRole('region', { name: 'The problem that you came for' })
    await expect(problem.getByRole('heading', { name: `Amazon order ${order} is held` })).toBeVisible()
    await problem.getByRole('button', { name: 'Map this SKU' }).first().click()

    const drawer = page.getByRole('dialog', { name: /^Map SKU/ })
    await expect(drawer.getByRole('region', { name: 'What Amazon says' })).toContainText('Ordered')
    await expect(drawer.getByText(/A similar title|Its id stands inside/).first()).toBeVisible()
    await drawer.getByLabel('Find another item').fill('MUG-BLUE')
    await drawer.getByRole('radio', { name: /^MUG-BLUE/ }).check()
    await expect(drawer.getByText('One sold at Amazon takes one from your stock.')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await drawer.getByRole('button', { name: /^Map, and reprocess/ }).click()
    const log = drawer.getByRole('region', { name: 'Log of the run' })
    await expect(log.getByText(`Considering processing of [${order}]`)).toBeVisible({ timeout: 30_000 })
    await expect(log.getByText(`Order id [${order}] is placed in stage`)).toBeVisible()
    await drawer.getByRole('link', { name: 'Open the order' }).click()
    await page.waitForURL(`**/orders/${order}`)
    await expect(page.getByRole('heading', { name: 'How it came in' })).toBeVisible()
  })

  test('[E1][E4] a level without a word is given one in place; causes are narrowed by the address', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/errors')
    const card = page.getByRole('article', { name: /waits? for your word on SAME_DAY shipping/ })
    await expect(card).toBeVisible({ timeout: 60_000 })
    await card.getByRole('button', { name: /^Show/ }).click()
    await expect(card.getByRole('button', { name: 'Reprocess all' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await card.getByRole('button', { name: 'Reprocess', exact: true }).first().click()
    await expect(card.getByRole('status')).toHaveText('1 still held')
    await card.getByRole('button', { name: 'Choose what it becomes' }).click()
    const drawer = page.getByRole('dialog', { name: 'What SAME_DAY shipping becomes' })
    await expect(drawer.getByRole('combobox')).toHaveValue('One-Day')
    await drawer.getByRole('button', { name: 'Save, and reprocess' }).click()
    await expect(drawer.getByRole('status')).toHaveText(/orders? placed|still held/)
    await drawer.getByRole('button', { name: 'Done' }).click()
    await page.getByLabel('Amazon order id or SKU').fill('no-such-thing')
    await page.waitForURL('**/errors?text=no-such-thing')
    await expect(page.getByText('Nothing fits')).toBeVisible()
  })

  test('[U1] who may not mend reads who can, and who may map a SKU maps it', async ({ enter }) => {
    const clerk = await enter('Sam Pier', '/errors')
    await expect(clerk.getByRole('article').first()).toBeVisible({ timeout: 60_000 })
    await clerk.getByRole('button', { name: /^Show/ }).first().click()
    await expect(clerk.getByText('Reprocessing and ignoring need the permission Edit Orders.').first()).toBeVisible()
    await expect(clerk.getByRole('button', { name: /^(Reprocess|Ignore|Map this SKU|Choose)/ })).toHaveCount(0)
    await clerk.goto(new URL('/errors?view=queue', clerk.url()).href)
    await expect(clerk.getByText('nothing is dropped, however often it fails')).toBeVisible()
    expect(await faultsOf(clerk)).toEqual([])
  })
})
