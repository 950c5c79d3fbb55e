import type { Page } from '@playwright/test'
import { expect, test } from './make/demo.ts'
import { SCENES } from './make/dialogs.ts'
import { DIALOG, faultsInBoth, MENU } from './make/faults-of.ts'
import { openScene } from './make/open-dialog.ts'
import type { Scene } from './make/scene.ts'

/** Opens a scene, looks at it and at the menu that it comes from, leaves it by Escape; gives what was wrong on the way. */
async function walk(page: Page, scene: Scene, last: Scene | undefined): Promise<string[]> {
  const faults: string[] = []
  const menu = async () => faults.push(...(await faultsInBoth(page, MENU)))
  const { dialog, opener } = await openScene(page, scene, { last, menu })
  faults.push(...(await faultsInBoth(page, DIALOG)))
  const open = await page.getByRole('dialog').count()
  const inside = dialog.locator(':focus').or(dialog.and(page.locator(':focus')))
  await expect(inside)
    .toHaveCount(1, { timeout: 5_000 })
    .catch(() => faults.push('the focus is outside'))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(open - 1)
  // A dialog over another one gives the focus back to that.
  const back = open > 1 ? page.locator('[role=dialog]:focus, [role=dialog] :focus') : opener.and(page.locator(':focus'))
  await expect(back)
    .toHaveCount(1, { timeout: 5_000 })
    .catch(() => faults.push('the focus is not back at its opener'))
  return faults
}

test.describe('every dialog of the console', () => {
  for (const { who, begins, scenes } of SCENES)
    test(`[X1] can be read by everybody in light and dark, closes with Escape, and gives the focus back (${who})`, async ({
      enter,
    }) => {
      test.setTimeout(400_000)
      const page = await enter(who, begins)
      // One that cannot be opened is told, and the others are looked at.
      page.setDefaultTimeout(20_000)
      const found: Record<string, string[]> = {}
      let last: Scene | undefined
      for (const scene of scenes) {
        const faults = await walk(page, scene, last).catch((error: Error) => [error.message.split('\n')[0] ?? ''])
        if (faults.length > 0) found[scene.name] = faults
        last = faults.length > 0 ? undefined : scene
      }
      expect(found).toEqual({})
    })
})
