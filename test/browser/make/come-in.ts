import { expect, type Page } from '@playwright/test'
import { generateSync } from 'otplib/functional'

/** The first person of a deployment comes in: the link, a password, a second factor, the recovery codes. */
export async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Your name').fill('Hazel Frost')
  await page.getByLabel('Choose a password').fill('three green kettles 7!A')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.locator('#seed')).not.toBeEmpty()
  const seed = (await page.locator('#seed').textContent()) ?? ''
  await page.getByLabel('The six figures that the app shows').fill(generateSync({ secret: seed.replace(/\s/g, '') }))
  await page.getByRole('button', { name: 'Confirm the app' }).click()
  await page.getByLabel('I have saved them').check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
}
