import { ask } from './make/ask-api.ts'
import { expect, test } from './make/demo.ts'
import { enterElsewhere } from './make/enter-elsewhere.ts'

type SavedMethods = {
  readonly version: string
  readonly rows: readonly { readonly id: string; readonly name: string }[]
}

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

  test('[O9] a method is written with zones and stepped rates, checked while it is typed', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/amazon')
    const methods = page.getByRole('region', { name: 'Shipping methods', exact: true })
    await methods.getByRole('button', { name: 'Add a method' }).click()
    const editor = page.getByRole('dialog', { name: 'Add a shipping method' })
    await editor.getByLabel('Name', { exact: true }).fill('City Bikes')
    await editor.getByLabel('Id', { exact: true }).fill('UPS-GROUND')
    await expect(editor.getByText('Another method has this id.')).toBeVisible()
    await editor.getByLabel('Carrier', { exact: true }).fill('City Bikes')
    const first = editor.getByRole('group', { name: 'Zone 1', exact: true })
    await first.getByLabel('Only these states').fill('NY, Texas')
    await expect(first.getByText('Entry 2: Must be a state of two capitals, such as TX.')).toBeVisible()
    await first.getByLabel('Only these states').fill('ny')
    await first.getByLabel('Only these postal codes').fill('100, 10400-10499')
    await first.getByRole('combobox', { name: 'Price', exact: true }).click()
    await page.getByRole('option', { name: 'By weight' }).click()
    await first.getByLabel('Up to grams, step 1').fill('500')
    await first.getByLabel('Price in USD, step 1').fill('4.90')
    await first.getByRole('button', { name: 'Add a step' }).click()
    await first.getByLabel('Up to grams, step 2').fill('400')
    await expect(first.getByText('Must be more than in the step before.')).toBeVisible()
    await first.getByLabel('Up to grams, step 2').fill('2000')
    await first.getByLabel('Price in USD, step 2').fill('7.90')
    await editor.getByRole('button', { name: 'Add a zone' }).click()
    const second = editor.getByRole('group', { name: 'Zone 2', exact: true })
    await second.getByLabel('Price in USD').fill('12')
    await editor.getByRole('button', { name: 'Save the method' }).click()
    await expect(editor.getByRole('alert')).toHaveText('One field needs another look.')
    await editor.getByLabel('Id', { exact: true }).fill('BIKES')
    await editor.getByRole('button', { name: 'Save the method' }).click()
    await expect(page.getByText('Saved: City Bikes.')).toBeVisible()
    await methods.getByRole('button', { name: 'Edit City Bikes' }).click()
    const again = page.getByRole('dialog', { name: 'Edit City Bikes' })
    await again.getByRole('button', { name: /^Zone 1/ }).click()
    await expect(again.getByLabel('Up to grams, step 2')).toHaveValue('2000')
    await expect(again.getByLabel('Only these postal codes')).toHaveValue('100, 10400-10499')
    await again.getByRole('button', { name: 'Cancel' }).click()
  })

  test('[O9] who edits a method is told that somebody else changed it meanwhile, and saving takes nothing else of theirs back', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/amazon')
    const methods = page.getByRole('region', { name: 'Shipping methods', exact: true })
    await methods.getByRole('button', { name: 'Edit UPS: Ground' }).click()
    const editor = page.getByRole('dialog', { name: 'Edit UPS: Ground' })
    await editor.getByLabel('Name', { exact: true }).fill('UPS: Ground by us')

    const other = await enterElsewhere(page, 'Olivia Harbor')
    const renamed = { 'UPS-GROUND': 'UPS: Ground by them', 'FEDEX-2DAY': 'FedEx: 2Day by them' }
    const before = await ask<SavedMethods>(other, { method: 'GET', path: '/shipping-methods' })
    const rename = (names: Readonly<Record<string, string>>, { rows, version }: SavedMethods) => {
      const changed = rows.map((row) => ({ ...row, name: names[row.id] ?? row.name }))
      return ask(other, { method: 'PUT', path: '/shipping-methods', body: { methods: changed, version } })
    }
    await rename(renamed, before)
    await expect(editor.getByText(/^Somebody else changed this method since you opened it/)).toBeVisible()
    await expect(editor.getByLabel('Name', { exact: true })).toHaveValue('UPS: Ground by us')
    await editor.getByRole('button', { name: 'Save the method' }).click()
    await expect(page.getByText('Saved: UPS: Ground by us.')).toBeVisible()
    await expect(methods.getByRole('row', { name: /UPS: Ground by us/ })).toBeVisible()
    await expect(methods.getByRole('row', { name: /FedEx: 2Day by them/ })).toBeVisible()
    const after = await ask<SavedMethods>(other, { method: 'GET', path: '/shipping-methods' })
    await rename(Object.fromEntries(before.rows.map(({ id, name }) => [id, name])), after)
    await expect(methods.getByRole('button', { name: 'Edit UPS: Ground', exact: true })).toBeVisible()
    await other.context().close()
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
