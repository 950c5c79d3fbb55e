// npm run screenshots: every page of the console as it is seen, in light, dark and on a phone, and as it loads, stays empty and fails;
// into .cache/screenshots, with a page to look through. -- --only WORD: pages whose address holds it. -- --docs: the few of docs/pictures anew.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { SCENES } from '../test/browser/make/dialogs.ts'
import { eachTab, everyPage, goTo } from '../test/browser/make/every-page.ts'
import { openScene } from '../test/browser/make/open-dialog.ts'
import { startDemo } from './running-demo.ts'
import { importsOf } from './screenshots/imports.ts'
import { FOR_DOCS, STATES } from './screenshots/scenes.ts'

const root = join(import.meta.dirname, '..')
const OUT = join(root, '.cache', 'screenshots')
const VIEWS = [
  { view: 'light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { view: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { view: 'phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
] as const
type View = (typeof VIEWS)[number]
/** So many orders must be there before the pictures are taken. */
const ORDERS = 10

const taken: string[] = []
const nameOf = (...parts: string[]) =>
  `${parts
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.png`

async function take(page: Page, name: string, whole = true): Promise<void> {
  await page.screenshot({ path: join(OUT, name), fullPage: whole, animations: 'disabled' })
  taken.push(name)
}

type Who = { readonly who: string; readonly begins: string }
const OWNER: Who = { who: 'Olivia Harbor', begins: '/orders' }

async function enter(browser: Browser, url: string, seen: View & Who): Promise<Page> {
  const { colorScheme, viewport, who, begins } = seen
  const context = await browser.newContext({ colorScheme, viewport, locale: 'en-US', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${url}/sign-in?next=${encodeURIComponent(begins)}`)
  await page.getByRole('button', { name: who }).click()
  await page.waitForURL(`**${begins}`)
  return page
}

/** The orders of the demo come by themselves; pictures without them show nothing. */
async function untilOrders(page: Page): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if ((await page.locator('main tbody tr').count()) >= ORDERS) break
    await setTimeout(1000)
  }
}

async function pagesOf(page: Page, view: string, only: string): Promise<void> {
  for (const path of (await everyPage(page)).filter((each) => each.includes(only))) {
    await goTo(page, path)
    await eachTab(page, (tab) => take(page, nameOf(path.replace(/\/\d+$/, '/one'), tab, view)))
  }
}

/** The operator's page, which no merchant's people see. */
async function operatorOf(page: Page, view: string): Promise<void> {
  await goTo(page, '/deployment')
  await eachTab(page, (tab) => take(page, nameOf('deployment', tab, view)))
}

/** Every dialog and side panel, by whoever may open it; what cannot be opened is told. */
async function dialogsOf(browser: Browser, url: string, seen: { readonly view: View; readonly only: string }) {
  const { view, only } = seen
  for (const { who, begins, scenes } of SCENES) {
    const some = scenes.filter(({ path }) => path.includes(only))
    const page = await enter(browser, url, { ...view, who, begins })
    page.setDefaultTimeout(10_000)
    for (const scene of some)
      await openScene(page, scene)
        .then(() => take(page, nameOf('dialog', scene.name, view.view), false))
        .catch((error: Error) => console.log(`${scene.name} (${view.view}): ${error.message.split('\n')[0]}`))
    if (who === 'Otto Tide' && '/deployment'.includes(only)) await operatorOf(page, view.view)
    await page.context().close()
  }
}

/** A list while it loads, without rows, and when the server fails: the answers are put in its place on their way. */
async function statesOf(page: Page, view: string, only: string): Promise<void> {
  for (const { path, list } of STATES.filter((each) => each.path.includes(only)))
    for (const state of ['loading', 'empty', 'failed'] as const) {
      await page.route(list, async (route) => {
        if (state === 'loading') return
        if (state === 'empty') return route.fulfill({ json: { rows: [], next: null } })
        const told = {
          status: 503,
          title: 'Away',
          detail: 'The database does not answer. Try again in a moment.',
          code: 'away',
        }
        return route.fulfill({ status: 503, contentType: 'application/problem+json', json: told })
      })
      await page.goto(new URL(path, page.url()).href)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      // An outage is tried three times before it is told.
      await setTimeout(state === 'failed' ? 8_000 : 700)
      await take(page, nameOf(path, state, view), false)
      await page.unroute(list)
    }
}

/** The pictures of the documentation: as small as they can be. */
async function docsOf(page: Page): Promise<void> {
  const folder = join(root, 'docs', 'pictures')
  mkdirSync(folder, { recursive: true })
  await page.setViewportSize({ width: 1280, height: 720 })
  for (const { path, name } of FOR_DOCS) {
    await goTo(page, path)
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
    console.log(`Wrote docs/pictures/${name}.png.`)
  }
  await importsOf(page, async (state) => {
    if (state !== 'preview') return
    await page.screenshot({ path: join(folder, 'import.png'), animations: 'disabled' })
    console.log('Wrote docs/pictures/import.png.')
  })
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    docs: { type: 'boolean', default: false },
    port: { type: 'string', default: '4895' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'millrace-screenshots-'))
const demo = await startDemo({ folder, port: Number(values.port) })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  mkdirSync(OUT, { recursive: true })
  for (const view of values.docs ? [VIEWS[0]] : VIEWS) {
    const page = await enter(browser, demo.url, { ...view, ...OWNER })
    await untilOrders(page)
    if (values.docs) await docsOf(page)
    else {
      await pagesOf(page, view.view, values.only)
      await statesOf(page, view.view, values.only)
      await dialogsOf(browser, demo.url, { view, only: values.only })
      if ('/amazon?tab=import'.includes(values.only))
        await importsOf(page, (state) => take(page, nameOf('amazon-import', state, view.view)))
    }
    await page.context().close()
  }
} finally {
  await browser.close()
  await demo.stop()
  rmSync(folder, { recursive: true, force: true })
}
if (!values.docs) {
  const figures = taken
    .toSorted()
    .map((name) => `<figure><img src="${name}" loading="lazy" alt=""><figcaption>${name}</figcaption></figure>`)
  const style =
    'body{font:13px system-ui;display:grid;grid-template-columns:repeat(auto-fill,minmax(420px,1fr));gap:16px}img{width:100%;border:1px solid #ccc}'
  writeFileSync(
    join(OUT, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Console</title><style>${style}</style>${figures.join('\n')}\n`,
  )
  console.log(`${taken.length} pictures: .cache/screenshots/index.html`)
}
