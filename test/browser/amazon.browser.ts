import { expect, test } from './make/demo.ts'

test.describe('Amazon Seller Central', () => {
  test('[O9] a section saves by itself, tells a wrong value beside its field, and warns before a change is lost', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/amazon')
    const orders = page.getByRole('region', { name: 'Orders', exact: true })
    const minutes = orders.getByLabel('Minutes between two looks for orders')
    const save = orders.getByRole('button', { name: 'Save' })
    await expect(save).toBeDisabled()
    await minutes.fill('2')
    await expect(orders.getByText('Must be a whole number from 3 to 60.')).toBeVisible()
    await save.click()
    await expect(minutes).toBeFocused()

    await page.getByRole('link', { name: 'Today' }).click()
    const asked = page.getByRole('dialog', { name: 'Leave without saving?' })
    await expect(asked.getByRole('listitem')).toHaveText('Orders')
    await asked.getByRole('button', { name: 'Stay here' }).click()

    await minutes.fill('7')
    await orders.getByLabel('Ignore specific Amazon order ids').fill('111-2222222-3333333\nnot an id')
    await expect(orders.getByText(/^Line 2: Must be one Amazon order id/)).toBeVisible()
    await orders.getByLabel('Ignore specific Amazon order ids').fill('111-2222222-3333333')
    await save.click()
    await expect(page.getByText('Saved: Orders.')).toBeVisible()
    await expect(save).toBeDisabled()
    await page.reload()
    await expect(minutes).toHaveValue('7', { timeout: 30_000 })
    await expect(orders.getByLabel('Ignore specific Amazon order ids')).toHaveValue('111-2222222-3333333')
  })

  test('[O9] the tables tell at once which method an order would get, and need one for each level', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/amazon')
    const levels = page.getByRole('region', { name: 'Shipping methods by service level' })
    const tried = levels.getByRole('group', { name: 'Try it' })
    await expect(tried.getByRole('row', { name: /^Two-Day/ })).toContainText('FedEx: 2Day, $19.00')
    await levels.getByLabel('UPS: Ground is valid for Two-Day Shipping').check()
    await expect(tried.getByRole('row', { name: /^Two-Day/ })).toContainText(
      'UPS: Ground, $9.90, because it is the cheapest',
    )
    await levels.getByLabel('Priority of FedEx: 2Day for Two-Day Shipping').fill('1')
    await expect(tried.getByRole('row', { name: /^Two-Day/ })).toContainText('because its priority is 1')
    await levels.getByLabel('FedEx: Standard Overnight is valid for One-Day Shipping').uncheck()
    await expect(levels.getByText(/^Needs at least one valid shipping method/)).toBeVisible()
    await levels.getByRole('button', { name: 'Discard' }).click()
    await expect(tried.getByRole('row', { name: /^One-Day/ })).toContainText('FedEx: Standard Overnight')
  })

  test('[U6] a section tells who changed which option, from what to what', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/amazon')
    const buffers = page.getByRole('region', { name: 'Inventory buffers' })
    await buffers.getByLabel(/^Portland house/).fill('2')
    await buffers.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved: Inventory buffers.')).toBeVisible()
    await buffers.getByRole('button', { name: 'History of Inventory buffers' }).click()
    const history = page.getByRole('dialog', { name: 'History: Inventory buffers' })
    const newest = history.getByRole('listitem').first()
    await expect(newest).toContainText('Buffer of center Portland house: 0 → 2')
    await expect(newest).toContainText('in the console')
  })

  test('[O8] mails to buyers are switched on only by somebody who confirms the policy, from a theme that is whole', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/amazon')
    const emails = page.getByRole('region', { name: 'Mails to buyers' })
    await emails.getByLabel('Send mails to buyers').check()
    await expect(emails.getByText(/^Must be true/)).toBeVisible()
    await emails.getByLabel(/^I know Amazon's policy/).check()
    await expect(emails.getByText(/^Must be true/)).toHaveCount(0)
    await emails.getByRole('button', { name: 'Discard' }).click()
    const themes = page.getByRole('region', { name: 'Themes', exact: true })
    await themes.getByRole('button', { name: 'Add a theme' }).click()
    await themes.getByLabel('Sender of its mails').fill('nobody')
    await expect(themes.getByText('Must be an e-mail address.').first()).toBeVisible()
    await themes.getByRole('button', { name: 'Discard' }).click()
    await expect(themes.getByLabel('Sender of its mails')).toHaveCount(0)
  })

  test('[I14] sending is switched on through its dry run only, and a connection is cleared only by its name', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/amazon')
    const sending = page.getByRole('region', { name: 'Sending to Amazon' })
    await sending.getByRole('button', { name: 'Dry run and switch on: Stock' }).click()
    const run = page.getByRole('dialog', { name: 'Dry run: what would go up now' })
    // The demo's listings may not be read yet.
    await expect(run.getByText(/^(Then|There is nothing to send)$/)).toBeVisible({ timeout: 30_000 })
    await run.getByRole('button', { name: 'I have seen it: switch Stock on' }).click()
    await expect(sending.getByRole('button', { name: 'Switch off: Stock' })).toBeVisible()
    await sending.getByRole('button', { name: 'Switch off: Stock' }).click()
    await expect(sending.getByRole('button', { name: 'Dry run and switch on: Stock' })).toBeVisible()

    await page.getByRole('region', { name: 'Credentials' }).getByRole('button', { name: 'Clear' }).click()
    const asked = page.getByRole('dialog', { name: 'Clear na-A3HARBORGOODS?' })
    await expect(asked.getByRole('button', { name: 'Clear the credentials' })).toBeDisabled()
    await asked.getByRole('button', { name: 'Cancel' }).click()
  })

  test('[C9] the preview shows what the last 48 hours would become', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/amazon')
    await page.getByRole('button', { name: 'Preview' }).click()
    const shown = page.getByRole('dialog', { name: 'What the last 48 hours would become' })
    await expect(shown.getByRole('row').nth(1)).toContainText(/\d{3}-\d{7}-\d{7}/)
    await expect(shown.getByText('Nothing was written.')).toBeVisible()
  })

  test('[U1] somebody without settings sees no page of them', async ({ enter }) => {
    const page = await enter('Otto Tide', '/today')
    await expect(page.getByRole('link', { name: 'Amazon Seller Central' })).toHaveCount(0)
  })
})
