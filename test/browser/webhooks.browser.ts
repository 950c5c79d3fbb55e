import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './make/demo.ts'

test('[X2] a program is told what happens: added with its secret, tested, its answer read in the log, sent again, switched off', async ({
  enter,
}) => {
  const names: string[] = []
  const receiver = createServer((request, reply) => {
    names.push(String(request.headers['webhook-id']))
    request.resume()
    reply.writeHead(204).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const page = await enter('Olivia Harbor', '/users?tab=webhooks')
  try {
    await page.getByRole('button', { name: 'Add a webhook' }).click()
    const add = page.getByRole('dialog', { name: 'Tell a program what happens' })
    await add.getByLabel('Which program').fill('Our shop')
    await add.getByLabel('Its address').fill('shop.example.com')
    await add.getByLabel('Prices that Amazon took or refused').check()
    await expect(add.getByText('It must be an address such as https://shop.example.com/millrace.')).toBeVisible()
    await expect(add.getByRole('button', { name: 'Add the webhook' })).toBeDisabled()
    await add.getByLabel('Its address').fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/millrace`)
    await add.getByRole('button', { name: 'Add the webhook' }).click()
    await expect(page.getByRole('textbox', { name: 'Its secret' })).toHaveValue(/^whsec_/)
    await page.getByRole('button', { name: 'Done' }).click()
    const row = page.getByRole('row', { name: /Our shop/ })
    await row.getByRole('button', { name: 'Send a test' }).click()
    await row.getByRole('button', { name: 'Log' }).click()
    const log = page.getByRole('dialog', { name: 'What Our shop was told' })
    await expect(log.getByRole('row', { name: /webhook\.test/ })).toContainText('answered 204')
    const axe = new AxeBuilder({ page })
      .include('[role=dialog]')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    await expect.poll(async () => (await axe.analyze()).violations.map(({ id }) => id)).toEqual([])
    await log.getByRole('button', { name: 'Send again' }).click()
    await expect.poll(() => names.length).toBe(2)
    expect(new Set(names).size).toBe(1)
    await page.keyboard.press('Escape')
    await row.getByRole('button', { name: 'More about Our shop' }).click()
    await page.getByRole('menuitem', { name: 'Change' }).click()
    const change = page.getByRole('dialog', { name: 'Change Our shop' })
    await change.getByRole('switch', { name: 'On' }).uncheck({ force: true })
    await change.getByRole('button', { name: 'Save' }).click()
    await expect(row).toContainText(/Off, by owner@/)
  } finally {
    receiver.close()
  }
})
