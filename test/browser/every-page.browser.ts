import type { Page } from '@playwright/test'
import { expect, test } from './make/demo.ts'
import { eachTab, everyPage, goTo } from './make/every-page.ts'
import { faultsInBoth } from './make/faults-of.ts'
import { runInPage } from './make/run-in-page.ts'
import { tabThrough } from './make/tab-through.ts'

const NARROW = { width: 360, height: 740 }
const USUAL = { width: 1280, height: 800 }
const WIDE = { width: 2560, height: 1200 }

/** Looks at a page as it is shown now: both colours, a phone, a very wide screen. */
async function look(page: Page): Promise<string[]> {
  const faults = await faultsInBoth(page)
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size)
    faults.push(...(await runInPage<string[]>(page, 'tooWide()')).map((fault) => `${size.width} px: ${fault}`))
  }
  await page.setViewportSize(USUAL)
  return faults
}

test.describe('every page of the console', () => {
  for (const [name, begin] of [
    ['Olivia Harbor', '/today'],
    ['Otto Tide', '/deployment'],
  ] as const)
    test(`[X1] can be read and used by everybody, in light and dark, from 360 to 2560 px (${name})`, async ({
      enter,
    }) => {
      test.setTimeout(400_000)
      const page = await enter(name, begin)
      const refused: string[] = []
      page.on('console', (said) => {
        if (/Content.Security.Policy/i.test(said.text()))
          refused.push(`${new URL(page.url()).pathname}: ${said.text()}`)
      })
      const paths = name === 'Otto Tide' ? [begin] : await everyPage(page)
      expect(paths.filter((path) => path.includes('$'))).toEqual([])
      const found: Record<string, string[]> = {}
      for (const path of paths) {
        await goTo(page, path)
        await eachTab(page, async (tab) => {
          const faults = await look(page)
          if (faults.length > 0) found[path + tab] = faults
        })
      }
      expect(found).toEqual({})
      expect(refused).toEqual([])
    })

  test('[X1] can be walked through without a mouse: every stop is seen, none is a trap, the first one skips to the page', async ({
    enter,
  }) => {
    test.setTimeout(400_000)
    const page = await enter('Olivia Harbor', '/today')
    const found: Record<string, unknown> = {}
    for (const path of await everyPage(page)) {
      await goTo(page, path)
      const { stops, unseen, cameRound, first } = await tabThrough(page)
      if (unseen.length > 0 || !cameRound || first !== 'Skip to the page' || stops < 5)
        found[path] = { stops, unseen, cameRound, first }
    }
    expect(found).toEqual({})
  })
})
