import type { Page } from '@playwright/test'
import { goTo, settled } from './every-page.ts'
import type { Scene } from './scene.ts'

/** What is pressed: a button, a tab, an entry of a menu, a link of the page or of the navigation. */
const pressed = (page: Page, name: RegExp) =>
  page
    .getByRole('menuitem', { name })
    .or(page.getByRole('dialog').getByRole('button', { name }))
    .or(page.getByRole('main').getByRole('button', { name }))
    .or(page.getByRole('main').getByRole('link', { name }))
    .or(page.getByRole('main').getByRole('tab', { name }))
    .or(page.getByRole('checkbox', { name }))
    .or(page.getByRole('navigation').getByRole('link', { name }))
    .and(page.locator(':not(:disabled)'))
    .first()

/** Opens the page of a scene; one that is open already, from the scene before, is not loaded again. */
async function openPage(page: Page, { path, one, before, there }: Scene, last: Scene | undefined): Promise<void> {
  // What was told in the server's stead was for the scene before.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await before?.(page)
  if (path === last?.path && one === last.one && !before && !there && !last.before && !last.there) return
  await goTo(page, path)
  if (one) {
    const link = await page.locator(`main tbody a[href^="${one}"]`).first().getAttribute('href')
    await goTo(page, link ?? path)
  }
  await there?.(page)
}

type Before = {
  /** The scene before, whose page stands open. */
  readonly last?: Scene | undefined
  /** Called with each menu on the way open. */
  menu?(): Promise<unknown>
}

/** Opens a scene by its presses; gives the dialog, and what must have the focus again once it is closed. */
export async function openScene(page: Page, scene: Scene, { last, menu }: Before = {}) {
  await openPage(page, scene, last)
  let opener = page.locator('body')
  for (const name of scene.presses) {
    const next = pressed(page, name)
    // An entry goes with its menu: what opened that is the opener.
    if ((await next.getAttribute('role')) === 'menuitem') await menu?.()
    else opener = next
    await next.click()
  }
  const dialog = page.getByRole('dialog').last()
  await dialog.waitFor()
  await settled(page)
  return { dialog, opener }
}
